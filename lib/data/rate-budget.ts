import 'server-only'
import { database } from './database'

/** Calls that may go out without waiting after a pause: as many as one whole plan has. */
const burstCalls = 10

/**
 * Takes the next turn of an organisation's budget and answers how long to wait for it, in ms. Turns lie evenly in time
 * and are given by the database, so that all processes together keep to `perSecond`.
 */
export async function takeTurnMs(orgId: string, perSecond: number): Promise<number> {
  const stepMs = 1000 / perSecond
  const burstMs = stepMs * (burstCalls - 1)
  const [row] = await database().$queryRaw<{ waitMs: number }[]>`
    INSERT INTO rate_budget AS budget ("orgId", "freeAt")
    VALUES (${orgId}, clock_timestamp() + ${stepMs - burstMs}::float8 * interval '1 millisecond')
    ON CONFLICT ("orgId") DO UPDATE
    SET "freeAt" = greatest(budget."freeAt", clock_timestamp() - ${burstMs}::float8 * interval '1 millisecond')
      + ${stepMs}::float8 * interval '1 millisecond'
    RETURNING (extract(epoch FROM "freeAt" - clock_timestamp()) * 1000 - ${stepMs}::float8)::float8 AS "waitMs"`
  return Math.max(0, row?.waitMs ?? 0)
}

/** Lets nobody take a turn for so long: Adobe has asked for fewer calls. */
export async function holdBack(orgId: string, ms: number): Promise<void> {
  await database().$executeRaw`
    UPDATE rate_budget SET "freeAt" = greatest("freeAt", clock_timestamp() + ${ms}::float8 * interval '1 millisecond') WHERE "orgId" = ${orgId}`
}
