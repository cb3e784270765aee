import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { connectionFault, createFakeAdobe, json, testCredential } from '@/lib/testing/fake-adobe'
import { stubEnvironment } from '@/lib/testing/test-environment'
import type { AdobeCall } from './types'

const anything = z.unknown()
const read: AdobeCall = { method: 'GET', path: '/data/foundation/flowservice/flows' }
const create: AdobeCall = { method: 'POST', path: '/data/foundation/flowservice/flows', body: { name: 'x' } }
const change: AdobeCall = { method: 'PATCH', path: '/data/foundation/flowservice/flows/1', ifMatch: '"a"', body: [] }
const busy = (after?: string) => json({ message: 'busy' }, 503, after === undefined ? {} : { 'retry-after': after })

const headersOf = (headers: Headers | undefined) => Object.fromEntries(headers?.entries() ?? [])

describe('what is sent', () => {
  test('every call carries token, key, organisation and sandbox; a content type only with a body', async () => {
    const adobe = createFakeAdobe([json({})])
    await adobe.client.request(read, anything)
    await adobe.client.request(create, anything)
    expect(headersOf(adobe.seen[0]?.headers)).toEqual({
      authorization: 'Bearer token-1',
      accept: 'application/json',
      'x-api-key': 'client-id',
      'x-gw-ims-org-id': 'ACME@AdobeOrg',
      'x-sandbox-name': 'dev',
    })
    expect(adobe.seen[1]?.headers.get('content-type')).toBe('application/json')
  })

  test('filters are percent-encoded as a whole, lists repeat their name', async () => {
    const adobe = createFakeAdobe([json({})])
    await adobe.client.request(
      { ...read, query: { property: ['name==a b&c', 'state==enabled'], limit: '5' } },
      anything,
    )
    expect(adobe.seen[0]?.url.search).toBe('?property=name%3D%3Da%20b%26c&property=state%3D%3Denabled&limit=5')
  })

  test('an etag goes back byte for byte', async () => {
    const etag = '"8000c843-0000-0200-0000-5e8917ea0000"'
    const adobe = createFakeAdobe([json({ items: [{ id: '1', etag }] }), json({})])
    const found = await adobe.client.request(read, anything)
    expect(found.ok && found.data.etag).toBe(etag)
    await adobe.client.request({ ...change, ifMatch: etag }, anything)
    expect(adobe.seen[1]?.headers.get('if-match')).toBe(etag)
  })

  test('Catalog spells its etag header differently', async () => {
    const adobe = createFakeAdobe([json({ d1: {} }, 200, { 'e-tag': '"7"' })])
    const found = await adobe.client.request(read, anything)
    expect(found.ok && found.data.etag).toBe('"7"')
  })
})

