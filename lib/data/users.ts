import 'server-only'
import { database } from './database'

export type UserPreferences = { locale: string | null; timeZone: string | null }

/** Whether anybody can sign in at all; before that the instance waits for its claim link. */
export async function countUsers(): Promise<number> {
  return database().user.count()
}

/** What the person chose to read the app in. */
export async function readPreferences(userId: string): Promise<UserPreferences> {
  const user = await database().user.findUnique({ where: { id: userId }, select: { locale: true, timeZone: true } })
  return user ?? { locale: null, timeZone: null }
}

/** Keeps what was chosen; a null means "as the device has it". */
export async function savePreferences(userId: string, preferences: Partial<UserPreferences>): Promise<void> {
  await database().user.update({ where: { id: userId }, data: preferences })
}

/** Ends sessions that no longer count, so that their cookies are worth nothing. */
export async function deleteSession(sessionId: string): Promise<void> {
  await database().session.deleteMany({ where: { id: sessionId } })
}

/** The names of these people; somebody who is gone is absent. */
export async function findUserNames(ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const users = await database().user.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } })
  return new Map(users.map(({ id, name }) => [id, name]))
}
