import { createAdobeClient, createAdobeShared, type AdobeClientOptions } from '@/lib/adobe/http'
import type { AdobeClient, AdobeCredential, CallRecord } from '@/lib/adobe/types'

/** A credential for tests that never leave the process. */
export const testCredential: AdobeCredential = {
  platformOrigin: 'https://platform.adobe.io',
  imsOrigin: 'https://ims-na1.adobelogin.com',
  orgId: 'ACME@AdobeOrg',
  clientId: 'client-id',
  clientSecret: 'p8e-canary-secret',
  scopes: 'openid,AdobeID',
  sandbox: 'dev',
}

export type SeenRequest = { method: string; url: URL; headers: Headers; body?: unknown; atMs: number }

/** One scripted answer: a response, or an error that fetch rejects with. */
export type ScriptedAnswer = Response | Error | ((request: SeenRequest) => Response | Error | Promise<Response>)

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } })

/** What fetch rejects with when the system reports that code. */
export const connectionFault = (code: string): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) })

export type FakeAdobe = {
  client: AdobeClient
  /** Calls to the platform, in order; tokens apart. */
  seen: SeenRequest[]
  tokensGiven: number
  records: CallRecord[]
  /** Pauses asked for, in ms. */
  pauses: number[]
  nowMs: number
}

/** A client whose network is a script and whose clock moves only by its own pauses. The last answer repeats. */
export function createFakeAdobe(
  answers: ScriptedAnswer[],
  options: AdobeClientOptions & { token?: ScriptedAnswer; credential?: AdobeCredential } = {},
): FakeAdobe {
  const clock = { now: () => new Date(fake.nowMs) }
  const fakeFetch = (async (input: URL, init: RequestInit = {}) => {
    const url = new URL(input)
    const seen: SeenRequest = {
      method: init.method ?? 'GET',
      url,
      headers: new Headers(init.headers),
      atMs: fake.nowMs,
    }
    if (url.pathname.startsWith('/ims/')) {
      fake.tokensGiven += 1
      return play(
        options.token ?? json({ access_token: `token-${fake.tokensGiven}`, token_type: 'bearer', expires_in: 86399 }),
        seen,
      )
    }
    if (typeof init.body === 'string') seen.body = JSON.parse(init.body)
    fake.seen.push(seen)
    return play(answers[Math.min(fake.seen.length, answers.length) - 1] ?? json({}), seen)
  }) as typeof fetch
  const client = createAdobeClient(options.credential ?? testCredential, {
    clock,
    fetch: fakeFetch,
    random: () => 0.5,
    sleep: async (ms) => {
      fake.pauses.push(ms)
      fake.nowMs += ms
    },
    onCall: (record) => void fake.records.push(record),
    shared: createAdobeShared(clock),
    ...options,
  })
  const fake: FakeAdobe = {
    client,
    seen: [],
    tokensGiven: 0,
    records: [],
    pauses: [],
    nowMs: Date.parse('2026-11-24T10:00:00Z'),
  }
  return fake
}

async function play(answer: ScriptedAnswer, request: SeenRequest): Promise<Response> {
  const result = typeof answer === 'function' ? await answer(request) : answer
  if (result instanceof Error) throw result
  return result.clone()
}