describe('what is tried again', () => {
  test('a read, with growing pauses, until it succeeds', async () => {
    const adobe = createFakeAdobe([busy(), connectionFault('ECONNRESET'), busy(), json({ fine: true })])
    const answer = await adobe.client.request(read, anything)
    expect(answer).toMatchObject({ ok: true, data: { data: { fine: true } } })
    expect(adobe.pauses).toEqual([250, 500, 1000])
    expect(adobe.records.filter((record) => record.path.startsWith('/data')).map((record) => record.attempt)).toEqual([
      1, 2, 3, 4,
    ])
  })

  test('a read gives up after five tries', async () => {
    const adobe = createFakeAdobe([busy()])
    const answer = await adobe.client.request(read, anything)
    expect(answer).toMatchObject({
      ok: false,
      error: { kind: 'http', status: 503, retryable: true, mayHaveCommitted: false },
    })
    expect(adobe.seen).toHaveLength(5)
  })

  test('Retry-After is honoured in both of its forms', async () => {
    const adobe = createFakeAdobe([busy('7'), busy('Tue, 24 Nov 2026 10:00:20 GMT'), json({})])
    await adobe.client.request(read, anything)
    expect(adobe.pauses).toEqual([7_000, 13_000])
  })

  test('a Retry-After beyond the budget is handed on, not waited for', async () => {
    const adobe = createFakeAdobe([busy('300')])
    const answer = await adobe.client.request(read, anything)
    expect(answer).toMatchObject({ ok: false, error: { retryAfterMs: 300_000 } })
    expect(adobe.pauses).toEqual([])
  })

  test.each([400, 403, 404, 409, 412, 415, 422])('a refusal with %i never', async (status) => {
    const adobe = createFakeAdobe([json({ message: 'no' }, status)])
    const answer = await adobe.client.request(read, anything)
    expect(answer).toMatchObject({ ok: false, error: { status, retryable: false, mayHaveCommitted: false } })
    expect(adobe.seen).toHaveLength(1)
  })

  test.each([
    ['a server error', busy(), { status: 503 }],
    ['a lost connection', connectionFault('ECONNRESET'), { kind: 'network' }],
    ['an unreadable answer', new Response('{"id": "', { status: 201 }), { kind: 'malformed', status: 201 }],
  ])('a POST after %s is not repeated and is reported as in doubt', async (_name, answer, expected) => {
    const adobe = createFakeAdobe([answer])
    const result = await adobe.client.request(create, anything)
    expect(result).toMatchObject({ ok: false, error: { ...expected, mayHaveCommitted: true } })
    expect(adobe.seen).toHaveLength(1)
  })

  test.each([
    ['refused for its rate', json({ error_code: '429050' }, 429)],
    ['that never connected', connectionFault('ECONNREFUSED')],
  ])('a POST %s is sent again', async (_name, first) => {
    const adobe = createFakeAdobe([first, json({ id: '1' }, 201)])
    expect(await adobe.client.request(create, anything)).toMatchObject({ ok: true, data: { status: 201 } })
    expect(adobe.seen).toHaveLength(2)
  })

  test('a PATCH whose first answer was lost and whose second try is stale stays in doubt', async () => {
    const adobe = createFakeAdobe([connectionFault('ECONNRESET'), json({ errorMessage: 'stale' }, 412)])
    const result = await adobe.client.request(change, anything)
    expect(result).toMatchObject({ ok: false, error: { status: 412, mayHaveCommitted: true } })
  })

  test('a try that takes too long ends as a timeout', async () => {
    const hang = () => new Promise<Response>(() => undefined)
    const adobe = createFakeAdobe([hang], {
      retry: { tryTimeoutMs: 5, maxTries: 2 },
      fetch: ((input: URL, init: RequestInit) => {
        if (new URL(input).pathname.startsWith('/ims/'))
          return Promise.resolve(json({ access_token: 't', expires_in: 60 }))
        return new Promise((_resolve, reject) =>
          init.signal?.addEventListener('abort', () => reject(init.signal?.reason)),
        )
      }) as typeof fetch,
    })
    expect(await adobe.client.request(create, anything)).toMatchObject({
      ok: false,
      error: { kind: 'timeout', mayHaveCommitted: true },
    })
  })
})

describe('tokens', () => {
  test('a refused token is renewed once and the call, even a POST, sent again', async () => {
    const adobe = createFakeAdobe([
      json({ error_code: '401013', message: 'Oauth token is not valid' }, 401),
      json({ id: '1' }, 201),
    ])
    expect(await adobe.client.request(create, anything)).toMatchObject({ ok: true })
    expect(adobe.seen.map((seen) => seen.headers.get('authorization'))).toEqual(['Bearer token-1', 'Bearer token-2'])
  })

  test('a second refusal is final', async () => {
    const adobe = createFakeAdobe([json({ error_code: '401013', message: 'Oauth token is not valid' }, 401)])
    expect(await adobe.client.request(read, anything)).toMatchObject({
      ok: false,
      error: { code: '401013', retryable: false },
    })
    expect([adobe.seen.length, adobe.tokensGiven]).toEqual([2, 2])
  })

  test('a wrong organisation is not mistaken for a bad token', async () => {
    const adobe = createFakeAdobe([json({ code: '2000-401', message: 'not for this org' }, 401)])
    await adobe.client.request(read, anything)
    expect(adobe.tokensGiven).toBe(1)
  })

  test('what IMS refuses is told in its own words and nothing is sent', async () => {
    const adobe = createFakeAdobe([json({})], {
      token: json({ error: 'invalid_client', error_description: 'bad pair' }, 401),
    })
    expect(await adobe.client.request(create, anything)).toMatchObject({
      ok: false,
      error: {
        kind: 'http',
        status: 401,
        code: 'invalid_client',
        message: 'bad pair',
        path: '/ims/token/v3',
        mayHaveCommitted: false,
      },
    })
    expect(adobe.seen).toHaveLength(0)
  })

  test('a burst of calls asks for one token', async () => {
    const adobe = createFakeAdobe([json({})])
    await Promise.all(Array.from({ length: 10 }, () => adobe.client.request(read, anything)))
    expect(adobe.tokensGiven).toBe(1)
  })
})

