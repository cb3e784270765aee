import { describe, expect, test } from 'vitest'
import { adobeRequestPreview } from '../request-preview'
import { testCredential } from '@/lib/testing/fake-adobe'
import { adhocClassRequest, adhocSchemaRequest } from './adhoc-schema'
import { baseConnectionRequest, exploreTableRequest } from './base-connection'
import { datasetRequest } from './dataset'
import { flowRequest, type Flow } from './flow'
import { nameCondition, patchItemRequest } from './flow-service-items'
import { mappingSetRequest } from './mapping-set'
import { scheduleParams } from './schedule-params'
import { containerOf, getRegistryRequest, listDescriptorsRequest, listRegistryRequest } from './schema-registry'
import { sourceConnectionRequest } from './source-connection'
import { targetConnectionRequest } from './target-connection'
import { descriptorPath, targetSchemaRequest } from './target-schema'

const columns = [
  { name: 'Product_Id', type: 'string', xdm: { type: 'string' } },
  { name: 'Price', type: 'double', xdm: { type: 'number' } },
  { name: 'Count', type: 'long', 'meta:xdmType': 'long', xdm: { type: 'integer' } },
  { name: 'Create_Time', type: 'string', 'meta:xdmType': 'date-time', xdm: { type: 'string', format: 'date-time' } },
  { name: 'Odd', type: 'blob', xdm: { type: 'object' } },
]
const spec = { id: '221c7626-58f6-4eec-8ee2-042b0226f03b', version: '1.0' }
const schemaId = 'https://ns.adobe.com/acme/schemas/14d89c5bb88e2ff488f23db896be469e'

const flow: Flow = {
  name: 'n',
  flowSpec: { id: 'f', version: '1.0' },
  sourceConnectionId: 's',
  targetConnectionId: 't',
  mappingSet: { id: 'm', version: 0 },
  deltaColumn: 'Create_Time',
  schedule: { startTime: 1_900_000_000, frequency: 'minute', interval: 30, backfill: true },
}

describe('where Adobe’s tutorial contradicts itself, the documented right way is taken', () => {
  test('the target connection carries the data lake’s specification and the schema’s version', () => {
    expect(targetConnectionRequest({ name: 'n', schemaId, datasetId: 'd' }).body).toMatchObject({
      connectionSpec: { id: 'c604ff05-7f1a-43c0-8e18-33bf874cb11c', version: '1.0' },
      data: { schema: { id: schemaId, version: 'application/vnd.adobe.xed-full+json;version=1' } },
      params: { dataSetId: 'd' },
    })
  })

  test('no part of a schema is named twice', () => {
    const call = targetSchemaRequest({ title: 't', classId: 'c', fieldGroupIds: ['a', 'b', 'b', 'c'] })
    expect(call.body).toMatchObject({ allOf: [{ $ref: 'c' }, { $ref: 'a' }, { $ref: 'b' }] })
  })

  test('a repeating flow has Copy before Mapping, epoch seconds and the mapping’s version as a number', () => {
    expect(flowRequest(flow).body).toMatchObject({
      transformations: [
        { name: 'Copy', params: { deltaColumn: { name: 'Create_Time' } } },
        { name: 'Mapping', params: { mappingId: 'm', mappingVersion: 0 } },
      ],
      scheduleParams: { startTime: 1_900_000_000, frequency: 'minute', interval: 30, backfill: true },
      sourceConnectionIds: ['s'],
      targetConnectionIds: ['t'],
    })
  })

  test('a flow that runs once has neither Copy nor interval nor backfill', () => {
    const schedule = scheduleParams(
      { frequency: 'once', interval: 3, backfill: true, start: 'as-soon-as-created' },
      1_900_000_000_123,
    )
    expect(schedule).toEqual({ startTime: 1_900_000_121, frequency: 'once' })
    expect(flowRequest({ ...flow, schedule }).body).toMatchObject({ transformations: [{ name: 'Mapping' }] })
  })

  test('a flow names no state and no empty options', () => {
    expect(Object.keys(flowRequest({ ...flow, options: { partialIngestionPercent: undefined } }).body ?? {})).toEqual([
      'name',
      'flowSpec',
      'sourceConnectionIds',
      'targetConnectionIds',
      'transformations',
      'scheduleParams',
    ])
  })

  test('a source connection names table and columns as explored, and the ad-hoc schema where there is one', () => {
    const args = {
      name: 'n',
      baseConnectionId: 'b',
      connectionSpec: spec,
      data: { kind: 'table' as const, table: 'PayPal.Catalog_Products', columns },
    }
    expect(sourceConnectionRequest(args).body).toEqual({
      name: 'n',
      baseConnectionId: 'b',
      data: { format: 'tabular' },
      params: { tableName: 'PayPal.Catalog_Products', columns },
      connectionSpec: spec,
    })
    expect(sourceConnectionRequest({ ...args, adhocSchemaId: schemaId }).body).toMatchObject({
      data: {
        format: 'tabular',
        schema: { id: schemaId, version: 'application/vnd.adobe.xed-full-notext+json; version=1' },
      },
    })
  })

  test('a REST source is named by its resource alone, as json', () => {
    const data = { kind: 'rest' as const, resourcePath: 'charges', columns: [{ name: 'data', type: 'object' }] }
    expect(sourceConnectionRequest({ name: 'n', baseConnectionId: 'b', connectionSpec: spec, data }).body).toEqual({
      name: 'n',
      baseConnectionId: 'b',
      data: { format: 'json' },
      params: { resourcePath: 'charges' },
      connectionSpec: spec,
    })
  })

  test('a dataset asks for its data source', () => {
    expect(datasetRequest({ name: 'n', schemaId }).query).toEqual({ requestDataSource: 'true' })
  })
})

