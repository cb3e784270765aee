import type { Json, JsonObject } from '../content/types'
import { asObject } from '../json'
import type { Scope } from '../store'
import { codeOf, dataLakeSpecId, idOf, payPalSpecId, tableFlowSpecId, testStartMs, type TestEmulator } from './call-for-test'

const text = { type: 'string' }
const whole = { type: 'integer', 'meta:xdmType': 'int' }
const decimal = { type: 'number' }

/** Two targets put straight into the store: these tests are about flows, registry and catalogue have their own. */
export const targets = {
  products: {
    schemaId: 'https://ns.adobe.com/practice/schemas/products',
    datasetId: '5c8c3c555033b814b69f947f',
    properties: {
      _id: text,
      productName: text,
      productCategoryName: text,
      productImageURL: text,
      _practice: { type: 'object', properties: { rating: decimal, createdAt: { type: 'string', format: 'date-time' } } },
    },
    required: ['_id'],
    mappings: [
      ['Product_Id', '_id'],
      ['Product_Name', 'productName'],
      ['Category', 'productCategoryName'],
      ['Image_Url', 'productImageURL'],
      ['Rating', '_practice.rating'],
    ],
  },
  events: {
    schemaId: 'https://ns.adobe.com/practice/schemas/payments',
    datasetId: '5c8c3c555033b814b69f947e',
    properties: {
      _id: text,
      timestamp: { type: 'string', format: 'date-time' },
      commerce: {
        type: 'object',
        properties: { order: { type: 'object', properties: { purchaseID: text, priceTotal: decimal, currencyCode: text } } },
      },
      productListItems: { type: 'array', items: { type: 'object', properties: { SKU: text, quantity: whole } } },
    },
    required: ['_id', 'timestamp'],
    mappings: [
      ['Transaction_Id', '_id'],
      ['Transaction_Updated_Date', 'timestamp'],
      ['Transaction_Id', 'commerce.order.purchaseID'],
      ['Transaction_Amount_Value', 'commerce.order.priceTotal'],
      ['Transaction_Amount_Currency_Code', 'commerce.order.currencyCode'],
      ['Item_Code', 'productListItems[0].SKU'],
      ['Item_Quantity', 'productListItems[0].quantity'],
    ],
  },
} as const

export type TargetName = keyof typeof targets

const mappingIds = { products: '1'.repeat(32), events: '2'.repeat(32) }

export function scopeOf({ world }: TestEmulator, sandbox = 'prod'): Scope {
  return { org: world.installation.orgId, sandbox }
}

/** Schema, dataset and mapping set of one target. */
export function seedTarget(emulator: TestEmulator, name: TargetName, sandbox = 'prod'): void {
  const { world } = emulator
  const scope = scopeOf(emulator, sandbox)
  const { schemaId, datasetId, properties, required, mappings } = targets[name]
  const schema: JsonObject = {
    $id: schemaId, 'meta:altId': `_practice.schemas.${name}`, 'meta:resourceType': 'schemas', version: '1.0', title: name, type: 'object',
    'meta:class': 'https://ns.adobe.com/xdm/context/profile', properties, required: [...required],
    allOf: [{ type: 'object', properties, required: [...required] }],
  }
  world.store.put(scope, 'schemas', schemaId, schema)
  const schemaRef = { id: schemaId, contentType: 'application/vnd.adobe.xed-full+json;version=1' }
  world.store.put(scope, 'dataSets', datasetId, { name, schemaRef, created: testStartMs, updated: testStartMs, version: '1.0.0' })
  world.store.put(scope, 'mappingSets', mappingIds[name], {
    id: mappingIds[name], version: 0, outputSchema: { schemaRef },
    mappings: mappings.map(([source, destination]) => ({ sourceType: 'ATTRIBUTE', source, destination })),
  })
}

export const connectionBody = (params: JsonObject = {}): JsonObject => ({
  name: 'PayPal account',
  auth: { specName: 'Client-Id-Secret Based Authentication', params: { clientId: 'id-1', clientSecret: 'hush-1', ...params } },
  connectionSpec: { id: payPalSpecId, version: '1.0' },
})

export async function makeSourceConnection({ call }: TestEmulator, baseConnectionId: string, table: string): Promise<string> {
  const explored = await call('GET', `/connections/${baseConnectionId}/explore?objectType=table&object=${table}`)
  const columns = asObject(explored.body['schema'])['columns'] ?? []
  const made = await call('POST', '/sourceConnections', {
    body: {
      name: table, baseConnectionId, data: { format: 'tabular' }, params: { tableName: table, columns },
      connectionSpec: { id: payPalSpecId, version: '1.0' },
    },
  })
  if (made.status !== 201) throw new Error(`${made.status} ${codeOf(made)}`)
  return idOf(made)
}

export const targetBody = (name: TargetName): JsonObject => ({
  name: `Target ${name}`,
  connectionSpec: { id: dataLakeSpecId, version: '1.0' },
  data: { schema: { id: targets[name].schemaId, version: 'application/vnd.adobe.xed-full+json;version=1' } },
  params: { dataSetId: targets[name].datasetId },
})

export type FlowWishes = { scheduleParams?: JsonObject; deltaColumn?: string | undefined; options?: Json; connectionId?: string }

/** Everything below a flow, and the body that would make it. */
export async function prepareFlow(emulator: TestEmulator, name: TargetName, table: string, wishes: FlowWishes = {}) {
  seedTarget(emulator, name)
  const connectionId = wishes.connectionId ?? idOf(await emulator.call('POST', '/connections', { body: connectionBody() }))
  const sourceId = await makeSourceConnection(emulator, connectionId, table)
  const targetId = idOf(await emulator.call('POST', '/targetConnections', { body: targetBody(name) }))
  const scheduleParams = wishes.scheduleParams ?? { startTime: testStartMs / 1000 + 300, frequency: 'minute', interval: 30, backfill: true }
  const copy = wishes.deltaColumn === undefined ? [] : [{ name: 'Copy', params: { deltaColumn: { name: wishes.deltaColumn } } }]
  const body: JsonObject = {
    name: `${table} into ${name}`,
    flowSpec: { id: tableFlowSpecId, version: '1.0' },
    sourceConnectionIds: [sourceId],
    targetConnectionIds: [targetId],
    transformations: [...copy, { name: 'Mapping', params: { mappingId: mappingIds[name], mappingVersion: 0 } }],
    scheduleParams,
    ...(wishes.options !== undefined && { options: wishes.options }),
  }
  return { connectionId, sourceId, targetId, body }
}

export async function makeFlow(emulator: TestEmulator, name: TargetName, table: string, wishes: FlowWishes = {}) {
  const prepared = await prepareFlow(emulator, name, table, wishes)
  const made = await emulator.call('POST', '/flows', { body: prepared.body })
  if (made.status !== 201) throw new Error(`${made.status} ${JSON.stringify(made.body)}`)
  return { ...prepared, flowId: idOf(made) }
}

/** Moves the clock and lets everything happen that is due. */
export async function passTime({ world, call }: TestEmulator, seconds: number): Promise<void> {
  world.clock.advance(seconds * 1000)
  await call('GET', '/flowSpecs')
}
