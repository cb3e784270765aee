import { describe, expect, test } from 'vitest'
import { wholeAnswers } from './answers-for-test'
import { changeWorkspace, chooseSource, chooseTable, takeColumns } from './cascades'
import { completeDraft } from './complete-draft'
import { deltaCandidates } from './delta-column'
import type { SourceColumn } from './flow-definition'
import { mappingKey } from './mapping-key'
import { nameStamp, proposeNames, tableTitle } from './propose-names'
import { findProblems } from './step-problems'

const other = 'c0ffee00-0000-4000-8000-000000000002'
const stamp = nameStamp('abcd1234-0000-4000-8000-000000000000', '2026-11-24T23:59:00Z')
const naming = { sourceName: 'PayPal', stamp }
const text = (name: string): SourceColumn => ({ name, type: 'string', xdm: { type: 'string' } })
const time = (name: string): SourceColumn => ({ ...text(name), 'meta:xdmType': 'date-time', xdm: { type: 'string', format: 'date-time' } })

const stripe = { key: 'stripe', name: 'Stripe', kind: 'rest' as const, connectionSpec: { id: 'cc2c31d6-7b8c-4581-b49f-5c8698aa3ab3', version: '1.0' } }

describe('another source', () => {
  test('forgets the account and what was read of the former one, and keeps the rest', () => {
    const before = wholeAnswers()
    const after = chooseSource(before, stripe)
    expect(after.source).toEqual({ workspaceId: before.source?.workspaceId, sourceKey: 'stripe', sourceName: 'Stripe', sourceKind: 'rest', connectionSpec: stripe.connectionSpec })
    expect(after.data).toEqual({})
    expect(after.schedule?.flowSpec).toBeUndefined()
    expect([after.target, after.mapping, after.review]).toEqual([before.target, before.mapping, before.review])
    expect(findProblems(after)[0]).toMatchObject({ step: 'source', code: 'connection-missing' })
  })

  test('keeps the account where both have one specification, and changes nothing when it is the same', () => {
    const before = wholeAnswers()
    const generic = { ...stripe, key: 'mollie', connectionSpec: before.source?.connectionSpec }
    expect(chooseSource(before, generic).source?.baseConnectionId).toBe('base-1')
    expect(chooseSource(before, { key: 'paypal', name: 'PayPal', kind: 'table', connectionSpec: before.source?.connectionSpec })).toBe(before)
  })

  test('a REST resource needs no delta column and becomes a definition of its kind', () => {
    const before = wholeAnswers()
    const chosen = chooseTable({ ...chooseSource(before, stripe), data: { table: 'refunds', deltaColumn: 'x' } }, 'charges', { ...naming, sourceName: 'Stripe' })
    expect(chosen.data).toEqual({ kind: 'rest', table: 'charges' })
    const columns: SourceColumn[] = [{ name: 'data', type: 'object', xdm: { type: 'object', properties: { id: { type: 'string' } } } }]
    const after = { ...chosen, data: takeColumns(chosen.data ?? {}, columns), source: { ...chosen.source, baseConnectionId: 'b', connectionName: 'n' } }
    after.schedule = { ...before.schedule }
    after.mapping = { ...before.mapping, verdict: { key: mappingKey(after.data, after.target) ?? '', mapped: 1, required: 0, requiredMapped: 0, errors: 0, warnings: 0 } }
    const whole = completeDraft(after)
    expect(whole.ok && whole.data.definition.data).toEqual({ kind: 'rest', resourcePath: 'charges', columns })
  })
})

