import { beforeEach, describe, expect, test } from 'vitest'

import { asArray, asObject, asText } from '../json'
import { openTestEmulator, type TestEmulator } from '../testing/test-emulator'
import { findMappingSet, mappingRowsOf, targetSchemaIdOf } from './lookup'

const sets = '/data/foundation/conversion/mappingSets'

let emulator: TestEmulator
let schemaId: string
beforeEach(async () => {
  emulator = await openTestEmulator()
  const allOf = ['context/experienceevent', 'context/experienceevent-commerce'].map((path) => ({ $ref: `https://ns.adobe.com/xdm/${path}` }))
  schemaId = asText((await emulator.registry('POST', '/tenant/schemas', { body: { title: 'Payments', allOf } })).body['$id'])
})

const id = { sourceType: 'ATTRIBUTE', source: 'Id', destination: '_id' }
const total = { sourceType: 'EXPRESSION', source: 'to_decimal(Gross) - to_decimal(Fee)', destination: 'commerce.order.priceTotal' }
const kind = { sourceType: 'STATIC', source: 'commerce.purchases', destination: 'eventType' }
const bodyOf = (...mappings: object[]) => ({
  name: 'Payments',
  version: 0,
  outputSchema: { schemaRef: { id: schemaId, contentType: 'application/vnd.adobe.xed-full+json;version=1' } },
  mappings,
})
const scope = () => ({ org: emulator.orgId, sandbox: 'prod' })

describe('mapping sets', () => {
  test('are made with 200 and six fields, and read in both spellings', async () => {
    const made = await emulator.call('POST', sets, { body: bodyOf(id, total, kind) })
    expect(made.status).toBe(200)
    expect(Object.keys(made.body)).toEqual(['id', 'version', 'createdDate', 'modifiedDate', 'createdBy', 'modifiedBy'])
    expect(made.body).toMatchObject({ id: expect.stringMatching(/^[0-9a-f]{32}$/) as unknown, version: 0 })
    const { body } = await emulator.call('GET', `${sets}/${asText(made.body['id'])}`)
    expect(body).toMatchObject({ xdmSchema: schemaId, outputSchema: { schemaRef: { id: schemaId } } })
    const [first] = asArray(body['mappings'])
    const shown = { source: 'Id', sourceAttribute: 'Id', destination: '_id', destinationXdmPath: '_id', sourceType: 'text/x.schema-path' }
    expect(first).toMatchObject(shown)
  })

  test('may be written in the older spelling', async () => {
    const mappings = [{ id: null, version: 0, sourceAttribute: 'Id', destinationXdmPath: '_id', identity: false, identityGroup: null }]
    const made = await emulator.call('POST', sets, { body: { version: 0, id: null, xdmSchema: schemaId, xdmVersion: '1.0', mappings } })
    const set = findMappingSet(emulator.world, scope(), asText(made.body['id']))
    expect(set && [targetSchemaIdOf(set), mappingRowsOf(set)]).toEqual([schemaId, [id]])
  })

  test('change into a new version whose mappings have new ids; the old version is still there for flows', async () => {
    const made = await emulator.call('POST', sets, { body: bodyOf(id) })
    const path = `${sets}/${asText(made.body['id'])}`
    const idsOf = async (query = '') => asArray((await emulator.call('GET', path + query)).body['mappings']).map((one) => asObject(one)['id'])
    const before = await idsOf()
    const changed = await emulator.call('PUT', path, { body: bodyOf(id, kind) })
    expect(changed.body).toMatchObject({ version: 1, createdDate: made.body['createdDate'] })
    expect(await idsOf()).not.toContain(before[0])
    expect(await idsOf('?version=0')).toEqual(before)
    const old = findMappingSet(emulator.world, scope(), asText(made.body['id']), 0)
    expect(old && mappingRowsOf(old)).toEqual([id])
  })

  test.each([
    ['a path that the schema does not have', [{ ...id, destination: 'product.name' }], /not in the target schema/],
    ['an expression that cannot be read', [{ ...total, source: 'concat(a,' }], /cannot be read/],
    ['a function that does not exist', [{ ...total, source: 'sum_of(a)' }], /not valid/],
    ['one destination twice', [id, { ...id, source: 'Other' }], /more than once/],
    ['no mapping at all', [], /not valid/],
    ['an unknown source type', [{ ...id, sourceType: 'COLUMN' }], /not valid/],
  ])('with %s are refused', async (_case, mappings, detail) => {
    const answer = await emulator.call('POST', sets, { body: bodyOf(...mappings) })
    expect(answer.status).toBe(400)
    expect(answer.body['detail']).toMatch(detail)
    expect(emulator.world.store.count(scope(), 'mappingSets').created).toBe(0)
  })

  test('of another sandbox’s schema are refused', async () => {
    expect((await emulator.call('POST', sets, { body: bodyOf(id), sandbox: 'dev' })).body['detail']).toMatch(/does not exist in this sandbox/)
  })

  test('are listed by name', async () => {
    await emulator.call('POST', sets, { body: bodyOf(id) })
    await emulator.call('POST', sets, { body: { ...bodyOf(id), name: 'Others' } })
    const { body } = await emulator.call('GET', `${sets}?limit=10&start=0&name=Others`)
    expect(asArray(body['data']).map((one) => asObject(one)['name'])).toEqual(['Others'])
  })

  test('are validated mapping by mapping, in their order', async () => {
    const { body } = await emulator.call('POST', `${sets}/validate`, { body: bodyOf(id, { ...id, destination: 'product.name' }) })
    expect(body['validationResponse']).toEqual([
      { status: 'SUCCESS', errors: null },
      { status: 'FAILED', errors: [expect.objectContaining({ columnName: 'product.name', sourceType: 'ATTRIBUTE' })] },
    ])
  })
})

