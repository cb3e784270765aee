import { beforeEach, describe, expect, test } from 'vitest'

import type { JsonObject } from '../content/types'
import { asArray, asObject, asText } from '../json'
import { openTestEmulator, testStartMs, type TestEmulator } from '../testing/test-emulator'
import { writeBatchFiles } from './batch-files'
import { recordBatch } from './record-batch'

const catalog = '/data/foundation/catalog'
const contentType = 'application/vnd.adobe.xed+json;version=1'

let emulator: TestEmulator
let schemaId: string
beforeEach(async () => {
  emulator = await openTestEmulator()
  const body = { title: 'Products', allOf: [{ $ref: 'https://ns.adobe.com/xdm/classes/product' }] }
  schemaId = asText((await emulator.registry('POST', '/tenant/schemas', { body })).body['$id'])
})

const make = (name: string, more: object = {}) =>
  emulator.call('POST', `${catalog}/dataSets?requestDataSource=true`, { body: { name, schemaRef: { id: schemaId, contentType }, ...more } })
const makeId = async (name: string) => asText((await make(name)).list[0] as string).split('/').at(-1) ?? ''

describe('datasets', () => {
  test('are answered by their path when made, and keyed by id when read', async () => {
    const made = await make('Products')
    expect([made.status, made.list]).toEqual([201, [expect.stringMatching(/^@\/dataSets\/[0-9a-f]{24}$/)]])
    const id = asText(made.list[0] as string).split('/').at(-1) ?? ''
    const { body, headers } = await emulator.call('GET', `${catalog}/dataSets/${id}`)
    expect(Object.keys(body)).toEqual([id])
    expect(body[id]).toMatchObject({ name: 'Products', schemaRef: { id: schemaId }, state: 'DRAFT', created: testStartMs, version: '1.0.0' })
    expect(headers.get('e-tag')).toMatch(/^".+"$/)
    expect((await emulator.call('GET', `${catalog}/dataSets/${id}`, { sandbox: 'dev' })).status).toBe(404)
  })

  test.each([
    ['no name', { name: undefined }],
    ['an unknown schema', { schemaRef: { id: 'https://ns.adobe.com/acme/schemas/none', contentType } }],
    ['a media type of another kind', { schemaRef: { id: 'x', contentType: 'application/json' } }],
    ['tags that are no lists', { tags: { a: 'b' } }],
    ['the Profile tag on a schema outside of the union', { tags: { unifiedProfile: ['enabled:true'] } }],
  ])('with %s are refused', async (_case, more) => {
    const answer = await make('Products', more)
    expect([answer.status, answer.body['title']]).toEqual([400, 'BadRequestError'])
  })

  test('are listed by offset in the wanted order, with the wanted fields only', async () => {
    for (const name of ['b', 'c', 'a']) await make(name)
    const names = async (query: string) =>
      Object.values((await emulator.call('GET', `${catalog}/dataSets?${query}`)).body).map((one) => asObject(one)['name'])
    expect(await names('orderBy=asc:name')).toEqual(['a', 'b', 'c'])
    expect(await names('orderBy=desc:name&start=1&limit=1')).toEqual(['b'])
    expect(await names('name=a,c&orderBy=name')).toEqual(['a', 'c'])
    expect(await names('name=!a&orderBy=name')).toEqual(['b', 'c'])
    expect(await names('property=name==b')).toEqual(['b'])
    const { body } = await emulator.call('GET', `${catalog}/dataSets?properties=name&limit=1`)
    expect(Object.keys(asObject(Object.values(body)[0]))).toEqual(['name'])
    for (const query of ['limit=0', 'limit=101', 'limit=x']) expect((await emulator.call('GET', `${catalog}/dataSets?${query}`)).status).toBe(400)
  })

  test('are changed by merging, or by a JSON Patch that says it is one', async () => {
    const id = await makeId('Products')
    const patch = (body: unknown, type?: string) =>
      emulator.call('PATCH', `${catalog}/dataSets/${id}`, { body, ...(type !== undefined && { headers: { 'content-type': type } }) })
    const operations = [{ op: 'replace', path: '/name', value: 'Renamed' }]
    expect((await patch(operations)).body['detail']).toMatch(/application\/json-patch\+json/)
    expect((await patch(operations, 'application/json-patch+json')).list).toEqual([`@/dataSets/${id}`])
    expect((await patch({ description: 'All of them' })).status).toBe(200)
    const { body } = await emulator.call('GET', `${catalog}/dataSets/${id}`)
    expect(body[id]).toMatchObject({ name: 'Renamed', description: 'All of them', version: '1.0.2' })
    const tags = { 'adobe/pqs/table': ['products'] }
    await emulator.call('PATCH', `${catalog}/v2/dataSets/${id}`, { body: { tags } })
    expect(asObject((await emulator.call('GET', `${catalog}/dataSets/${id}`)).body[id])['tags']).toEqual(tags)
  })

  test('refuse a change of what somebody else has changed', async () => {
    const id = await makeId('Products')
    const { headers } = await emulator.call('GET', `${catalog}/dataSets/${id}`)
    const change = (description: string) =>
      emulator.call('PATCH', `${catalog}/dataSets/${id}`, { body: { description }, headers: { 'if-match': headers.get('e-tag') ?? '' } })
    expect([(await change('first')).status, (await change('second')).status]).toEqual([200, 412])
  })

  test('are deleted once; a second time finds nothing and says so by an empty list', async () => {
    const id = await makeId('Products')
    expect((await emulator.call('DELETE', `${catalog}/dataSets/${id}`)).list).toEqual([`@/dataSets/${id}`])
    const again = await emulator.call('DELETE', `${catalog}/dataSets/${id}`)
    expect([again.status, again.list]).toEqual([200, []])
  })
})

