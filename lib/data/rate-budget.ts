import 'server-only'
import { database } from './database'
import { withoutFlush } from './without-flush'

/** Calls that may go out without waiting after a pause: as many as one whole plan has. */
const burstCalls = 10
/** What work in the background leaves of the burst to whoever comes next. */
const leftCalls = 5
/** Part of the budget that work in the background gets while others ask for all of it. */
const backgroundShare = 1 / 4

/**
 * Takes the next turns of an organisation's budget and answers how long to wait for the first, in ms; each further one
 * comes a step later. They are given by the database, so that all processes together keep to `perSecond`.
 */
export function takeTurns(orgId: string, perSecond: number, turns: number): Promise<number> {
  return takeFrom(orgId, perSecond, turns, burstCalls)
}

/**
 * The same for one turn of work that nobody waits for. It has what is left over; once more is asked for than there is, it
 * keeps to a share of its own, so that it neither holds the others up nor stands still.
 */
export async function takeBackgroundTurn(orgId: string, perSecond: number): Promise<number> {
  const waitMs = await takeFrom(orgId, perSecond, 1, burstCalls)
  if (waitMs <= 0) return Math.max(0, waitMs + (leftCalls * 1000) / perSecond)
  return Math.max(waitMs, await takeFrom(`${orgId} background`, perSecond * backgroundShare, 1, 1))
}

async function takeFrom(budget: string, perSecond: number, turns: number, burst: number): Promise<number> {
  const stepMs = 1000 / perSecond
  const takenMs = stepMs * turns
  const burstMs = stepMs * (burst - 1)
  const [row] = await database().$queryRaw<{ waitMs: number }[]>`
    INSERT INTO rate_budget AS budget ("orgId", "freeAt")
    VALUES (${budget}, clock_timestamp() + ${takenMs - burstMs}::float8 * interval '1 millisecond')
    ON CONFLICT ("orgId") DO UPDATE
    SET "freeAt" = greatest(budget."freeAt", clock_timestamp() - ${burstMs}::float8 * interval '1 millisecond')
      + ${takenMs}::float8 * interval '1 millisecond'
    RETURNING (extract(epoch FROM "freeAt" - clock_timestamp()) * 1000 - ${takenMs}::float8)::float8 AS "waitMs", ${withoutFlush}`
  return row?.waitMs ?? 0
}

/** Lets nobody take a turn for so long: Adobe has asked for fewer calls. */
export async function holdBack(orgId: string, ms: number): Promise<void> {
  await database().$executeRaw`
    UPDATE rate_budget SET "freeAt" = greatest("freeAt", clock_timestamp() + ${ms}::float8 * interval '1 millisecond') WHERE "orgId" = ${orgId}`
}
