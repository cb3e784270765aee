import type { AdobeCall, AdobeError } from './types'

export type RetryPolicy = {
  /** Tries of one call in all, the first included. */
  maxTries: number
  /** Time one call may take with all its tries and pauses; no further try starts after it. */
  budgetMs: number
  /** Upper end of the first pause; doubles with every try. */
  baseDelayMs: number
  maxDelayMs: number
  /** How long one try may take. */
  tryTimeoutMs: number
}

export const defaultRetryPolicy: RetryPolicy = {
  maxTries: 5,
  budgetMs: 60_000,
  baseDelayMs: 500,
  maxDelayMs: 15_000,
  tryTimeoutMs: 30_000,
}

/**
 * Whether sending the call twice does no more than sending it once: reads, deletes, changes guarded by an etag, and what
 * says so of itself.
 * Adobe's POSTs have no idempotency key and make duplicates.
 */
export function isRepeatable(call: AdobeCall): boolean {
  if (call.method === 'GET' || call.method === 'DELETE' || call.repeatable === true) return true
  return (call.method === 'PATCH' || call.method === 'PUT') && call.ifMatch !== undefined
}

/** Answers that may be different next time. Flow Service is said to answer 500 when too many calls come at once. */
export const isTransientStatus = (status: number): boolean => [408, 425, 429, 500, 502, 503, 504].includes(status)

/** Whether this failed try may be followed by another of the same call. */
export function mayTryAgain(call: AdobeCall, error: AdobeError): boolean {
  if (!error.retryable || error.kind === 'circuit-open') return false
  // A POST that was certainly not carried out (refused for its rate, or never connected) is as good as unsent.
  return isRepeatable(call) || !error.mayHaveCommitted
}

/**
 * Pause before the next try in ms: full jitter under a doubling ceiling, and never shorter than Adobe's Retry-After.
 * `failedTries` counts from 1; `random` gives [0, 1).
 */
export function delayBeforeRetryMs(
  policy: RetryPolicy,
  failedTries: number,
  random: () => number,
  retryAfterMs = 0,
): number {
  const ceiling = Math.min(policy.maxDelayMs, policy.baseDelayMs * 2 ** (failedTries - 1))
  return Math.max(retryAfterMs, Math.floor(random() * ceiling))
}

/** Retry-After in ms, given as seconds or as an HTTP date; undefined when absent or unreadable. */
export function parseRetryAfterMs(header: string | null, nowMs: number): number | undefined {
  if (header === null || header.trim() === '') return undefined
  if (/^\s*\d+(\.\d+)?\s*$/.test(header)) return Math.ceil(Number(header) * 1000)
  const at = Date.parse(header)
  return Number.isNaN(at) ? undefined : Math.max(0, at - nowMs)
}
