import { beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { authorise, NotSignedIn } from '@/lib/access/authorise'
import { insertAuditEntry } from '@/lib/data/audit'
import { ExplainedFailure } from '@/lib/explained-error'
import { defineAction } from './define-action'
import { InvalidInput } from './invalid-input'

vi.mock('@/lib/data/audit', () => ({ insertAuditEntry: vi.fn<() => Promise<void>>(async () => undefined) }))
vi.mock('@/lib/access/authorise', async () => {
  const { ExplainedFailure: Failure } = await import('@/lib/explained-error')
  class NotSignedInFake extends Failure {}
  return { authorise: vi.fn<() => Promise<unknown>>(), NotSignedIn: NotSignedInFake }
})

const user = { id: 'user-1', name: 'Ada', email: 'ada@example.com', role: 'admin' as const }
const input = z.object({ name: z.string().min(1, 'things.nameMissing'), place: z.object({ city: z.string('things.cityMissing') }) })
const whole = { name: 'a thing', place: { city: 'Ghent' } }

const audited = vi.mocked(insertAuditEntry)

beforeEach(() => {
  audited.mockClear()
  vi.mocked(authorise).mockReset().mockResolvedValue(user)
  // The log is the server's; here it is only looked at.
  vi.spyOn(process.stdout, 'write').mockReturnValue(true)
})

const logged = () => vi.mocked(process.stdout.write).mock.calls.map(([line]) => String(line)).join('')

describe('an action', () => {
  test('answers data and leaves an entry in the audit trail', async () => {
    const run = defineAction({
      name: 'thing.create',
      input,
      run: async ({ name }) => ({ id: `id of ${name}` }),
      audit: ({ id }) => ({ subject: id, detail: { apiKey: 'hunter2', city: 'Ghent' } }),
    })
    expect(await run(whole)).toEqual({ ok: true, data: { id: 'id of a thing' } })
    expect(audited).toHaveBeenCalledExactlyOnceWith({
      actorId: 'user-1',
      action: 'thing.create',
      subject: 'id of a thing',
      detail: { apiKey: '[redacted]', city: 'Ghent' },
    })
  })

  test('does no work for nobody, and notes the attempt', async () => {
    vi.mocked(authorise).mockRejectedValue(new (NotSignedIn as new (error: object) => Error)({ code: 'not-signed-in', retryable: false }))
    const work = vi.fn<() => Promise<unknown>>()
    const answer = await defineAction({ name: 'thing.create', input, run: work })(whole)
    expect(answer).toMatchObject({ ok: false, error: { code: 'not-signed-in' } })
    expect(work).not.toHaveBeenCalled()
    expect(audited).toHaveBeenCalledExactlyOnceWith({ action: 'thing.create.denied', detail: {} })
  })

  test('names the fields that do not fit by dotted path and message key, and does no work', async () => {
    const work = vi.fn<() => Promise<unknown>>()
    const answer = await defineAction({ name: 'thing.create', input, run: work })({ name: '', place: {} })
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
      fieldErrors: { name: 'things.nameMissing', 'place.city': 'things.cityMissing' },
    })
    expect(work).not.toHaveBeenCalled()
  })

  test('passes on a failure that explains itself', async () => {
    const explained = { code: 'conflict', retryable: false, mendAt: 'workspace' as const }
    const run = defineAction({ name: 'thing.create', input, run: () => Promise.reject(new ExplainedFailure(explained)) })
    expect(await run(whole)).toEqual({ ok: false, error: explained })
    expect(audited).toHaveBeenCalledExactlyOnceWith({
      actorId: 'user-1',
      action: 'thing.create.failed',
      subject: undefined,
      detail: { code: 'conflict' },
    })
  })

  test('lets the work refuse a field', async () => {
    const run = defineAction({ name: 'thing.create', input, run: () => Promise.reject(new InvalidInput({ name: 'things.nameTaken' })) })
    expect(await run(whole)).toMatchObject({ ok: false, fieldErrors: { name: 'things.nameTaken' } })
  })

  test('of anything unforeseen lets only a reference out, under which the log holds the cause', async () => {
    const run = defineAction({
      name: 'thing.create',
      input,
      run: () => Promise.reject(new Error('connection to postgres://app:hunter2@db lost')),
    })
    const answer = await run(whole)
    expect(answer).toMatchObject({ ok: false, error: { code: 'unexpected', retryable: true } })
    const reference = answer.ok ? undefined : answer.error.values?.reference
    expect(reference).toMatch(/^[0-9a-f]{8}$/)
    expect(JSON.stringify(answer)).not.toMatch(/postgres|hunter2|stack/)
    expect(logged()).toContain(String(reference))
    expect(logged()).toContain('connection to postgres')
    expect(logged()).not.toContain('hunter2')
  })

  test('answers even when the audit trail cannot be written', async () => {
    audited.mockRejectedValueOnce(new Error('disk full'))
    const run = defineAction({ name: 'thing.create', input, run: async () => 'done' })
    expect(await run(whole)).toEqual({ ok: true, data: 'done' })
  })
})
