import 'server-only'
import type { Clock } from '@/lib/clock'
import { fail, succeed, type Result } from '@/lib/result'
import { pathWithQuery, type BuiltRequest } from './build-request'
import type { CircuitBreaker } from './circuit-breaker'
import type { Pace } from './pace'
import { readAnswer } from './read-answer'
import { collectSecrets } from './redact'
import { recordOf } from './record'
import type { ServerClock } from './server-clock'
import { delayBeforeRetryMs, isRepeatable, mayTryAgain, type RetryPolicy } from './retry-policy'
import { sendOnce } from './send-once'
import type { AdobeAnswer, AdobeCall, AdobeError, CallRecord } from './types'

/** What a client brings along for each of its calls. */
export type Transport = {
  fetch: typeof fetch
  clock: Clock
  sleep: (ms: number) => Promise<void>
  random: () => number
  retry: RetryPolicy
  breaker: CircuitBreaker
  serverClock: ServerClock
  pace: Pace
  onCall: (record: CallRecord) => void | Promise<void>
  signal?: AbortSignal | undefined
}

export type Exchange = {
  call: AdobeCall
  origin: string
  /**
   * Builds the request anew for every try, since the token may have changed; `secrets` are struck out of all that
   * is kept.
   */
  prepare: () => Promise<Result<{ request: BuiltRequest; secrets: readonly string[]; shownBody?: unknown }, AdobeError>>
  /** Told of an answer of 401; true when trying once more with another token makes sense. */
  onUnauthorised?: (error: AdobeError) => boolean
}

/**
 * Carries one call out: tries, pauses, tries again where that is safe, within the budget of the retry policy. Every try
 * is reported to `onCall`. Never throws.
 */
export async function exchange(
  transport: Transport,
  { call, origin, prepare, onUnauthorised }: Exchange,
): Promise<Result<AdobeAnswer<unknown>, AdobeError>> {
  const { clock, retry, breaker } = transport
  const deadlineMs = clock.now().getTime() + retry.budgetMs
  const secretsOfBody = collectSecrets(call.body)
  let failedTries = 0
  let sentTries = 0
  let inDoubt = false
  let renewed = false
  let last: AdobeError | undefined

  for (;;) {
    // The token comes first: the emulator gives it under the same origin, where a probe under way would hold it back.
    const prepared = await prepare()
    if (!prepared.ok) return fail({ ...prepared.error, mayHaveCommitted: inDoubt })
    const refusedForMs = breaker.refusedForMs(origin)
    if (refusedForMs !== undefined) return fail(last ?? circuitOpen(call, refusedForMs))
    const turnMs = await transport.pace.takeTurnMs()
    if (turnMs > 0) await transport.sleep(turnMs)
    const { request, secrets, shownBody = call.body } = prepared.data
    const startedAt = clock.now()
    const sent = await sendOnce(request, {
      fetch: transport.fetch,
      timeoutMs: retry.tryTimeoutMs,
      signal: transport.signal,
    })
    sentTries += 1
    const hidden = [...secrets, ...secretsOfBody]
    const outcome = readAnswer(call, sent, hidden, clock.now().getTime())
    tellBreaker(breaker, origin, outcome)
    if (sent.answered) transport.serverClock.saw(origin, sent.headers.get('date'), clock.now().getTime())
    await report(
      transport,
      recordOf({ call, shownBody, sent, outcome, startedAt, endedAt: clock.now(), attempt: sentTries, hidden }),
    )
    if (outcome.ok) return succeed(outcome.data)

    inDoubt ||= outcome.error.mayHaveCommitted
    // A later refusal (404 after a lost DELETE, 412 after a lost PATCH) does not undo what an earlier try may have
    // done.
    last = { ...outcome.error, mayHaveCommitted: inDoubt }
    if (outcome.error.status === 401 && !renewed && onUnauthorised?.(outcome.error)) {
      renewed = true
      continue
    }
    failedTries += 1
    const again = isRepeatable(call) ? mayTryAgain(call, outcome.error) : mayTryAgain(call, last)
    if (!again || failedTries >= retry.maxTries) return fail(last)
    const delayMs = delayBeforeRetryMs(retry, failedTries, transport.random, outcome.error.retryAfterMs)
    if (outcome.error.status === 429) await transport.pace.holdBack(delayMs)
    if (clock.now().getTime() + delayMs > deadlineMs) return fail(last)
    await transport.sleep(delayMs)
    if (transport.signal?.aborted) return fail({ ...last, kind: 'cancelled', message: 'Cancelled.', retryable: false })
  }
}

function tellBreaker(breaker: CircuitBreaker, origin: string, outcome: Result<unknown, AdobeError>): void {
  if (outcome.ok) return breaker.answered(origin)
  const { kind, status } = outcome.error
  if (kind === 'cancelled') return breaker.released(origin)
  const isDown = kind === 'network' || kind === 'timeout' || (status !== undefined && [502, 503, 504].includes(status))
  if (isDown) breaker.failed(origin)
  else breaker.answered(origin)
}

/** A journal that fails must not turn Adobe's answer into a failure: what Adobe did, it did. */
async function report(transport: Transport, record: CallRecord): Promise<void> {
  try {
    await transport.onCall(record)
  } catch {
    // The journal's owner hears of its own trouble from its own storage.
  }
}

function circuitOpen(call: AdobeCall, retryAfterMs: number): AdobeError {
  return {
    kind: 'circuit-open',
    message: 'Adobe did not answer several times in a row; calls are held back for a moment.',
    retryAfterMs,
    mayHaveCommitted: false,
    retryable: true,
    method: call.method,
    path: pathWithQuery(call),
  }
}
