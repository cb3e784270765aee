import 'server-only'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { deleteSession } from '@/lib/data/users'
import { ExplainedFailure } from '@/lib/explained-error'
import { paths } from '@/lib/paths'
import { absoluteSeconds, auth } from './auth'
import type { CurrentUser } from './current-user'
import { addressHeader, safeNextAddress } from './next-address'

export type { CurrentUser } from './current-user'

/** Thrown by `authorise` when nobody is signed in. */
export class NotSignedIn extends ExplainedFailure {
  constructor() {
    super({ code: 'not-signed-in', retryable: false })
    this.name = 'NotSignedIn'
  }
}

// Next hands every part of one request the same headers object, so a page and its layout ask the database once.
const readings = new WeakMap<object, Promise<CurrentUser | undefined>>()

/** The session's person, read once a request. */
async function readUser(): Promise<CurrentUser | undefined> {
  const sent = await headers()
  const known = readings.get(sent)
  if (known) return known
  const reading = readSession(sent)
  readings.set(sent, reading)
  return reading
}

async function readSession(sent: Headers): Promise<CurrentUser | undefined> {
  const found = await auth().api.getSession({ headers: sent })
  if (!found) return undefined
  const ageSeconds = (Date.now() - new Date(found.session.createdAt).getTime()) / 1000
  if (ageSeconds > absoluteSeconds) {
    await deleteSession(found.session.id)
    return undefined
  }
  const { id, name, email } = found.user
  return { id, name, email, role: 'admin' }
}

/**
 * The one function that every page, action and route handler passes.
 * @throws NotSignedIn
 */
export async function authorise(): Promise<CurrentUser> {
  const user = await readUser()
  if (!user) throw new NotSignedIn()
  return user
}

/** For pages: the person, or the way to the sign-in page and back. */
export async function requireUser(): Promise<CurrentUser> {
  try {
    return await authorise()
  } catch (thrown) {
    if (!(thrown instanceof NotSignedIn)) throw thrown
    const next = safeNextAddress((await headers()).get(addressHeader))
    redirect(next === '/' ? paths.signIn() : `${paths.signIn()}?next=${encodeURIComponent(next)}`)
  }
}

/** For the pages outside: whether somebody is signed in already. */
export async function isSignedIn(): Promise<boolean> {
  return (await readUser()) !== undefined
}
