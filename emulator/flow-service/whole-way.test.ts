import { afterEach, beforeEach, expect, test } from 'vitest'

import type { JsonObject } from '../content/types'
import { asArray, asObject, asText } from '../json'
import { dataLakeSpecId, idOf, payPalSpecId, startForTest, tableFlowSpecId, testStartMs, type Answer, type TestEmulator } from './call-for-test'
import { connectionBody, makeSourceConnection, passTime } from './fixture-for-test'
import { findResource, findTable } from './source-tables'

/** From credential to rows in a dataset, over the addresses alone, as any client of Adobe's would go. */

let emulator: TestEmulator
beforeEach(() => {
  emulator = startForTest()
})
afterEach(() => emulator.close())

type Mapping = [source: string, destination: string, sourceType?: 'EXPRESSION' | 'STATIC']
const xdm = (path: string) => `https://ns.adobe.com/xdm/${path}`

const created = (answer: Answer): Answer => {
  expect(answer.text.slice(0, 500) + answer.status).toMatch(/20[01]$/)
  return answer
}

async function makeTarget(title: string, parts: string[], mappings: Mapping[]) {
  const schema = created(await emulator.send('POST', '/data/foundation/schemaregistry/tenant/schemas', {
    accept: 'application/vnd.adobe.xed+json', body: { title, type: 'object', allOf: parts.map((part) => ({ $ref: xdm(part) })) },
  }))
  const schemaId = asText(schema.body['$id'])
  const dataset = created(await emulator.send('POST', '/data/foundation/catalog/dataSets?requestDataSource=true', {
    body: { name: title, schemaRef: { id: schemaId, contentType: 'application/vnd.adobe.xed-full-notext+json; version=1' } },
  }))
  const datasetId = asText(asArray(dataset.body['list'])[0]).split('/').at(-1) ?? ''
  const target = created(await emulator.call('POST', '/targetConnections', {
    body: {
      name: title, connectionSpec: { id: dataLakeSpecId, version: '1.0' }, params: { dataSetId: datasetId },
      data: { schema: { id: schemaId, version: 'application/vnd.adobe.xed-full+json;version=1' } },
    },
  }))
  const set = created(await emulator.send('POST', '/data/foundation/conversion/mappingSets', {
    body: {
      name: title, version: 0, outputSchema: { schemaRef: { id: schemaId, contentType: 'application/vnd.adobe.xed-full+json;version=1' } },
      mappings: mappings.map(([source, destination, sourceType = 'ATTRIBUTE']) => ({ sourceType, source, destination })),
    },
  }))
  return { targetId: idOf(target), mappingId: asText(set.body['id']), datasetId }
}

async function makeFlow(sourceId: string, target: { targetId: string; mappingId: string }, more: JsonObject, deltaColumn?: string) {
  const copy = deltaColumn === undefined ? [] : [{ name: 'Copy', params: { deltaColumn: { name: deltaColumn } } }]
  const body: JsonObject = {
    name: 'Into Platform',
    flowSpec: { id: tableFlowSpecId, version: '1.0' },
    sourceConnectionIds: [sourceId],
    targetConnectionIds: [target.targetId],
    transformations: [...copy, { name: 'Mapping', params: { mappingId: target.mappingId, mappingVersion: 0 } }],
    scheduleParams: { startTime: testStartMs / 1000 + 300, frequency: 'minute', interval: 30, backfill: true },
    ...more,
  }
  return idOf(created(await emulator.call('POST', '/flows', { body })))
}

/** Everything that arrived in a dataset, read through Catalog and Data Access. */
async function readDataset(datasetId: string): Promise<JsonObject[]> {
  const { body } = await emulator.send('GET', `/data/foundation/catalog/batches?dataSet=${datasetId}&orderBy=asc:created&limit=100`)
  const rows: JsonObject[] = []
  for (const batchId of Object.keys(body)) {
    const { body: files } = await emulator.send('GET', `/data/foundation/export/batches/${batchId}/files`)
    for (const file of asArray(files['data'])) {
      const path = `/data/foundation/export/files/${asText(asObject(file)['dataSetFileId'])}`
      for (const part of asArray((await emulator.send('GET', path)).body['data'])) {
        const { text } = await emulator.send('GET', `${path}?path=${asText(asObject(part)['name'])}`)
        rows.push(...text.split('\n').filter(Boolean).map((line) => JSON.parse(line) as JsonObject))
      }
    }
  }
  return rows
}

