import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openPractice, type Practice } from '../../e2e/support/practice'
import { database } from '@/lib/data/database'
import { getDraft, listDrafts, startDraft } from '@/lib/data/drafts'
import { completeDraft } from '@/lib/flows/complete-draft'
import type { FlowDefinition } from '@/lib/flows/flow-definition'
import { draftOfDocument, previewImport } from './import-document'

const ownerId = 'person-1'
const nowMs = Date.parse('2026-11-24T10:00:00Z')
let practice: Practice
let definition: FlowDefinition

beforeAll(async () => {
  practice = await openPractice()
  definition = practice.definition
  await database().user.create({ data: { id: ownerId, name: 'Ada', email: 'ada@example.com' } })
})

afterAll(() => practice.close())

beforeEach(async () => {
  await database().draft.deleteMany()
})

const importInto = (document: FlowDefinition, choices = {}) =>
  draftOfDocument(document, { workspaceId: practice.workspace.id, choices, ownerId, nowMs })
const preview = (document: FlowDefinition, choices = {}) => previewImport(document, practice.workspace.id, choices, nowMs)

test('a document whose names are all found opens at the review, and its draft completes to the very same definition', async () => {
  const { draftId, step } = await importInto(definition)
  expect(step).toBe('review')
  const draft = await getDraft(draftId, ownerId)
  const completed = completeDraft(draft?.answers ?? {})
  expect(completed).toMatchObject({ ok: true, data: { definition, workspaceId: practice.workspace.id, bindings: { baseConnectionId: practice.connectionId } } })
})

test('an imported draft is listed as somebody’s work and survives the next beginning', async () => {
  const { draftId } = await importInto(definition)
  const other = await startDraft(ownerId)
  expect(other.id).not.toBe(draftId)
  expect((await listDrafts(ownerId)).map(({ id, name }) => [id, name])).toEqual([[draftId, 'Products']])
})

test('an account of another name is offered, and once chosen its own name goes into the draft', async () => {
  const elsewhere = { ...definition, source: { ...definition.source, connectionName: 'PayPal of another organisation' } }
  const { lacking } = await preview(elsewhere)
  expect(lacking).toEqual([expect.objectContaining({ place: 'connection', reason: 'none', candidates: [{ id: practice.connectionId, name: 'PayPal shop' }] })])
  expect((await importInto(elsewhere)).step).toBe('source')
  const base = (await preview(elsewhere, { connectionId: practice.connectionId })).steps.find(({ key }) => key === 'base-connection')
  expect(base).toMatchObject({ name: 'PayPal shop', reusedId: practice.connectionId })
  const { draftId, step } = await importInto(elsewhere, { connectionId: practice.connectionId })
  expect(step).toBe('review')
  expect((await getDraft(draftId, ownerId))?.answers.source?.connectionName).toBe('PayPal shop')
})

test('a mapping that does not fit the fields here is said, and the draft opens at it', async () => {
  const rows = [...definition.mapping.rows, { id: '3', sourceType: 'ATTRIBUTE' as const, source: 'Product_Id', destination: 'no.such.field' }]
  const misfit = { ...definition, mapping: { version: 1 as const, rows } }
  const { mapping } = await preview(misfit)
  expect(mapping?.errors).toEqual([expect.objectContaining({ path: 'mapping.rows[2]', area: 'mapper' })])
  expect((await importInto(misfit)).step).toBe('mapping')
})

test('existing schema and dataset are found by name, of the right class only; taken titles are named', async () => {
  const made = await practice.emulator.registry('POST', '/tenant/schemas', {
    sandbox: practice.workspace.sandbox,
    body: { title: 'Shop products', type: 'object', 'meta:class': 'https://ns.adobe.com/xdm/classes/product', allOf: [{ $ref: 'https://ns.adobe.com/xdm/classes/product' }] },
  })
  const schemaId = String(made.body['$id'])
  const schemaRef = { id: schemaId, contentType: 'application/vnd.adobe.xed-full+json;version=1' }
  const dataset = await practice.call('POST', '/data/foundation/catalog/dataSets', { name: 'Shop', schemaRef })
  const datasetId = String(dataset.list[0]).split('/').at(-1)
  const existing = (title: string, classId: string): FlowDefinition => ({
    ...definition, name: 'Existing',
    target: { schema: { mode: 'existing', title, classId }, dataset: { mode: 'existing', name: 'Shop' } },
  })
  expect((await preview(existing('Shop products', 'https://ns.adobe.com/xdm/classes/product'))).bindings).toMatchObject({ schemaId, datasetId })
  const { lacking, bindings } = await preview(existing('Shop products', 'https://ns.adobe.com/xdm/context/profile'))
  expect(lacking).toEqual([expect.objectContaining({ place: 'schema', reason: 'other-class' })])
  expect(bindings).not.toHaveProperty('datasetId')

  const misnamed = existing('Called otherwise there', 'https://ns.adobe.com/xdm/classes/product')
  const { draftId } = await importInto(misnamed, { schemaId, datasetId })
  expect((await getDraft(draftId, ownerId))?.answers.target, 'ids and names speak of the same things').toMatchObject({
    schemaId, schemaTitle: 'Shop products', datasetId, datasetName: 'Shop',
  })

  const clash = { ...definition, rawSchema: { mode: 'adhoc' as const, classTitle: 'Shop products', schemaTitle: 'free' } }
  expect((await preview(clash)).taken).toEqual([{ path: 'rawSchema.classTitle', title: 'Shop products' }])
})

test('where no account has the name, all accounts of the source are offered', async () => {
  await practice.connect('PayPal twin')
  const { lacking } = await preview({ ...definition, source: { ...definition.source, connectionName: 'PayPal nobody' } })
  expect(lacking[0]?.candidates.map(({ name }) => name).sort()).toEqual(['PayPal shop', 'PayPal twin'])
})
