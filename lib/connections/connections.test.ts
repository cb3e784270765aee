import { describe, expect, test } from 'vitest'
import { ExplainedFailure } from '@/lib/explained-error'
import { createFakeAdobe, json, type ScriptedAnswer } from '@/lib/testing/fake-adobe'
import { acceptCredentials } from './accept-credentials'
import { listConnectionOverviews } from './connection-overview'
import { deleteUnusedConnection } from './delete-unused-connection'
import { makeConnection } from './make-connection'
import { rotateCredentials } from './rotate-credentials'

const specId = '2acf109f-9b66-4d5e-bc18-ebb2adcff8d5'
const secret = 'sq0csp-canary-5512'
const spec = {
  id: specId,
  name: 'square',
  version: '1.0',
  authSpec: [{
    name: 'OAuth2 Refresh Code',
    spec: {
      type: 'object',
      properties: { host: { type: 'string' }, clientId: { type: 'string' }, token: { type: 'string', format: 'password' } },
      required: ['host', 'clientId', 'token'],
    },
  }],
}
const connection = { id: 'c', name: 'Shop', state: 'enabled', etag: '"1a"', connectionSpec: { id: specId, version: '1.0' }, auth: { specName: 'OAuth2 Refresh Code' } }

/** Answers by the end of the path, whatever the order of the questions. */
const byPath = (answers: Record<string, () => Response>): ScriptedAnswer[] => [
  ({ url, method }) => {
    const name = Object.keys(answers).find((key) => `${method} ${url.pathname.replace('/data/foundation/flowservice', '')}` === key)
    return name === undefined ? json({ items: [] }) : (answers[name]?.() ?? json({}))
  },
]

const values = { f0: 'connect.squareup.com', f1: 'app', f2: secret }

describe('new credentials', () => {
  const answers = byPath({
    'GET /connections/c': () => json({ items: [connection] }),
    [`GET /connectionSpecs/${specId}`]: () => json({ items: [spec] }),
    'PATCH /connections/c': () => json({ id: 'c', etag: '"2b"' }),
    'GET /connections/c/test': () => json({ result: true }),
  })

  test('replace the whole set under the etag just read, are tried, and reach no record', async () => {
    const adobe = createFakeAdobe(answers)
    expect(await rotateCredentials(adobe.client, 'c', { ...values, f9: 'stray' })).toEqual({ works: true })
    const patch = adobe.seen.find(({ method }) => method === 'PATCH')
    expect(patch?.headers.get('if-match')).toBe('"1a"')
    expect(patch?.body).toEqual([{ op: 'replace', path: '/auth/params', value: { host: 'connect.squareup.com', clientId: 'app', token: secret } }])
    expect(JSON.stringify(adobe.records)).not.toContain(secret)
  })

  test('that are not whole are not sent', async () => {
    const adobe = createFakeAdobe(answers)
    await expect(rotateCredentials(adobe.client, 'c', { f0: 'h' })).rejects.toBeInstanceOf(ExplainedFailure)
    expect(adobe.seen.some(({ method }) => method === 'PATCH')).toBe(false)
  })

  test('for a way to sign in that Adobe does not name are not sent', async () => {
    const adobe = createFakeAdobe(answers)
    await expect(acceptCredentials(adobe.client, { specId, authSpecName: 'Other', values })).rejects.toBeInstanceOf(ExplainedFailure)
  })
})

describe('a new connection', () => {
  const accepted = { connectionSpec: { id: specId, version: '1.0' }, authSpecName: 'OAuth2 Refresh Code', params: { token: secret } }

  test('that the source refuses is taken away again', async () => {
    const adobe = createFakeAdobe(byPath({
      'POST /connections': () => json({ id: 'new', etag: '"1"' }, 201),
      'GET /connections/new/test': () => json({ result: false }),
      'DELETE /connections/new': () => new Response(null, { status: 204 }),
    }))
    expect(await makeConnection(adobe.client, 'n', accepted)).toEqual({ outcome: 'refused' })
    expect(adobe.seen.at(-1)).toMatchObject({ method: 'DELETE' })
    expect(JSON.stringify(adobe.records)).not.toContain(secret)
  })
})

describe('what hangs on a connection', () => {
  const answers = (flows: object[]) => byPath({
    'GET /connections': () => json({ items: [connection, { ...connection, id: 'b', name: 'Bucket', connectionSpec: { id: 'not-payments' } }] }),
    'GET /sourceConnections': () => json({ items: [{ id: 's', baseConnectionId: 'c' }, { id: 'other', baseConnectionId: 'b' }] }),
    'GET /flows': () => json({ items: flows }),
    'GET /connectionSpecs': () => json({ items: [spec] }),
    'DELETE /connections/c': () => new Response(null, { status: 204 }),
  })
  const flow = { id: 'f', name: 'Payments', state: 'disabled', sourceConnectionIds: ['s'] }

  test('is listed with it; connections of other kinds are not shown, and no default of ours is put in', async () => {
    const list = await listConnectionOverviews(createFakeAdobe(answers([flow])).client)
    expect(list).toMatchObject([{ id: 'c', name: 'Shop', sourceName: 'Square', flows: [{ id: 'f', name: 'Payments', state: 'disabled' }] }])
    expect(list[0]?.auth?.fields.map(({ name, default: value }) => [name, value])).toEqual([['host', undefined], ['clientId', undefined], ['token', undefined]])
  })

  test('keeps it from being deleted, even when switched off', async () => {
    const adobe = createFakeAdobe(answers([flow]))
    await expect(deleteUnusedConnection(adobe.client, 'c')).rejects.toMatchObject({ explained: { code: 'connection-in-use', values: { count: 1 } } })
    expect(adobe.seen.some(({ method }) => method === 'DELETE')).toBe(false)
  })

  test('nothing, so that it is deleted', async () => {
    const adobe = createFakeAdobe(answers([]))
    await deleteUnusedConnection(adobe.client, 'c')
    expect(adobe.seen.at(-1)).toMatchObject({ method: 'DELETE' })
  })
})
