type Failures = { count: number; lastMs: number }

const freeFailures = 5
const longestWaitMs = 60_000
const forgottenAfterMs = 15 * 60_000
const mostAccounts = 10_000

/**
 * Counts failures in a row by name. After five, each next attempt waits twice as long as the last, from one second to
 * a minute; a quarter of an hour of peace forgets them. Times come from the caller. Pure but for its own memory.
 */
export function makeFailureCounter() {
  const failures = new Map<string, Failures>()

  function current(name: string, nowMs: number): Failures | undefined {
    const found = failures.get(name)
    if (found && nowMs - found.lastMs > forgottenAfterMs) {
      failures.delete(name)
      return undefined
    }
    return found
  }

  return {
    /** Milliseconds until the next attempt is heard; 0 when it may come now. */
    waitMs(name: string, nowMs: number): number {
      const found = current(name, nowMs)
      if (!found || found.count < freeFailures) return 0
      const wait = Math.min(longestWaitMs, 1000 * 2 ** (found.count - freeFailures))
      return Math.max(0, found.lastMs + wait - nowMs)
    },
    count(name: string, nowMs: number): void {
      const found = current(name, nowMs)
      failures.delete(name)
      // The oldest goes first, so that made-up names cannot fill the memory.
      if (failures.size >= mostAccounts) failures.delete(failures.keys().next().value ?? '')
      failures.set(name, { count: (found?.count ?? 0) + 1, lastMs: nowMs })
    },
    forget(name: string): void {
      failures.delete(name)
    },
  }
}
