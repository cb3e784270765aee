import { describe, expect, test } from 'vitest'

import { grantedScopes } from './installation'
import { asArray, asObject } from './json'
import { openTestEmulator } from './testing/test-emulator'

const dataSets = '/data/foundation/catalog/dataSets'

describe('every call of Adobe’s side', () => {
  test.each([
    ['authorization', undefined, 403, '403010'],
    ['authorization', 'Bearer forged.token.here', 401, '401013'],
    ['authorization', 'Basic abc', 401, '401013'],
    ['x-api-key', undefined, 403, '403000'],
    ['x-api-key', 'another', 403, '403003'],
    ['x-gw-ims-org-id', undefined, 400, '400003'],
    ['x-gw-ims-org-id', 'no-organisation', 403, '403027'],
    ['x-gw-ims-org-id', 'AAAA@AdobeOrg', 403, '403025'],
  ])('is refused with %s: %s', async (name, value, status, code) => {
    const emulator = await openTestEmulator()
    const answer = await emulator.call('GET', dataSets, { headers: { [name]: value } })
    expect([answer.status, answer.body['error_code']]).toEqual([status, code])
  })

  test.each([
    [undefined, 400],
    ['nowhere', 404],
  ])('is refused for the sandbox %s', async (sandbox, status) => {
    const emulator = await openTestEmulator()
    expect((await emulator.call('GET', dataSets, { headers: { 'x-sandbox-name': sandbox } })).status).toBe(status)
  })

  test('carries a request id of its own', async () => {
    const emulator = await openTestEmulator()
    const ids = [await emulator.call('GET', dataSets), await emulator.call('GET', dataSets)].map(({ headers }) => headers.get('x-request-id'))
    expect(new Set(ids).size).toBe(2)
    expect(ids[0]).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('to an address that Adobe does not have is a 404', async () => {
    const emulator = await openTestEmulator()
    expect((await emulator.call('GET', '/data/foundation/nothing')).body).toMatchObject({ status: 404, title: 'NotFoundError' })
  })
})

describe('IMS', () => {
  const ask = async (change: Record<string, string | undefined>) => {
    const emulator = await openTestEmulator()
    const { clientId, clientSecret } = emulator.credential
    const form = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, scope: grantedScopes.join(','), ...change }
    const given = Object.entries(form).filter((pair): pair is [string, string] => pair[1] !== undefined)
    const answer = await emulator.app.request('/ims/token/v3', { method: 'POST', body: new URLSearchParams(given) })
    return { status: answer.status, body: asObject((await answer.json()) as never) }
  }

  test('gives a token for a day', async () => {
    const { status, body } = await ask({})
    expect(status).toBe(200)
    expect(body).toMatchObject({ token_type: 'bearer', expires_in: 86_399 })
  })

  test.each([
    [{ grant_type: undefined }, 400, 'invalid_request'],
    [{ grant_type: 'password' }, 400, 'unsupported_grant_type'],
    [{ client_secret: 'wrong' }, 401, 'invalid_client'],
    [{ client_id: 'wrong' }, 401, 'invalid_client'],
    [{ scope: undefined }, 400, 'invalid_scope'],
    [{ scope: 'openid,everything' }, 400, 'invalid_scope'],
  ])('refuses %o', async (change, status, error) => {
    const answer = await ask(change)
    expect([answer.status, answer.body['error']]).toEqual([status, error])
  })
})

test('the list of sandboxes needs no sandbox', async () => {
  const emulator = await openTestEmulator()
  const { body } = await emulator.call('GET', '/data/foundation/sandbox-management/', { headers: { 'x-sandbox-name': undefined } })
  expect(asArray(body['sandboxes']).map((one) => asObject(one)['name'])).toEqual(['prod', 'dev', 'stage'])
})
