import 'server-only'
import { setTimeout as pause } from 'node:timers/promises'
import type { ZodType } from 'zod'
import { systemClock, type Clock } from '@/lib/clock'
import { env } from '@/lib/env'
import { fail, succeed } from '@/lib/result'
import { isAllowedOrigin, originOf } from './allowed-hosts'
import { buildRequest, pathWithQuery } from './build-request'
import { createCircuitBreaker, type CircuitBreaker } from './circuit-breaker'
import { exchange, type Transport } from './exchange'
import { fetchAccessToken } from './ims'
import { unpaced, type Pace } from './pace'
import { defaultRetryPolicy, type RetryPolicy } from './retry-policy'
import { createServerClock, type ServerClock } from './server-clock'
import { createTokenCache, type TokenCache } from './token-cache'
import type { AdobeCall, AdobeClient, AdobeCredential, AdobeError, AdobeResult, CallRecord } from './types'

export type { AdobeCall, AdobeClient, AdobeCredential, AdobeError, CallRecord } from './types'

/** Tokens, circuits and clock differences that all clients of one process share. */
export type AdobeShared = { tokens: TokenCache; breaker: CircuitBreaker; serverClock: ServerClock }

export function createAdobeShared(clock: Clock): AdobeShared {
  const nowMs = () => clock.now().getTime()
  return { tokens: createTokenCache(nowMs), breaker: createCircuitBreaker(nowMs), serverClock: createServerClock() }
}

const processWide = createAdobeShared(systemClock)

export type AdobeClientOptions = {
  /** Told of every try, also of those for a token; bodies are redacted. */
  onCall?: (record: CallRecord) => void | Promise<void>
  clock?: Clock
  signal?: AbortSignal
  fetch?: typeof fetch
  random?: () => number
  sleep?: (ms: number) => Promise<void>
  retry?: Partial<RetryPolicy>
  /** Unpaced without it. */
  pace?: Pace
  /** Tests bring their own, so that none sees another's tokens or circuits. */
  shared?: AdobeShared
}

/**
 * A client for one credential: the only way of this app to Adobe. Refuses every host but Adobe's and the configured
 * emulator's, adds the headers and the token, repeats only what is safe to repeat, and answers with data that fits the
 * given schema or with a typed error. Never throws for anything Adobe or the network does.
 */
export function createAdobeClient(credential: AdobeCredential, options: AdobeClientOptions = {}): AdobeClient {
  const shared = options.shared ?? processWide
  const transport: Transport = {
    fetch: options.fetch ?? fetch,
    clock: options.clock ?? systemClock,
    sleep:
      options.sleep ??
      ((ms) => pause(ms, undefined, options.signal && { signal: options.signal }).catch(() => undefined)),
    random: options.random ?? Math.random,
    retry: { ...defaultRetryPolicy, ...options.retry },
    breaker: shared.breaker,
    serverClock: shared.serverClock,
    pace: options.pace ?? unpaced,
    onCall: options.onCall ?? (() => undefined),
    signal: options.signal,
  }
  // The fetch of a token is shared with other clients, so one client's cancellation must not end it.
  const { signal: _own, ...tokenTransport } = transport
  const token = () => shared.tokens.get(credential, () => fetchAccessToken(tokenTransport, credential))

  const request = async <T>(call: AdobeCall, schema: ZodType<T>): Promise<AdobeResult<T>> => {
    const refusal = refuseHost(credential, call)
    if (refusal) return fail(refusal)
    let used: string | undefined
    const answer = await exchange(transport, {
      call,
      origin: credential.platformOrigin,
      prepare: async () => {
        const fresh = await token()
        if (!fresh.ok) return fresh
        used = fresh.data
        const built = buildRequest(credential, call)
        if (!built) return fail(hostRefused(call, `The path ${call.path} is not one of Adobe's.`))
        const headers = { authorization: `Bearer ${used}`, ...built.headers }
        return succeed({ request: { ...built, headers }, secrets: [used, credential.clientSecret] })
      },
      onUnauthorised: (error) => {
        // Flow Service's own 401s (2000-401…) speak of the organisation; another token would not change them.
        if (error.code?.endsWith('-401') || used === undefined) return false
        shared.tokens.forget(credential, used)
        return true
      },
    })
    return answer.ok ? check(call, answer.data, schema) : answer
  }

  return {
    request,
    warmToken: async () => {
      const refusal = refuseHost(credential, { method: 'POST', path: '/ims/token/v3' })
      if (refusal) return fail(refusal)
      const fresh = await token()
      return fresh.ok ? succeed(undefined) : fresh
    },
    serverNowMs: () => shared.serverClock.nowMs(credential.platformOrigin, transport.clock.now().getTime()),
    sandbox: credential.sandbox,
    orgId: credential.orgId,
  }
}

type RawAnswer = { data: unknown; status: number; etag?: string; requestId?: string }

function check<T>(call: AdobeCall, answer: RawAnswer, schema: ZodType<T>): AdobeResult<T> {
  const parsed = schema.safeParse(answer.data)
  if (parsed.success) return succeed({ ...answer, data: parsed.data })
  const where = parsed.error.issues.slice(0, 3).map((issue) => issue.path.join('.') || 'the body')
  return fail({
    kind: 'malformed',
    status: answer.status,
    message: `Adobe's answer has another form than expected at: ${where.join(', ')}.`,
    ...(answer.requestId !== undefined && { requestId: answer.requestId }),
    mayHaveCommitted: call.method !== 'GET' && call.repeatable !== true,
    retryable: false,
    method: call.method,
    path: pathWithQuery(call),
  })
}

function refuseHost(credential: AdobeCredential, call: AdobeCall): AdobeError | undefined {
  const { platformOrigin, imsOrigin } = credential
  for (const [origin, kind] of [
    [platformOrigin, 'platform'],
    [imsOrigin, 'ims'],
  ] as const) {
    // The environment is asked only for hosts that are not Adobe's.
    if (isAllowedOrigin(origin, kind) || isAllowedOrigin(origin, kind, originOf(env().EMULATOR_URL))) continue
    return hostRefused(call, `${origin} is not an address of Adobe's that may be called.`)
  }
  return undefined
}

function hostRefused(call: AdobeCall, message: string): AdobeError {
  return {
    kind: 'host-refused',
    message,
    mayHaveCommitted: false,
    retryable: false,
    method: call.method,
    path: pathWithQuery(call),
  }
}
