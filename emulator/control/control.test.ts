import { afterEach, describe, expect, test } from 'vitest'

import { grantedScopes } from '../installation'
import { asArray, asObject } from '../json'
import { listen, type ListeningEmulator } from '../testing/listen'
import { openTestEmulator, testStartMs } from '../testing/test-emulator'

const dataSets = '/data/foundation/catalog/dataSets'

const open: ListeningEmulator[] = []
afterEach(async () => {
  for (const emulator of open.splice(0)) await emulator.stop()
})

async function listening() {
  const emulator = await listen()
  open.push(emulator)
  const post = (path: string, body: object) =>
    fetch(`${emulator.origin}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  return { ...emulator, post }
}

const control = async (emulator: Awaited<ReturnType<typeof openTestEmulator>>, method: string, path: string, body?: object) =>
  emulator.call(method, `/_emulator${path}`, body === undefined ? {} : { body })

describe('the clock', () => {
  test('stands still until it is moved, and every answer is dated by it', async () => {
    const emulator = await openTestEmulator()
    const dateOf = async () => (await emulator.call('GET', dataSets)).headers.get('date')
    expect(await dateOf()).toBe(new Date(testStartMs).toUTCString())
    const { body } = await control(emulator, 'POST', '/clock', { advanceSeconds: 90 })
    expect(body).toEqual({ mode: 'manual', now: new Date(testStartMs + 90_000).toISOString(), nowMs: testStartMs + 90_000 })
    expect(await dateOf()).toBe(new Date(testStartMs + 90_000).toUTCString())
  })

  test('makes tokens expire', async () => {
    const emulator = await openTestEmulator()
    await control(emulator, 'POST', '/clock', { advanceSeconds: 86_400 })
    expect((await emulator.call('GET', dataSets)).body['error_code']).toBe('401013')
  })

  test('refuses a body it does not understand', async () => {
    const emulator = await openTestEmulator()
    expect((await control(emulator, 'POST', '/clock', { advanceMinutes: 1 })).status).toBe(400)
  })
})

describe('faults', () => {
  test('meet the nth matching call, as often as they are told, and no other', async () => {
    const emulator = await openTestEmulator()
    const fault = { kind: 'status', status: 503, method: 'GET', path: '/data/**/dataSets', sandbox: 'prod', nth: 2, times: 2, retryAfterSeconds: 7 }
    await control(emulator, 'POST', '/faults', fault)
    const statuses = []
    for (const sandbox of ['prod', 'dev', 'prod', 'prod', 'prod']) statuses.push((await emulator.call('GET', dataSets, { sandbox })).status)
    expect(statuses).toEqual([200, 200, 503, 503, 200])
    const { list } = await control(emulator, 'GET', '/faults')
    expect(list).toMatchObject([{ seen: 4, fired: 2 }])
  })

  test('say when to come back, in the body they are given', async () => {
    const emulator = await openTestEmulator()
    await control(emulator, 'POST', '/faults', { kind: 'status', status: 429, body: { message: 'slow down' }, retryAfterSeconds: 7 })
    const answer = await emulator.call('GET', dataSets)
    expect([answer.status, answer.headers.get('retry-after'), answer.body]).toEqual([429, '7', { message: 'slow down' }])
  })

  test('may come after everything has been done', async () => {
    const emulator = await openTestEmulator()
    await control(emulator, 'POST', '/faults', { kind: 'status', status: 500, when: 'after', method: 'POST' })
    const body = { title: 'Kept', allOf: [{ $ref: 'https://ns.adobe.com/xdm/context/profile' }] }
    expect((await emulator.registry('POST', '/tenant/schemas', { body })).status).toBe(500)
    const { body: state } = await control(emulator, 'GET', '/state')
    expect(asObject(asObject(asObject(state['sandboxes'])['prod'])['schemas'])).toEqual({ live: 1, created: 1 })
  })

  test('break a good answer off, or let tokens expire under a call', async () => {
    const emulator = await openTestEmulator()
    await control(emulator, 'POST', '/faults', { kind: 'malformed', path: dataSets })
    const broken = await emulator.send('GET', dataSets)
    expect(broken.status).toBe(200)
    await expect(broken.json()).rejects.toThrow(SyntaxError)
    await control(emulator, 'POST', '/faults', { kind: 'expireTokens' })
    expect((await emulator.call('GET', dataSets)).body['error_code']).toBe('401013')
  })

  test.each(['before', 'after'])('cut a real connection %s the call is handled', async (when) => {
    const emulator = await listening()
    await emulator.post('/_emulator/faults', { kind: 'cut', when })
    await expect(fetch(`${emulator.origin}${dataSets}`)).rejects.toThrow('fetch failed')
    expect((await fetch(`${emulator.origin}${dataSets}`)).status).toBe(403)
  })

  test('leave a call without an answer until the client gives up', async () => {
    const emulator = await listening()
    await emulator.post('/_emulator/faults', { kind: 'timeout' })
    await expect(fetch(`${emulator.origin}${dataSets}`, { signal: AbortSignal.timeout(50) })).rejects.toThrow('timeout')
    const { calls } = asObject((await (await fetch(`${emulator.origin}/_emulator/calls`)).json()) as never)
    expect(asArray(calls)).toHaveLength(1)
    expect(asObject(asArray(calls)[0])['status']).toBeUndefined()
  })

  test('send the head of an answer before its body', async () => {
    const emulator = await listening()
    await emulator.post('/_emulator/faults', { kind: 'slow', ms: 800 })
    const answer = await fetch(`${emulator.origin}${dataSets}`)
    const body = answer.json()
    expect(await Promise.race([body.then(() => 'body'), new Promise((resolve) => setImmediate(resolve, 'only the head'))])).toBe('only the head')
    expect(await body).toMatchObject({ error_code: '403010' })
  })

  test('do not meet the control side itself', async () => {
    const emulator = await openTestEmulator()
    await control(emulator, 'POST', '/faults', { kind: 'status', status: 500, times: 'always' })
    expect((await control(emulator, 'GET', '/state')).status).toBe(200)
    expect((await control(emulator, 'DELETE', '/faults')).status).toBe(204)
    expect((await emulator.call('GET', dataSets)).status).toBe(200)
  })
})

describe('the log of calls', () => {
  test('tells method, path, status and request id, without any secret', async () => {
    const emulator = await openTestEmulator()
    const { clientId, clientSecret } = emulator.credential
    const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, scope: grantedScopes.join(',') }
    await emulator.app.request(`/ims/token/v3?${new URLSearchParams(form).toString()}`, { method: 'POST' })
    const auth = { specName: 'x', params: { clientSecret: 'canary-1', accessToken: 'canary-2' } }
    const { headers } = await emulator.call('POST', '/data/foundation/flowservice/connections', { body: { name: 'PayPal', auth } })
    const { body, text } = await control(emulator, 'GET', '/calls')
    const path = '/data/foundation/flowservice/connections'
    expect(asArray(body['calls']).at(-1)).toMatchObject({ method: 'POST', path, sandbox: 'prod', requestId: headers.get('x-request-id') })
    expect(text).not.toContain(clientSecret)
    expect(text).not.toContain(emulator.token)
    expect(text).not.toContain('canary')
    await control(emulator, 'DELETE', '/calls')
    expect((await control(emulator, 'GET', '/calls')).body['calls']).toEqual([])
  })
})

describe('who may use it', () => {
  test.each([
    { host: 'evil.example' },
    { host: '127.0.0.1.evil.example' },
    { host: '127.0.0.1', origin: 'https://evil.example' },
    { host: 'localhost', origin: 'null' },
  ])('not $host from $origin', async ({ host, origin }) => {
    const emulator = await openTestEmulator()
    const answer = await emulator.app.request(`http://${host}/_emulator/state`, { headers: origin === undefined ? {} : { origin } })
    expect(answer.status).toBe(403)
  })

  test('this machine under a name of its own', async () => {
    const emulator = await openTestEmulator()
    for (const host of ['127.0.0.1:4010', 'localhost:4010', '[::1]:4010'])
      expect((await emulator.app.request(`http://${host}/_emulator/state`)).status).toBe(200)
  })
})

test('a reset forgets resources, faults and switches, but neither the credential nor its tokens', async () => {
  const emulator = await openTestEmulator()
  const body = { title: 'Gone', allOf: [{ $ref: 'https://ns.adobe.com/xdm/context/profile' }] }
  await emulator.registry('POST', '/tenant/schemas', { body })
  await control(emulator, 'POST', '/switches', { expressionAnswer: 'boolean' })
  await control(emulator, 'POST', '/faults', { kind: 'status', status: 500 })
  expect((await control(emulator, 'POST', '/reset')).status).toBe(204)
  expect((await control(emulator, 'GET', '/resources?kind=schemas')).body['resources']).toEqual([])
  expect((await control(emulator, 'GET', '/switches')).body['expressionAnswer']).toBe('object')
  expect((await emulator.call('GET', dataSets)).status).toBe(200)
})

test('a latency is added to every call of Adobe’s side', async () => {
  const emulator = await openTestEmulator()
  await control(emulator, 'POST', '/latency', { ms: 40 })
  const from = performance.now()
  await emulator.call('GET', dataSets)
  expect(performance.now() - from).toBeGreaterThan(35)
})