describe('a preview', () => {
  const preview = (data: unknown, ...mappings: object[]) =>
    emulator.call('POST', `${sets}/preview`, { body: { data, mappingSet: bodyOf(...mappings) } })

  test('applies mappings to rows, in the types of the schema', async () => {
    const { list } = await preview([{ Id: 17, Gross: '12.50', Fee: '0.5' }], id, total, kind)
    expect(list).toEqual([{ data: { _id: '17', eventType: 'commerce.purchases', commerce: { order: { priceTotal: 12 } } }, errors: null }])
  })

  test('tells what went wrong in a row and goes on with the rest of it', async () => {
    const { list } = await preview({ Id: 'a', Gross: 'much', Fee: '1' }, id, total)
    expect(list).toEqual([{ data: { _id: 'a' }, errors: [expect.objectContaining({ destination: 'commerce.order.priceTotal' })] }])
  })

  test('takes a hundred rows at most', async () => {
    expect((await preview(Array.from({ length: 101 }, () => ({ Id: 'a' })), id)).status).toBe(400)
  })
})

describe('the expression language', () => {
  const language = '/data/foundation/conversion/languages/el'

  test('is asked whether an expression is one of it', async () => {
    const ask = async (body: object) => (await emulator.call('POST', `${language}/validate`, { body })).body
    expect(await ask({ expression: 'concat(a, "-", b)' })).toEqual({ validationStatus: 'succeeded', error: 'none' })
    expect(await ask({ expression: 'concat(a,' })).toMatchObject({ validationStatus: 'failed' })
    expect(await ask({ expression: 'nonsense(a)' })).toMatchObject({ validationStatus: 'failed' })
    await emulator.call('POST', '/_emulator/switches', { body: { expressionAnswer: 'boolean' } })
    expect((await emulator.call('POST', `${language}/validate`, { body: { expression: 'a' } })).text).toBe('true')
  })

  test('lists its functions and operators', async () => {
    const { list } = await emulator.call('GET', `${language}/functions`)
    expect(list).toContainEqual(expect.objectContaining({ function: 'concat', category: 'string' }))
    expect((await emulator.call('GET', `${language}/operators`)).list.length).toBeGreaterThan(10)
  })
})
