import type { Json, JsonObject } from '../content/types'
import { asArray, asObject, asText } from '../json'
import { openTestEmulator, testStartMs } from './test-emulator'

export type TourAnswer = { label: string; method: string; path: string; status: number; body: unknown }

const registry = '/data/foundation/schemaregistry'
const catalog = '/data/foundation/catalog'
const conversion = '/data/foundation/conversion'
const flowService = '/data/foundation/flowservice'
const payPal = { id: '221c7626-58f6-4eec-8ee2-042b0226f03b', version: '1.0' }
const dataLake = { id: 'c604ff05-7f1a-43c0-8e18-33bf874cb11c', version: '1.0' }
const product = 'https://ns.adobe.com/xdm/classes/product'
const xed = (form: string) => `application/vnd.adobe.xed${form}+json`
const lookUp = { accept: `${xed('-full')}; version=1` }
const table = 'PayPal.Catalog_Products'

/**
 * Goes once through everything that bringing payments in asks of Adobe: every kind of call, its answer kept under a
 * name, for tests which hold answers against Adobe's descriptions.
 */
export async function tourEmulator(): Promise<TourAnswer[]> {
  const emulator = await openTestEmulator()
  const answers: TourAnswer[] = []

  type Options = { body?: unknown; accept?: string; headers?: Record<string, string> }
  async function go(label: string, method: string, path: string, options: Options = {}) {
    const answer = await emulator.call(method, path, options)
    if (answer.status >= 400 && !label.startsWith('refused')) throw new Error(`${label}: ${answer.status} ${answer.text}`)
    answers.push({ label, method, path: path.split('?')[0] ?? '', status: answer.status, body: answer.text === '' ? undefined : answer.body })
    return answer
  }
  const idOf = (body: JsonObject) => asText(body['id']) || asText(asObject(asArray(body['items'])[0])['id'])
  const segment = (value: Json | undefined) => encodeURIComponent(asText(value))

  await go('registry statistics', 'GET', `${registry}/stats`)
  await go('behaviors', 'GET', `${registry}/global/behaviors`, { accept: xed('') })
  await go('global classes', 'GET', `${registry}/global/classes?orderby=title`, { accept: xed('-id') })
  await go('a global class', 'GET', `${registry}/global/classes/${encodeURIComponent(product)}`, lookUp)
  await go('field groups of a class', 'GET', `${registry}/global/fieldgroups?property=meta:intendedToExtend==${product}`, { accept: xed('') })
  await go('refused list', 'GET', `${registry}/global/classes`, { accept: 'application/json' })

  const fields = { Product_Id: { type: 'string' } }
  const allOf = [{ $ref: 'https://ns.adobe.com/xdm/data/adhoc' }, { properties: { _adhoc: { properties: fields } } }]
  const classBody = { title: 'Raw class', description: '', type: 'object', allOf }
  const adhocClass = await go('ad-hoc class', 'POST', `${registry}/tenant/classes`, { body: classBody })
  const adhocBody = { title: 'Raw', description: '', type: 'object', allOf: [{ $ref: adhocClass.body['$id'] }] }
  const adhoc = await go('ad-hoc schema', 'POST', `${registry}/tenant/schemas`, { body: adhocBody })
  const group = {
    title: 'Product more',
    description: '',
    type: 'object',
    'meta:intendedToExtend': [product],
    definitions: { more: { type: 'object', properties: { [`_${emulator.tenant}`]: { type: 'object', properties: { sku: { type: 'string' } } } } } },
    allOf: [{ $ref: '#/definitions/more' }],
  }
  const ownGroup = await go('field group', 'POST', `${registry}/tenant/fieldgroups`, { body: group })
  await go('a field group', 'GET', `${registry}/tenant/fieldgroups/${segment(ownGroup.body['$id'])}`, lookUp)
  const dataType = { title: 'Money', description: '', type: 'object', properties: { amount: { type: 'number' } } }
  const ownType = await go('data type', 'POST', `${registry}/tenant/datatypes`, { body: dataType })
  await go('a data type', 'GET', `${registry}/tenant/datatypes/${segment(ownType.body['$id'])}`, lookUp)
  const schemaBody = { title: 'Products', description: '', type: 'object', allOf: [{ $ref: product }, { $ref: ownGroup.body['$id'] }] }
  const schema = await go('target schema', 'POST', `${registry}/tenant/schemas`, { body: schemaBody })
  const schemaPath = `${registry}/tenant/schemas/${segment(schema.body['$id'])}`
  await go('schemas', 'GET', `${registry}/tenant/schemas`, { accept: xed('-id') })
  await go('a schema', 'GET', schemaPath, lookUp)
  await go('a schema as written', 'GET', schemaPath, { accept: `${xed('')}; version=1` })
  const identity = {
    '@type': 'xdm:descriptorIdentity',
    'xdm:sourceSchema': schema.body['$id'],
    'xdm:sourceVersion': 1,
    'xdm:sourceProperty': '/productID',
    'xdm:namespace': 'Product',
    'xdm:property': 'xdm:code',
    'xdm:isPrimary': true,
  }
  const descriptor = await go('identity descriptor', 'POST', `${registry}/tenant/descriptors`, { body: identity })
  await go('descriptors', 'GET', `${registry}/tenant/descriptors`, { accept: 'application/vnd.adobe.xdm+json' })
  await go('a descriptor', 'GET', `${registry}/tenant/descriptors/${segment(descriptor.body['@id'])}`)
  await go('schema into the union', 'PATCH', schemaPath, { body: [{ op: 'add', path: '/meta:immutableTags', value: ['union'] }] })
  await go('unions', 'GET', `${registry}/tenant/unions`, { accept: xed('-id') })
  await go('a union', 'GET', `${registry}/tenant/unions/${encodeURIComponent(`${product}__union`)}`, lookUp)

  const schemaRef = { id: schema.body['$id'], contentType: 'application/vnd.adobe.xed-full+json;version=1' }
  const dataset = await go('dataset', 'POST', `${catalog}/dataSets`, { body: { name: 'Products', schemaRef } })
  const datasetId = asText(dataset.list[0] as string).split('/').at(-1) ?? ''
  await go('datasets', 'GET', `${catalog}/dataSets?limit=10`)
  await go('a dataset', 'GET', `${catalog}/dataSets/${datasetId}`)
  await go('changed dataset', 'PATCH', `${catalog}/dataSets/${datasetId}`, { body: { description: 'All of them' } })

  const mappings = [
    { sourceType: 'ATTRIBUTE', source: 'Product_Id', destination: '_id' },
    { sourceType: 'EXPRESSION', source: 'lower(Product_Name)', destination: 'productName' },
  ]
  const mappingSet = { name: 'Products', version: 0, outputSchema: { schemaRef }, mappings }
  const mapping = await go('mapping set', 'POST', `${conversion}/mappingSets`, { body: mappingSet })
  const mappingPath = `${conversion}/mappingSets/${idOf(mapping.body)}`
  await go('mapping sets', 'GET', `${conversion}/mappingSets?limit=10&start=0`)
  await go('a mapping set', 'GET', mappingPath)
  await go('its mappings', 'GET', `${mappingPath}/mappings`)
  await go('mapping set anew', 'PUT', mappingPath, { body: mappingSet })
  const wrong = { ...mappingSet, mappings: [...mappings, { sourceType: 'ATTRIBUTE', source: 'a', destination: 'nowhere' }] }
  await go('validation of mappings', 'POST', `${conversion}/mappingSets/validate`, { body: wrong })
  await go('preview of mappings', 'POST', `${conversion}/mappingSets/preview`, { body: { data: [{ Product_Id: 1 }], mappingSet } })
  await go('validation of an expression', 'POST', `${conversion}/languages/el/validate`, { body: { expression: 'lower(a)' } })
  await go('functions', 'GET', `${conversion}/languages/el/functions`)
  await go('operators', 'GET', `${conversion}/languages/el/operators`)

  await go('connection specifications', 'GET', `${flowService}/connectionSpecs`)
  await go('a connection specification', 'GET', `${flowService}/connectionSpecs/${payPal.id}`)
  const params = { host: 'api.sandbox.paypal.com', clientId: 'id', clientSecret: 'secret' }
  const auth = { specName: 'Client-Id-Secret Based Authentication', params }
  const base = await go('base connection', 'POST', `${flowService}/connections`, { body: { name: 'PayPal', auth, connectionSpec: payPal } })
  const basePath = `${flowService}/connections/${idOf(base.body)}`
  await go('connections', 'GET', `${flowService}/connections`)
  await go('a connection', 'GET', basePath)
  await go('test of a connection', 'GET', `${basePath}/test`)
  await go('tables', 'GET', `${basePath}/explore?objectType=root`)
  const explored = await go('a table', 'GET', `${basePath}/explore?objectType=table&object=${table}&preview=true`)
  const columns = asObject(explored.body['schema'])['columns']
  const sourceBody = {
    name: 'Source',
    baseConnectionId: idOf(base.body),
    data: { format: 'tabular', schema: { id: adhoc.body['$id'], version: 'application/vnd.adobe.xed-full-notext+json; version=1' } },
    params: { tableName: table, columns },
    connectionSpec: payPal,
  }
  const source = await go('source connection', 'POST', `${flowService}/sourceConnections`, { body: sourceBody })
  await go('a source connection', 'GET', `${flowService}/sourceConnections/${idOf(source.body)}`)
  const targetBody = {
    name: 'Target',
    connectionSpec: dataLake,
    data: { schema: { id: schema.body['$id'], version: 'application/vnd.adobe.xed-full+json;version=1' } },
    params: { dataSetId: datasetId },
  }
  const target = await go('target connection', 'POST', `${flowService}/targetConnections`, { body: targetBody })
  await go('a target connection', 'GET', `${flowService}/targetConnections/${idOf(target.body)}`)
  const flowSpecs = await go('flow specifications', 'GET', `${flowService}/flowSpecs?property=name=="CRMToAEP"`)
  const flowBody = {
    name: 'Products every half hour',
    flowSpec: { id: idOf(flowSpecs.body), version: '1.0' },
    sourceConnectionIds: [idOf(source.body)],
    targetConnectionIds: [idOf(target.body)],
    transformations: [
      { name: 'Copy', params: { deltaColumn: { name: 'updatedAt' } } },
      { name: 'Mapping', params: { mappingId: idOf(mapping.body), mappingVersion: 1 } },
    ],
    scheduleParams: { startTime: testStartMs / 1000 + 300, frequency: 'minute', interval: 30, backfill: true },
  }
  const flow = await go('flow', 'POST', `${flowService}/flows`, { body: flowBody })
  const flowPath = `${flowService}/flows/${idOf(flow.body)}`
  await emulator.call('POST', '/_emulator/clock', { body: { advanceSeconds: 600 } })
  await go('flows', 'GET', `${flowService}/flows`)
  const read = await go('a flow', 'GET', flowPath)
  const runs = await go('runs', 'GET', `${flowService}/runs?property=flowId==${idOf(flow.body)}`)
  await go('a run', 'GET', `${flowService}/runs/${idOf(runs.body)}`)
  await go('batches', 'GET', `${catalog}/batches?dataSet=${datasetId}`)
  const etag = asText(asObject(asArray(read.body['items'])[0])['etag'])
  await go('changed flow', 'PATCH', flowPath, { body: [{ op: 'replace', path: '/name', value: 'Products' }], headers: { 'if-match': etag } })
  await go('disabled flow', 'POST', `${flowPath}/action?op=disable`)
  await go('deleted flow', 'DELETE', flowPath)
  await go('deleted target connection', 'DELETE', `${flowService}/targetConnections/${idOf(target.body)}`)
  await go('deleted source connection', 'DELETE', `${flowService}/sourceConnections/${idOf(source.body)}`)
  await go('deleted connection', 'DELETE', basePath)
  await go('deleted dataset', 'DELETE', `${catalog}/dataSets/${datasetId}`)
  await go('deleted descriptor', 'DELETE', `${registry}/tenant/descriptors/${segment(descriptor.body['@id'])}`)
  await go('deleted schema', 'DELETE', `${registry}/tenant/schemas/${segment(adhoc.body['$id'])}`)
  await go('deleted class', 'DELETE', `${registry}/tenant/classes/${segment(adhocClass.body['$id'])}`)
  return answers
}
