/**
 * Consecutive failures after which an origin is left alone. More than one call's tries, so that one odd address opens
 * nothing.
 */
const failuresToOpen = 8
const firstPauseMs = 10_000
const longestPauseMs = 120_000

export type CircuitBreaker = {
  /** Undefined when a call may go out; else the ms to wait. After a pause one call alone goes out as a probe. */
  refusedForMs(origin: string): number | undefined
  /** Adobe answered, whatever it answered: the way is open. */
  answered(origin: string): void
  /** No answer, or one that says the service is down. */
  failed(origin: string): void
  /** The call ended without telling anything (cancelled): a probe is given back. */
  released(origin: string): void
}

type Circuit = { failures: number; openUntilMs?: number; pauseMs: number; probing: boolean }

/**
 * Keeps calls from queueing up behind an origin that is down: after repeated failures they are refused at once for a
 * while; then one probe decides whether the way is open again or the pause doubles. One instance serves a whole
 * process.
 */
export function createCircuitBreaker(nowMs: () => number): CircuitBreaker {
  const circuits = new Map<string, Circuit>()
  const circuitOf = (origin: string): Circuit => {
    const known = circuits.get(origin)
    if (known) return known
    const fresh: Circuit = { failures: 0, pauseMs: firstPauseMs, probing: false }
    circuits.set(origin, fresh)
    return fresh
  }

  return {
    refusedForMs(origin) {
      const circuit = circuitOf(origin)
      if (circuit.openUntilMs === undefined) return undefined
      const remaining = circuit.openUntilMs - nowMs()
      if (remaining > 0) return remaining
      if (circuit.probing) return 1_000
      circuit.probing = true
      return undefined
    },
    answered(origin) {
      circuits.delete(origin)
    },
    failed(origin) {
      const circuit = circuitOf(origin)
      circuit.failures += 1
      if (circuit.probing) circuit.pauseMs = Math.min(longestPauseMs, circuit.pauseMs * 2)
      else if (circuit.failures < failuresToOpen || circuit.openUntilMs !== undefined) return
      circuit.probing = false
      circuit.openUntilMs = nowMs() + circuit.pauseMs
    },
    released(origin) {
      circuitOf(origin).probing = false
    },
  }
}