test('an address that is not Adobe’s is never called', async () => {
  const credential = { ...testCredential, platformOrigin: 'https://platform.adobe.io.evil.example' }
  stubEnvironment({ EMULATOR_URL: 'http://127.0.0.1:4010' })
  const adobe = createFakeAdobe([json({})], { credential })
  expect(await adobe.client.request(read, anything)).toMatchObject({ ok: false, error: { kind: 'host-refused' } })
  expect([adobe.seen.length, adobe.tokensGiven]).toEqual([0, 0])
})

test('a redirect is not followed', async () => {
  const adobe = createFakeAdobe([new Response(null, { status: 302, headers: { location: 'http://169.254.169.254/' } })])
  expect(await adobe.client.request(read, anything)).toMatchObject({
    ok: false,
    error: { kind: 'malformed', status: 302 },
  })
  expect(adobe.seen).toHaveLength(1)
})

test('an answer of another form is a typed error that names the place, not an exception', async () => {
  const adobe = createFakeAdobe([json({ items: [{ id: 7 }] })])
  const result = await adobe.client.request(read, z.looseObject({ items: z.array(z.looseObject({ id: z.string() })) }))
  expect(result).toMatchObject({
    ok: false,
    error: { kind: 'malformed', message: expect.stringContaining('items.0.id') },
  })
})

test('after repeated outages calls are refused at once, until a probe gets through', async () => {
  let down = true
  const adobe = createFakeAdobe([() => (down ? busy() : json({}))])
  await adobe.client.request(read, anything)
  await adobe.client.request(read, anything)
  const sent = adobe.seen.length
  expect(await adobe.client.request(read, anything)).toMatchObject({
    ok: false,
    error: { kind: 'circuit-open', retryable: true },
  })
  expect(adobe.seen).toHaveLength(sent)
  down = false
  adobe.nowMs += 10_000
  expect(await adobe.client.request(read, anything)).toMatchObject({ ok: true })
})

test('no secret reaches the journal or an error, even where Adobe echoes it', async () => {
  const body = { name: 'c', auth: { specName: 's', params: { clientId: 'id', clientSecret: 'pay-canary-secret' } } }
  const adobe = createFakeAdobe([
    json({ errorMessage: 'pay-canary-secret with token-1 and p8e-canary-secret is wrong' }, 400),
  ])
  const result = await adobe.client.request({ ...create, body }, anything)
  const kept = JSON.stringify([result, adobe.records])
  expect(kept).not.toMatch(/canary|token-1/)
  expect(adobe.records.map((record) => record.path)).toEqual(['/ims/token/v3', '/data/foundation/flowservice/flows'])
})

test('a journal that fails does not turn an answer into a failure', async () => {
  const adobe = createFakeAdobe([json({})], { onCall: () => Promise.reject(new Error('disk full')) })
  expect(await adobe.client.request(create, anything)).toMatchObject({ ok: true })
})

test('a cancelled call says so and sends nothing', async () => {
  const adobe = createFakeAdobe([json({})], { signal: AbortSignal.abort() })
  expect(await adobe.client.request(create, anything)).toMatchObject({
    ok: false,
    error: { kind: 'cancelled', mayHaveCommitted: false },
  })
  expect(adobe.seen).toHaveLength(0)
})
