import 'server-only'
import { database } from './database'

/** Calls that may go out without waiting after a pause: as many as one whole plan has. */
const burstCalls = 10

/**
 * Takes the next turns of an organisation's budget and answers how long to wait for the first, in ms; each further one
 * comes a step later. They are given by the database, so that all processes together keep to `perSecond`.
 */
export async function takeTurns(orgId: string, perSecond: number, turns: number): Promise<number> {
  const stepMs = 1000 / perSecond
  const takenMs = stepMs * turns
  const burstMs = stepMs * (burstCalls - 1)
  const [row] = await database().$queryRaw<{ waitMs: number }[]>`
    INSERT INTO rate_budget AS budget ("orgId", "freeAt")
    VALUES (${orgId}, clock_timestamp() + ${takenMs - burstMs}::float8 * interval '1 millisecond')
    ON CONFLICT ("orgId") DO UPDATE
    SET "freeAt" = greatest(budget."freeAt", clock_timestamp() - ${burstMs}::float8 * interval '1 millisecond')
      + ${takenMs}::float8 * interval '1 millisecond'
    RETURNING (extract(epoch FROM "freeAt" - clock_timestamp()) * 1000 - ${takenMs}::float8)::float8 AS "waitMs"`
  return row?.waitMs ?? 0
}

/** Lets nobody take a turn for so long: Adobe has asked for fewer calls. */
export async function holdBack(orgId: string, ms: number): Promise<void> {
  await database().$executeRaw`
    UPDATE rate_budget SET "freeAt" = greatest("freeAt", clock_timestamp() + ${ms}::float8 * interval '1 millisecond') WHERE "orgId" = ${orgId}`
}
