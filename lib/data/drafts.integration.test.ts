import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/test-database'
import { stubEnvironment } from '@/lib/testing/test-environment'
import { closeDatabase, database } from './database'
import { discardDraft, getDraft, listDrafts, saveDraft, startDraft, visitStep } from './drafts'

let testDatabase: TestDatabase

beforeAll(async () => {
  testDatabase = await createTestDatabase()
  stubEnvironment({ DATABASE_URL: testDatabase.url })
})

afterAll(async () => {
  await closeDatabase()
  await testDatabase.drop()
})

beforeEach(async () => {
  await database().draft.deleteMany()
  await database().user.deleteMany()
  await database().user.createMany({
    data: [{ id: 'ada', name: 'Ada', email: 'ada@example.com' }, { id: 'bob', name: 'Bob', email: 'bob@example.com' }],
  })
})

describe('a draft', () => {
  test('comes back as it was saved, section by section', async () => {
    const { id } = await startDraft('ada')
    await saveDraft({ id, ownerId: 'ada', revision: 1, sections: { source: { sourceKey: 'paypal' } }, step: 'data' })
    await saveDraft({ id, ownerId: 'ada', revision: 2, sections: { data: { table: 'T' } } })
    expect(await getDraft(id, 'ada')).toMatchObject({
      revision: 3, step: 'data', answers: { source: { sourceKey: 'paypal' }, data: { table: 'T' } },
    })
  })

  test('keeps the fields inside of objects in the order of the source', async () => {
    const { id } = await startDraft('ada')
    const fields = { total_amount: { type: 'integer' }, id: { type: 'string' }, paid: { type: 'boolean' } }
    const columns = [{ name: 'charge', type: 'object', properties: fields }]
    await saveDraft({ id, ownerId: 'ada', revision: 1, sections: { data: { columns } } })
    const [column] = (await getDraft(id, 'ada'))?.answers.data?.columns ?? []
    expect(Object.keys(column?.properties ?? {})).toEqual(['total_amount', 'id', 'paid'])
  })

  test('is nobody else\'s to read, save or discard', async () => {
    const { id } = await startDraft('ada')
    expect(await getDraft(id, 'bob')).toBeUndefined()
    expect(await saveDraft({ id, ownerId: 'bob', revision: 1, sections: {} })).toEqual({ outcome: 'missing' })
    expect(await discardDraft(id, 'bob')).toBe(false)
    expect(await getDraft('no-uuid', 'ada')).toBeUndefined()
  })

  test('saved on top of an older revision is a conflict that changes nothing and shows the other answers', async () => {
    const { id } = await startDraft('ada')
    await saveDraft({ id, ownerId: 'ada', revision: 1, sections: { data: { table: 'first tab' } } })
    const second = await saveDraft({ id, ownerId: 'ada', revision: 1, sections: { data: { table: 'second tab' } } })
    expect(second).toMatchObject({ outcome: 'conflict', theirs: { revision: 2, answers: { data: { table: 'first tab' } } } })
    expect((await getDraft(id, 'ada'))?.answers.data?.table).toBe('first tab')
  })

  test('saved by twenty at once is saved by exactly one', async () => {
    const { id } = await startDraft('ada')
    const saves = Array.from({ length: 20 }, (_, index) =>
      saveDraft({ id, ownerId: 'ada', revision: 1, sections: { review: { name: `tab ${index}` } } }))
    const outcomes = (await Promise.all(saves)).map(({ outcome }) => outcome)
    expect(outcomes.filter((outcome) => outcome === 'saved')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'conflict')).toHaveLength(19)
  })

  test('that was never touched is handed out again and not listed', async () => {
    const first = await startDraft('ada')
    expect((await startDraft('ada')).id).toBe(first.id)
    expect((await startDraft('bob')).id).not.toBe(first.id)
    expect(await listDrafts('ada')).toEqual([])
  })

  test('is listed with what is known of it, and visiting a step does not make it newer', async () => {
    const { id } = await startDraft('ada')
    await saveDraft({ id, ownerId: 'ada', revision: 1, sections: { source: { sourceKey: 'paypal' }, data: { table: 'T' } } })
    const before = await getDraft(id, 'ada')
    await visitStep(id, 'ada', 'target')
    expect(await listDrafts('ada')).toEqual([
      { id, step: 'target', isChange: false, updatedAt: before?.updatedAt, sourceKey: 'paypal', table: 'T' },
    ])
    expect(await discardDraft(id, 'ada')).toBe(true)
    expect(await listDrafts('ada')).toEqual([])
  })

  test('with a section this version cannot read keeps the others', async () => {
    const { id } = await startDraft('ada')
    await database().draft.update({ where: { id }, data: { answers: { data: { table: 7 }, review: { name: 'kept' } } } })
    expect((await getDraft(id, 'ada'))?.answers).toEqual({ review: { name: 'kept' } })
  })
})