test('PayPal products arrive on a schema of the Product class, value by value', async () => {
  const connectionId = idOf(await emulator.call('POST', '/connections', { body: connectionBody() }))
  const sourceId = await makeSourceConnection(emulator, connectionId, 'PayPal.Catalog_Products')
  const target = await makeTarget('Products', ['classes/product', 'mixins/product-category', 'mixins/product-identifiers'], [
    ['Product_Id', '_id'],
    ['Product_Id', 'productID'],
    ['Product_Name', 'productName'],
    ['Description', 'productDescription'],
    ['Category', 'productCategoryName'],
    ['Rating', 'productRating'],
    ['Image_Url', 'productImageURL'],
    ['updatedAt', 'productLastModifiedDate'],
  ])
  await makeFlow(sourceId, target, {}, 'updatedAt')
  await passTime(emulator, 12 * 3_600)
  const until = testStartMs + 300_000 + 23 * 30 * 60_000
  const rows = findTable(emulator.world, payPalSpecId, 'PayPal.Catalog_Products')?.rowsBetween(0, until) ?? []
  const optional = (name: string, value: JsonObject[string] | undefined) => (value === null || value === undefined ? {} : { [name]: value })
  const expected = rows.map((row) => ({
    ...optional('_id', row['Product_Id']), ...optional('productID', row['Product_Id']), productName: row['Product_Name'],
    ...optional('productDescription', row['Description']), productCategoryName: row['Category'], ...optional('productRating', row['Rating']),
    ...optional('productImageURL', row['Image_Url']), productLastModifiedDate: Date.parse(asText(row['updatedAt'])),
  }))
  const rowsThere = await readDataset(target.datasetId)
  const arrived = rowsThere.map((row) => ({ ...row, productLastModifiedDate: Date.parse(asText(row['productLastModifiedDate'])) }))
  expect(arrived.length).toBeGreaterThan(500)
  expect(arrived).toEqual(expected)
})

