import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { addLink } from '@/lib/mapping/commands'
import { emptyMapping } from '@/lib/mapping/mapping-document'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/test-database'
import { stubEnvironment } from '@/lib/testing/test-environment'
import { closeDatabase, database } from './database'
import { deleteMappingTemplate, listMappingTemplates, renameMappingTemplate, saveMappingTemplate, type TemplateAnswer } from './mapping-templates'

let testDatabase: TestDatabase

beforeAll(async () => {
  testDatabase = await createTestDatabase()
  stubEnvironment({ DATABASE_URL: testDatabase.url })
})

afterAll(async () => {
  await closeDatabase()
  await testDatabase.drop()
})

beforeEach(async () => void (await database().mappingTemplate.deleteMany()))

const document = addLink(emptyMapping, 'id', '_id')
const kept = { sourceKey: 'paypal', name: 'Orders', table: 'Transactions', document, createdById: 'ada', replaces: false }
const idOf = (answer: TemplateAnswer): string => (answer.outcome === 'done' ? answer.id : answer.outcome)

describe('a template', () => {
  test('is found under its source alone, by name, without the rows of tests', async () => {
    const tested = { ...document, tests: [{ id: 't1', name: 'A row', row: { id: 'secret' }, expected: {}, nowMs: 0 }] }
    const id = idOf(await saveMappingTemplate({ ...kept, document: tested }))
    expect(await listMappingTemplates('paypal')).toEqual([{ id, name: 'Orders', table: 'Transactions', document }])
    expect(await listMappingTemplates('stripe')).toEqual([])
  })

  test('keeps its name to itself within its source: a second one is refused unless it is to replace the first', async () => {
    const id = idOf(await saveMappingTemplate(kept))
    expect(await saveMappingTemplate(kept)).toEqual({ outcome: 'taken' })
    expect((await saveMappingTemplate({ ...kept, sourceKey: 'stripe' })).outcome).toBe('done')
    const other = addLink(emptyMapping, 'amount', 'commerce.order.priceTotal')
    expect(await saveMappingTemplate({ ...kept, document: other, replaces: true })).toEqual({ outcome: 'done', id })
    expect((await listMappingTemplates('paypal')).map((one) => one.document)).toEqual([other])
  })

  test('is renamed and forgotten; what is gone is said to be missing, forgetting it again is no failure', async () => {
    const id = idOf(await saveMappingTemplate(kept))
    await saveMappingTemplate({ ...kept, name: 'Refunds' })
    expect(await renameMappingTemplate(id, 'Refunds')).toEqual({ outcome: 'taken' })
    expect(await renameMappingTemplate(id, 'Purchases')).toEqual({ outcome: 'done', id })
    expect((await listMappingTemplates('paypal')).map(({ name }) => name)).toEqual(['Purchases', 'Refunds'])
    await deleteMappingTemplate(id)
    await deleteMappingTemplate(id)
    expect(await renameMappingTemplate(id, 'Back')).toEqual({ outcome: 'missing' })
  })
})