describe('another workspace', () => {
  test('keeps mapping, schedule and names, and says which ids have to be chosen again', () => {
    const before = wholeAnswers()
    before.target = { ...before.target, schemaMode: 'existing', schemaId: 's', datasetMode: 'existing', datasetId: 'd' }
    const { answers, lost } = changeWorkspace(before, other)
    expect(lost).toEqual(['connection', 'schema', 'dataset'])
    expect(answers.mapping).toEqual(before.mapping)
    expect(answers.data).toEqual(before.data)
    expect(answers.schedule?.schedule).toEqual(before.schedule?.schedule)
    expect(answers.target?.schemaTitle).toBe(before.target.schemaTitle)
    expect(JSON.stringify(answers)).not.toContain('base-1')
    expect(findProblems(answers).map(({ step }) => step)).toContain('source')
  })

  test('global classes and field groups stay, those of the tenant do not', () => {
    const before = wholeAnswers()
    before.target = {
      ...before.target,
      fieldGroupIds: ['https://ns.adobe.com/xdm/mixins/product-catalog', 'https://ns.adobe.com/acme/mixins/1'],
    }
    const { answers, lost } = changeWorkspace(before, other)
    expect(lost).toEqual(['connection', 'field-groups'])
    expect(answers.target?.classId).toBe(before.target.classId)
    expect(answers.target?.fieldGroupIds).toEqual(['https://ns.adobe.com/xdm/mixins/product-catalog'])
  })

  test('the same one changes nothing', () => {
    const before = wholeAnswers()
    expect(changeWorkspace(before, before.source?.workspaceId ?? '')).toEqual({ answers: before, lost: [] })
  })
})

describe('another table', () => {
  const table = 'PayPal.Transactions'
  const columns = [text('Id'), time('Transaction_Initiation_Date')]

  test('keeps the mapping and, once its columns are known, proposes its delta column', () => {
    const before = wholeAnswers()
    const chosen = chooseTable(before, table, naming)
    expect(findProblems(chosen)[0]).toMatchObject({ step: 'data', code: 'columns-missing' })
    const after = { ...chosen, data: takeColumns(chosen.data ?? {}, columns) }
    expect(after.mapping).toEqual(before.mapping)
    expect(after.data).toEqual({ kind: 'table', table, columns, deltaColumn: 'Transaction_Initiation_Date' })
    expect(findProblems(after)[0]).toMatchObject({ step: 'mapping', code: 'mapping-unchecked' })
  })

  test('keeps a delta column that the new table has too', () => {
    const chosen = chooseTable(wholeAnswers(), 'T', naming)
    expect(takeColumns(chosen.data ?? {}, [time('Created'), time('updatedAt')]).deltaColumn).toBe('updatedAt')
  })

  test('proposed names follow the table, written ones stay', () => {
    const before = wholeAnswers()
    const proposed = proposeNames('PayPal', 'PayPal.Catalog_Products', stamp)
    before.target = {
      ...before.target,
      schemaTitle: proposed.targetSchema,
      datasetName: 'My own name',
      rawSchema: { mode: 'adhoc', classTitle: proposed.rawClass, schemaTitle: 'Mine' },
    }
    const { target } = chooseTable(before, table, naming)
    expect(target?.schemaTitle).toBe('PayPal Transactions 2026-11-24 abcd')
    expect(target?.datasetName).toBe('My own name')
    expect(target?.rawSchema).toEqual({
      mode: 'adhoc', classTitle: 'PayPal Transactions raw class 2026-11-24 abcd', schemaTitle: 'Mine',
    })
  })

  test('reading the same table again does not undo the choice to go without a delta column', () => {
    const { data = {} } = wholeAnswers()
    const { deltaColumn: _none, ...without } = data
    expect(takeColumns(without, data.columns ?? []).deltaColumn).toBeUndefined()
  })
})

describe('the proposed delta column', () => {
  test.each<[string, SourceColumn[], { name: string; reason?: string } | undefined]>([
    ['a time of change before a time of creation', [time('Create_Time'), time('updatedAt')], { name: 'updatedAt', reason: 'changed' }],
    ['a time of creation before any other', [time('Due'), time('Create_Time')], { name: 'Create_Time', reason: 'created' }],
    ['the only one', [text('updatedAt_text'), time('Due')], { name: 'Due', reason: 'only' }],
    ['none where nothing is a time', [text('updatedAt')], undefined],
  ])('%s', (_name, columns, best) => {
    expect(deltaCandidates(columns)[0]).toEqual(best)
  })
})

test('tables are said as people say them, and all proposed titles differ', () => {
  expect(tableTitle('PayPal', 'PayPal.Catalog_Products')).toBe('PayPal Catalog Products')
  expect(tableTitle('Square', 'orders')).toBe('Square Orders')
  const { targetSchema, rawClass, rawSchema } = proposeNames('PayPal', 'PayPal.Orders', stamp)
  expect(new Set([targetSchema, rawClass, rawSchema]).size).toBe(3)
})
