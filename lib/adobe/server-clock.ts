export type ServerClock = {
  /** Notes the `Date` header of an answer that came at `nowMs` of this machine's clock. */
  saw(origin: string, date: string | null, nowMs: number): void
  /** The server's time in epoch ms, as far as its last answer tells; this machine's until one came. */
  nowMs(origin: string, nowMs: number): number
}

/** How far the clocks of servers are from ours: schedules must lie in their future, not in ours. */
export function createServerClock(): ServerClock {
  const aheadMs = new Map<string, number>()
  return {
    saw(origin, date, nowMs) {
      const theirs = date === null ? Number.NaN : Date.parse(date)
      if (!Number.isNaN(theirs)) aheadMs.set(origin, theirs - nowMs)
    },
    nowMs: (origin, nowMs) => nowMs + (aheadMs.get(origin) ?? 0),
  }
}
