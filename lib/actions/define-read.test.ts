import { beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { authorise, NotSignedIn } from '@/lib/access/authorise'
import { ExplainedFailure } from '@/lib/explained-error'
import { defineRead } from './define-read'

vi.mock('@/lib/access/authorise', async () => {
  const { ExplainedFailure: Failure } = await import('@/lib/explained-error')
  class NotSignedInFake extends Failure {}
  return { authorise: vi.fn<() => Promise<unknown>>(), NotSignedIn: NotSignedInFake }
})

const input = z.object({ flowId: z.string(), page: z.coerce.number().int(), state: z.union([z.string(), z.array(z.string())]).optional() })

beforeEach(() => {
  vi.mocked(authorise).mockReset().mockResolvedValue({ id: 'user-1', name: 'Ada', email: 'ada@example.com', role: 'admin' })
  vi.spyOn(process.stdout, 'write').mockReturnValue(true)
})

async function ask(run: Parameters<typeof defineRead<typeof input, unknown>>[0]['run'], search = '?page=2') {
  const handler = defineRead({ input, run })
  const response = await handler(new Request(`http://app.test/api/things/f1${search}`), { params: Promise.resolve({ flowId: 'f1' }) })
  return { status: response.status, cache: response.headers.get('cache-control'), body: await response.json() }
}

test('a read gets route and address parameters together and is never kept by a cache', async () => {
  const answer = await ask(async (parsed) => parsed, '?page=2&state=a&state=b')
  expect(answer).toEqual({ status: 200, cache: 'private, no-store', body: { flowId: 'f1', page: 2, state: ['a', 'b'] } })
})

test('the address cannot stand in for the route', async () => {
  expect((await ask(async (parsed) => parsed, '?page=1&flowId=other')).body).toMatchObject({ flowId: 'f1' })
})

test('a big integer travels as text', async () => {
  expect((await ask(async () => ({ bytes: 12n }))).body).toEqual({ bytes: '12' })
})

test('nobody reads without a session', async () => {
  vi.mocked(authorise).mockRejectedValue(new (NotSignedIn as new (error: object) => Error)({ code: 'not-signed-in', retryable: false }))
  const run = vi.fn<() => Promise<unknown>>()
  expect(await ask(run)).toMatchObject({ status: 401, body: { error: { code: 'not-signed-in' } } })
  expect(run).not.toHaveBeenCalled()
})

test('a parameter that does not fit is the reader’s fault', async () => {
  expect(await ask(async () => null, '?page=two')).toMatchObject({ status: 400, body: { error: { code: 'invalid-input' } } })
})

test.each([
  [404, { code: 'not-found', retryable: false }],
  [409, { code: 'conflict', retryable: false }],
  [502, { code: 'adobe.unknown', retryable: true, adobe: { status: 500 } }],
  [422, { code: 'workspace-archived', retryable: false }],
])('status %i tells what kind of failure %o is', async (status, explained) => {
  const answer = await ask(() => Promise.reject(new ExplainedFailure(explained)))
  expect(answer).toMatchObject({ status, body: { error: explained } })
})

test('of anything unforeseen only a reference is answered', async () => {
  const answer = await ask(() => Promise.reject(new Error('secret table missing')))
  expect(answer.status).toBe(500)
  expect(JSON.stringify(answer.body)).not.toContain('secret table')
  expect(answer.body.error.values.reference).toMatch(/^[0-9a-f]{8}$/)
})