test('PayPal transactions arrive as events with amount, currency and time; what cannot is kept with its reason', async () => {
  const connectionId = idOf(await emulator.call('POST', '/connections', { body: connectionBody() }))
  const sourceId = await makeSourceConnection(emulator, connectionId, 'PayPal.Transactions')
  const target = await makeTarget('Payments', ['context/experienceevent', 'context/experienceevent-commerce'], [
    ['Transaction_Id', '_id'],
    ['Transaction_Updated_Date', 'timestamp'],
    ['commerce.purchases', 'eventType', 'STATIC'],
    ['Transaction_Id', 'commerce.order.purchaseID'],
    ['to_decimal(Transaction_Amount_Value)', 'commerce.order.priceTotal', 'EXPRESSION'],
    ['upper(Transaction_Amount_Currency_Code)', 'commerce.order.currencyCode', 'EXPRESSION'],
    ['Item_Code', 'productListItems[0].SKU'],
    ['Item_Quantity', 'productListItems[0].quantity'],
  ])
  const options = { errorDiagnosticsEnabled: true, partialIngestionPercent: 10 }
  const flowId = await makeFlow(sourceId, target, { options }, 'Transaction_Updated_Date')
  await passTime(emulator, 600)
  const rows = findTable(emulator.world, payPalSpecId, 'PayPal.Transactions')?.rowsBetween(0, testStartMs + 300_000) ?? []
  const good = rows.filter((row) => row['Transaction_Id'] !== null)
  const arrived = await readDataset(target.datasetId)
  expect(arrived.map((event) => event['_id'])).toEqual(good.map((row) => row['Transaction_Id']))
  arrived.forEach((event, index) => {
    const row = good[index] ?? {}
    const order = asObject(asObject(event['commerce'])['order'])
    const amount = Number(row['Transaction_Amount_Value'])
    expect(order['priceTotal']).toBe(Number.isNaN(amount) ? undefined : amount)
    expect(order['currencyCode']).toBe(row['Transaction_Amount_Currency_Code'])
    expect(Date.parse(asText(event['timestamp']))).toBe(Date.parse(asText(row['Transaction_Updated_Date'])))
    expect(asArray(event['productListItems'])).toEqual([{ SKU: row['Item_Code'], quantity: row['Item_Quantity'] }])
  })
  const run = asObject(asArray((await emulator.call('GET', `/runs?property=flowId==${flowId}`)).body['items'])[0] ?? {})
  expect(asObject(asObject(run['metrics'])['recordSummary'])).toEqual({
    inputRecordCount: rows.length, outputRecordCount: good.length, createdRecordCount: good.length, failedRecordCount: rows.length - good.length,
  })
  const promotion = asArray(run['activities']).map(asObject).find(({ id }) => id === 'promotionActivity') ?? {}
  const manifest = asObject(asObject(asObject(promotion['statusSummary'])['extensions'])['manifest'])
  const address = new URL(asText(manifest['failedRecords']))
  const files = await emulator.send('GET', address.pathname + address.search)
  const name = asText(asObject(asArray(files.body['data'])[0] ?? {})['name'])
  const { text } = await emulator.send('GET', `${address.pathname}?path=row_errors/${name}`)
  const refused = text.split('\n').filter(Boolean).map((line) => JSON.parse(line) as JsonObject)
  expect(refused.length).toBe(rows.length - good.length)
  expect(refused[0]?.['_errors']).toMatchObject([{ code: 'INGEST-1555-400' }])
  const samples = new URL(asText(manifest['sampleErrors']))
  const glance = await emulator.send('GET', samples.pathname + samples.search)
  expect(glance.text.split('\n').map((line) => JSON.parse(line) as JsonObject)).toEqual(refused.slice(0, 10))
})

test('Stripe charges arrive from below data, each once', async () => {
  const stripeSpecId = 'cc2c31d6-7b8c-4581-b49f-5c8698aa3ab3'
  const connectionSpec = { id: stripeSpecId, version: '1.0' }
  const auth = { specName: 'OAuth2 Refresh Code', params: { accessToken: 'sk_test' } }
  const baseConnectionId = idOf(await emulator.call('POST', '/connections', { body: { name: 'Stripe', auth, connectionSpec } }))
  const sourceId = idOf(created(await emulator.call('POST', '/sourceConnections', {
    body: { name: 'Charges', baseConnectionId, data: { format: 'json' }, params: { resourcePath: 'charges' }, connectionSpec },
  })))
  const target = await makeTarget('Charges', ['context/experienceevent', 'context/experienceevent-commerce'], [
    ['data.id', '_id'],
    ['dformat(data.created * 1000, "yyyy-MM-dd\'T\'HH:mm:ssX")', 'timestamp', 'EXPRESSION'],
    ['data.currency', 'commerce.order.currencyCode'],
    ['data.amount', 'commerce.order.priceTotal'],
  ])
  await makeFlow(sourceId, target, { flowSpec: { id: '6499120c-0b15-42dc-936e-847ea3c24d72', version: '1.0' } })
  await passTime(emulator, 6 * 3_600)
  const until = testStartMs + 300_000 + 11 * 30 * 60_000
  const records = (findResource(emulator.world, stripeSpecId, 'charges')?.rowsBetween(0, until) ?? []).map((row) => asObject(row['data']))
  const arrived = await readDataset(target.datasetId)
  expect(arrived.length).toBeGreaterThan(100)
  expect(arrived.length).toBeLessThanOrEqual(records.length)
  const known = new Set(records.map((record) => record['id']))
  expect(arrived.every((event) => known.has(event['_id'] ?? null))).toBe(true)
  const [event] = arrived
  const record = records.find((one) => one['id'] === event?.['_id']) ?? {}
  expect(Date.parse(asText(event?.['timestamp']))).toBe(Number(record['created']) * 1000)
  expect(asObject(asObject(event?.['commerce'])['order'])).toMatchObject({ priceTotal: record['amount'] })
})