describe('batches', () => {
  const scope = () => ({ org: emulator.orgId, sandbox: 'prod' })
  const facts = (id: string, datasetId: string, failedRecords = 0) => ({
    id,
    datasetId,
    status: 'success' as const,
    startedMs: testStartMs,
    endedMs: testStartMs + 1000,
    inputBytes: 100,
    inputRecords: 2,
    outputRecords: 2 - failedRecords,
    failedRecords,
    errors: [],
    flowId: 'flow-1',
    diagnostics: true,
  })
  const refused: JsonObject = { productID: null, _errors: [{ code: 'INGEST-1555-400', message: 'missing' }] }

  test('tell what a run brought, and are known to their dataset', async () => {
    const id = await makeId('Products')
    recordBatch(emulator.world, scope(), facts('01BATCH', id))
    const { body } = await emulator.call('GET', `${catalog}/batches?dataSet=${id}`)
    expect(body['01BATCH']).toMatchObject({ status: 'success', recordCount: 2, failedRecordCount: 0, tags: { flowId: ['flow-1'] } })
    expect((await emulator.call('GET', `${catalog}/batches?dataSet=other`)).body).toEqual({})
    expect((await emulator.call('GET', `${catalog}/batches?createdAfter=${testStartMs}`)).body).toEqual({})
    expect(asObject((await emulator.call('GET', `${catalog}/dataSets/${id}`)).body[id])['lastSuccessfulBatch']).toBe('01BATCH')
  })

  test('give out the rows they refused, one JSON a line, and list nothing where none was', async () => {
    const id = await makeId('Products')
    writeBatchFiles(emulator.world, '01BAD', { written: [{ productID: 'p1' }], refused: [refused] })
    recordBatch(emulator.world, scope(), facts('01BAD', id, 1))
    writeBatchFiles(emulator.world, '02GOOD', { written: [{ productID: 'p1' }], refused: [] })
    recordBatch(emulator.world, scope(), facts('02GOOD', id))
    const meta = (batch: string, path: string) =>
      emulator.send('GET', `/data/foundation/export/batches/${batch}/meta?path=${encodeURIComponent(path)}`)
    const files = asArray(asObject((await (await meta('01BAD', 'row_errors')).json()) as never)['data'])
    const name = asText(asObject(files[0])['name'])
    const content = await (await meta('01BAD', `row_errors/${name}`)).text()
    expect(content.trimEnd().split('\n').map((line) => JSON.parse(line) as unknown)).toEqual([refused])
    expect(asObject((await (await meta('02GOOD', 'row_errors')).json()) as never)['data']).toEqual([])
    expect((await meta('03NONE', 'row_errors')).status).toBe(404)
  })
})