test('an ad-hoc class describes every raw column, with types the registry takes', () => {
  expect(adhocClassRequest({ title: 't', description: 'd', columns }).body).toMatchObject({
    allOf: [
      { $ref: 'https://ns.adobe.com/xdm/data/adhoc' },
      {
        properties: {
          _adhoc: {
            type: 'object',
            properties: {
              Product_Id: { type: 'string' },
              Price: { type: 'number' },
              Count: { type: 'integer', minimum: -9007199254740991, maximum: 9007199254740991 },
              Create_Time: { type: 'string', format: 'date-time' },
              Odd: { type: 'string' },
            },
          },
        },
      },
    ],
  })
  expect(adhocSchemaRequest({ title: 's', description: 'd', classId: 'c' }).body).toMatchObject({
    allOf: [{ $ref: 'c' }],
  })
})

test('a mapping set keeps the order and the kinds of its rows, without our own ids', () => {
  const rows = [
    { id: 'r1', sourceType: 'ATTRIBUTE' as const, source: 'Product_Id', destination: '_id' },
    { id: 'r2', sourceType: 'STATIC' as const, source: 'EUR', destination: 'commerce.order.currencyCode' },
  ]
  expect(mappingSetRequest({ name: 'n', schemaId, document: { version: 1, rows } }).body).toMatchObject({
    name: 'n',
    mappings: [
      { sourceType: 'ATTRIBUTE', source: 'Product_Id', destination: '_id' },
      { sourceType: 'STATIC', source: 'EUR', destination: 'commerce.order.currencyCode' },
    ],
  })
  expect(JSON.stringify(mappingSetRequest({ name: 'n', schemaId, document: { version: 1, rows } }).body)).not.toContain(
    'r1',
  )
})

describe('the registry', () => {
  test('lists take no version, look-ups demand one, descriptors have a prefix of their own', () => {
    expect(listRegistryRequest('tenant', 'schemas').accept).toBe('application/vnd.adobe.xed-id+json')
    expect(getRegistryRequest('tenant', 'schemas', schemaId).accept).toBe(
      'application/vnd.adobe.xed-full+json; version=1',
    )
    expect(listDescriptorsRequest().accept).toBe('application/vnd.adobe.xdm+json')
  })

  test('ids stand in a path encoded whole', () => {
    expect(getRegistryRequest('tenant', 'schemas', schemaId).path).toMatch(
      /\/tenant\/schemas\/https%3A%2F%2Fns\.adobe\.com%2Facme%2F/,
    )
  })

  test.each([
    [schemaId, 'tenant'],
    ['_acme.schemas.14d89c5bb88e2ff488f23db896be469e', 'tenant'],
    ['https://ns.adobe.com/acme/mixins/14d89c5bb88e2ff488f23db896be469e', 'tenant'],
    ['https://ns.adobe.com/xdm/context/profile', 'global'],
    ['https://ns.adobe.com/xdm/classes/product', 'global'],
    ['_xdm.context.experienceevent', 'global'],
    ['https://ns.adobe.com/experience/campaign/orchestration', 'global'],
  ])('%s is found in the %s container', (id, container) => expect(containerOf(id)).toBe(container))

  test('descriptor paths have slashes and no array steps', () => {
    expect(descriptorPath('personalEmail.address')).toBe('/personalEmail/address')
    expect(descriptorPath('identities[*].id')).toBe('/identities/id')
  })
})

test('a name with characters that filters interpret is not put into a filter', () => {
  expect(nameCondition('PayPal products [tributary:ab12]')).toBe('name==PayPal products [tributary:ab12]')
  for (const name of ['a,b', 'say "x"', "it's", 'a\\b']) expect(nameCondition(name)).toBeUndefined()
})

test('the preview of a call is the call, with every secret struck out', () => {
  const call = baseConnectionRequest({
    name: 'n',
    connectionSpec: spec,
    authSpecName: 'x',
    params: { clientId: 'id', clientSecret: 'pay-canary' },
  })
  const preview = adobeRequestPreview(testCredential, call)
  expect(preview).toMatchObject({
    method: 'POST',
    url: 'https://platform.adobe.io/data/foundation/flowservice/connections',
    headers: { authorization: 'Bearer ••••••', 'x-sandbox-name': 'dev', 'content-type': 'application/json' },
    body: { auth: { params: { clientId: 'id', clientSecret: '••••••' } } },
  })
  expect(JSON.stringify(preview)).not.toMatch(/canary/)
  const read = adobeRequestPreview(testCredential, exploreTableRequest('c1', 'PayPal.Catalog_Products', true))
  expect(read.url).toBe(
    'https://platform.adobe.io/data/foundation/flowservice/connections/c1/explore?objectType=table&object=PayPal.Catalog_Products&preview=true',
  )
  expect(adobeRequestPreview(testCredential, patchItemRequest('flows', '1', '"e"', [])).headers['if-match']).toBe('"e"')
})
