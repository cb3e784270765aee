import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import type { Json, JsonObject } from '../content/types'
import { asArray, asObject, asText } from '../json'
import { codeOf, dataLakeSpecId, idOf, payPalSpecId, startForTest, type TestEmulator } from './call-for-test'
import { connectionBody, makeFlow, makeSourceConnection, passTime, seedTarget, targetBody, targets } from './fixture-for-test'

const stripeSpecId = 'cc2c31d6-7b8c-4581-b49f-5c8698aa3ab3'
const stripeBody = {
  name: 'Stripe', connectionSpec: { id: stripeSpecId, version: '1.0' },
  auth: { specName: 'OAuth2 Refresh Code', params: { accessToken: 'sk_test_hush' } },
}

let emulator: TestEmulator
beforeEach(() => {
  emulator = startForTest()
})
afterEach(() => emulator.close())

const itemsOf = (body: JsonObject) => asArray(body['items']).map(asObject)
const connect = async (body: JsonObject = connectionBody()) => idOf(await emulator.call('POST', '/connections', { body }))
const etagOf = async (path: string) => (await emulator.call('GET', path)).headers.get('etag') ?? ''

describe('specifications', () => {
  test('the payments sources are found as the app of a stranger would look for them', async () => {
    const { body } = await emulator.call('GET', '/connectionSpecs')
    const uiOf = (spec: JsonObject) => asObject(asObject(asObject(spec['sourceSpec'])['attributes'])['uiAttributes'])
    const categoryOf = (spec: JsonObject) => asObject(uiOf(spec)['category'])['key']
    expect(itemsOf(body).filter((spec) => categoryOf(spec) === 'payments').map((spec) => spec['name'])).toEqual(['paypal', 'square', 'stripe'])
  })

  test('a flow specification is found by name, quoted or not, and lists its sources', async () => {
    for (const filter of ['name==CRMToAEP', 'name%3D%3D%22CRMToAEP%22']) {
      const [spec, ...rest] = itemsOf((await emulator.call('GET', `/flowSpecs?property=${filter}`)).body)
      expect(rest).toEqual([])
      expect(asArray(spec?.['sourceConnectionSpecIds'])).toEqual([payPalSpecId, '2acf109f-9b66-4d5e-bc18-ebb2adcff8d5'])
    }
  })

  test('PayPal leaves the catalogue when the switch says so', async () => {
    emulator.world.switches = { ...emulator.world.switches, paypal: 'gone' }
    expect((await emulator.call('GET', `/connectionSpecs/${payPalSpecId}`)).status).toBe(404)
    expect(codeOf(await emulator.call('POST', '/connections', { body: connectionBody() }))).toBe('1413-400')
  })

  test('a PayPal account of long standing lists the tables of each year when the switch says so', async () => {
    const id = await connect(connectionBody())
    const list = async () => asArray((await emulator.call('GET', `/connections/${id}/explore?objectType=root`)).body as unknown as Json)
    const few = (await list()).length
    emulator.world.switches = { ...emulator.world.switches, paypalTables: 'many' }
    expect((await list()).length).toBe(5 * few)
    const { body } = await emulator.call('GET', `/connections/${id}/explore?objectType=table&object=PayPal.Orders_2023`)
    expect(asArray(asObject(body['schema'])['columns']).length).toBeGreaterThan(10)
  })

  test('nobody but a provider writes them', async () => {
    expect(codeOf(await emulator.call('POST', '/flowSpecs', { body: {} }))).toBe('1426-400')
  })
})

describe('base connections', () => {
  const wrong: [string, Json | undefined, string][] = [
    ['no body', {}, '1405-400'],
    ['a list', [], '1452-400'],
    ['a state', { ...connectionBody(), state: 'enabled' }, '1410-400'],
    ['no name', { ...connectionBody(), name: '' }, '1304-400'],
    ['a name that is no text', { ...connectionBody(), name: 7 }, '1452-400'],
    ['no specification', { ...connectionBody(), connectionSpec: null }, '1304-400'],
    ['an unknown specification', { ...connectionBody(), connectionSpec: { id: 'x' } }, '1413-400'],
    ['an unknown version', { ...connectionBody(), connectionSpec: { id: payPalSpecId, version: '9.0' } }, '1413-400'],
    ['another authentication', { ...connectionBody(), auth: { specName: 'Basic', params: {} } }, '1415-400'],
    ['credentials for the data lake', { ...connectionBody(), connectionSpec: { id: dataLakeSpecId } }, '1302-400'],
    ['a secret missing', { ...connectionBody(), auth: { specName: 'Client-Id-Secret Based Authentication', params: { clientId: 'x' } } }, '1304-400'],
    ['an empty secret', connectionBody({ clientSecret: '' }), '1304-400'],
    ['a secret of the wrong type', connectionBody({ clientSecret: 7 }), '1452-400'],
    ['an unknown parameter', connectionBody({ apiKey: 'x' }), '1455-400'],
    ['an unknown field', { ...connectionBody(), colour: 'red' }, '1455-400'],
  ]
  test.each(wrong)('%s is refused', async (_what, body, code) => {
    expect(codeOf(await emulator.call('POST', '/connections', { ...(body !== undefined && { body }) }))).toBe(code)
  })

  test('secrets go in and never come out, not in an answer, not in the store', async () => {
    const id = await connect(connectionBody({ host: 'api.paypal.com' }))
    const answers = [await emulator.call('GET', `/connections/${id}`), await emulator.call('GET', '/connections')]
    expect(asObject(itemsOf(answers[0]?.body ?? {})[0]?.['auth'])['params']).toEqual({ host: 'api.paypal.com', clientId: 'id-1' })
    const stored = emulator.world.store.list({ org: emulator.world.installation.orgId, sandbox: 'prod' }, 'connections')
    for (const seen of [...answers.map(({ body }) => body), stored]) expect(JSON.stringify(seen)).not.toContain('hush')
    expect(codeOf(await emulator.call('POST', '/connections', { body: connectionBody({ clientSecret: 4711 }) }))).toBe('1452-400')
  })

  test('a test answers 200 with true or false', async () => {
    const [right, wrongOne] = [await connect(), await connect(connectionBody({ clientSecret: 'wrong' }))]
    expect((await emulator.call('GET', `/connections/${right}/test`)).body).toEqual({ result: true })
    expect(await emulator.call('GET', `/connections/${wrongOne}/test`)).toMatchObject({ status: 200, body: { result: false } })
  })

  test('replacing the credentials takes the whole set, and decides whether they work', async () => {
    const id = await connect()
    const path = `/connections/${id}`
    const replace = async (value: JsonObject) =>
      emulator.call('PATCH', path, { body: [{ op: 'replace', path: '/auth/params', value }], ifMatch: await etagOf(path) })
    expect(codeOf(await replace({ clientId: 'id-2' }))).toBe('1304-400')
    expect((await replace({ clientId: 'id-2', clientSecret: 'wrong' })).status).toBe(200)
    expect((await emulator.call('GET', `${path}/test`)).body).toEqual({ result: false })
    expect((await replace({ clientId: 'id-2', clientSecret: 'right' })).status).toBe(200)
    expect((await emulator.call('GET', `${path}/test`)).body).toEqual({ result: true })
  })

  test('while flows use it, it stays; then it can go, once', async () => {
    const { connectionId, flowId, sourceId } = await makeFlow(emulator, 'products', 'PayPal.Catalog_Products', { deltaColumn: 'updatedAt' })
    expect(codeOf(await emulator.call('DELETE', `/connections/${connectionId}`))).toBe('1418-400')
    expect(codeOf(await emulator.call('DELETE', `/sourceConnections/${sourceId}`))).toBe('1447-400')
    expect((await emulator.call('DELETE', `/flows/${flowId}`)).status).toBe(204)
    expect(codeOf(await emulator.call('GET', `/flows/${flowId}`))).toBe('1101-404')
    expect((await emulator.call('DELETE', `/sourceConnections/${sourceId}`)).status).toBe(204)
    expect((await emulator.call('DELETE', `/connections/${connectionId}`)).status).toBe(204)
    expect((await emulator.call('DELETE', `/connections/${connectionId}`)).status).toBe(404)
  })

  test('another sandbox knows nothing of it', async () => {
    const id = await connect()
    expect((await emulator.call('GET', `/connections/${id}`, { sandbox: 'dev' })).status).toBe(404)
    expect(itemsOf((await emulator.call('GET', '/connections', { sandbox: 'dev' })).body)).toEqual([])
    expect(codeOf(await emulator.call('GET', '/connections', { sandbox: 'nowhere' }))).toBe('2100-404')
  })
})

describe('etags', () => {
  test('a change needs the newest one, with or without its quotes', async () => {
    const path = `/connections/${await connect()}`
    const body: Json = [{ op: 'replace', path: '/name', value: 'Second' }]
    expect(codeOf(await emulator.call('PATCH', path, { body }))).toBe('1403-400')
    const first = await etagOf(path)
    const changed = await emulator.call('PATCH', path, { body, ifMatch: first.replaceAll('"', '') })
    expect(changed.body['etag']).not.toBe(first)
    const stale = await emulator.call('PATCH', path, { body, ifMatch: first })
    expect(stale.status).toBe(412)
    expect(codeOf(stale)).toBe('1404-412')
    expect((await emulator.call('PATCH', path, { body, ifMatch: asText(changed.body['etag']) })).status).toBe(200)
  })

  const patches: [string, Json, string][] = [
    ['an unknown operation', [{ op: 'move', from: '/name', path: '/description' }], '1434-400'],
    ['a path that leads nowhere', [{ op: 'replace', path: '/auth/x/y', value: 1 }], '1365-400'],
    ['a field that is set by Adobe', [{ op: 'replace', path: '/id', value: 'x' }], '1365-400'],
    ['the specification', [{ op: 'replace', path: '/connectionSpec/id', value: 'x' }], '1414-400'],
    ['an unknown field', [{ op: 'add', path: '/colour', value: 'red' }], '1455-400'],
    ['no value', [{ op: 'replace', path: '/name' }], '1313-400'],
    ['a prototype', [{ op: 'add', path: '/auth/__proto__', value: {} }], '1365-400'],
    ['an empty list', [], '1405-400'],
  ]
  test.each(patches)('%s is refused', async (_what, body, code) => {
    const path = `/connections/${await connect()}`
    expect(codeOf(await emulator.call('PATCH', path, { body, ifMatch: await etagOf(path) }))).toBe(code)
  })
})

describe('lists', () => {
  const wrong: [string, string][] = [
    ['limit=5&count=true', '1401-400'], ['limit=0', '1452-400'], ['limit=', '1453-400'], ['orderby=colour', '1432-400'], ['page=2', '1451-400'],
    ['property=name', '1450-400'], ['property=name==', '1453-400'], ['property=colour==red', '1449-400'], ['property=name>a,b', '1443-400'],
    ['continuationToken=abc', '1452-400'],
  ]
  test.each(wrong)('%s is refused with %s', async (query, code) => {
    expect(codeOf(await emulator.call('GET', `/connections?${query}`))).toBe(code)
  })

  test('pages hold each thing once, also while others are made and deleted', async () => {
    const ids: string[] = []
    for (let number = 0; number < 7; number++) {
      ids.push(await connect({ ...connectionBody(), name: `Account ${number}` }))
      await passTime(emulator, 1)
    }
    const seen: string[] = []
    let path = '/connections?limit=2&orderby=-createdAt'
    while (path !== '') {
      const { body } = await emulator.call('GET', path)
      seen.push(...itemsOf(body).map((item) => asText(item['id'])))
      if (seen.length === 2) {
        await emulator.call('DELETE', `/connections/${ids[6]}`)
        await connect({ ...connectionBody(), name: 'Latecomer' })
      }
      path = asText(asObject(asObject(body['_links'])['next'])['href'])
    }
    expect(seen).toEqual(ids.toReversed())
  })

  test('filters, order and count', async () => {
    await connect({ ...connectionBody(), name: 'B, with "quotes"' })
    await connect({ ...connectionBody(), name: 'A' })
    const names = async (query: string) => itemsOf((await emulator.call('GET', `/connections?${query}`)).body).map((item) => item['name'])
    expect(await names('orderby=name')).toEqual(['A', 'B, with "quotes"'])
    expect(await names('property=name==A,C')).toEqual(['A'])
    expect(await names(`property=connectionSpec.id==${payPalSpecId}&property=name!=A`)).toEqual(['B, with "quotes"'])
    expect((await emulator.call('GET', '/connections?count=true')).body).toEqual({ count: 2 })
  })
})

describe('explore', () => {
  test('a table source shows its tables, columns and rows', async () => {
    const path = `/connections/${await connect()}/explore`
    const root = (await emulator.call('GET', `${path}?objectType=root`)).body['list']
    const name = 'PayPal.Catalog_Products'
    expect(root).toContainEqual({ type: 'table', name, path: name, canPreview: true, canFetchSchema: true })
    const table = (await emulator.call('GET', `${path}?objectType=table&object=PayPal.Catalog_Products&preview=true`)).body
    const columns = asArray(asObject(table['schema'])['columns']).map(asObject)
    expect(columns.at(-1)).toEqual({ name: 'updatedAt', type: 'string', 'meta:xdmType': 'date-time', xdm: { type: 'string', format: 'date-time' } })
    expect(asArray(table['data']).length).toBe(100)
  })

  test('a REST source shows a resource below data', async () => {
    const path = `/connections/${await connect(stripeBody)}/explore`
    const params = encodeURIComponent(Buffer.from('{"resourcePath":"charges"}').toString('base64'))
    const { body } = await emulator.call('GET', `${path}?objectType=rest&object=json&fileType=json&preview=true&sourceParams=${params}`)
    expect(body['format']).toBe('hierarchical')
    expect(Object.keys(asObject(asObject(body['schema'])['properties']))).toEqual(['data'])
    expect(asObject(asObject(asArray(body['data'])[0] ?? {})['data'])['id']).toMatch(/^ch_/)
    expect(codeOf(await emulator.call('GET', `${path}?objectType=root`))).toBe('1336-400')
    expect(codeOf(await emulator.call('GET', `${path}?objectType=rest&sourceParams=%25%25`))).toBe('1389-400')
  })

  const wrong: [string, string][] = [
    ['', '1337-400'], ['objectType=planet', '1358-400'], ['objectType=table', '1337-400'], ['objectType=table&object=PayPal.None', '1330-400'],
    ['objectType=file&object=x', '1336-400'], ['objectType=table&object=PayPal.Catalog_Products&filters=e30=', '1353-400'],
  ]
  test.each(wrong)('"%s" is refused with %s', async (query, code) => {
    expect(codeOf(await emulator.call('GET', `/connections/${await connect()}/explore?${query}`))).toBe(code)
  })

  test('a source that does not let one in shows nothing', async () => {
    const id = await connect(connectionBody({ clientSecret: 'wrong' }))
    expect(codeOf(await emulator.call('GET', `/connections/${id}/explore?objectType=root`))).toBe('1334-400')
  })
})

describe('source connections', () => {
  const columns = [{ name: 'Product_Id', type: 'string' }]
  const body = (baseConnectionId: string): JsonObject => ({
    name: 'Products', baseConnectionId, data: { format: 'tabular' }, params: { tableName: 'PayPal.Catalog_Products', columns },
    connectionSpec: { id: payPalSpecId, version: '1.0' },
  })
  const wrong: [string, JsonObject, string][] = [
    ['an unknown base connection', { baseConnectionId: 'x' }, '1439-400'],
    ['another specification than its base', { connectionSpec: { id: '2acf109f-9b66-4d5e-bc18-ebb2adcff8d5' } }, '1413-400'],
    ['the data lake', { connectionSpec: { id: dataLakeSpecId } }, '1413-400'],
    ['another format', { data: { format: 'parquet_xdm' } }, '1327-400'],
    ['no columns', { params: { tableName: 'PayPal.Catalog_Products' } }, '1304-400'],
    ['the tutorial’s old form', { params: { path: 'PayPal.Catalog_Products' } }, '1304-400'],
    ['an unknown table', { params: { tableName: 'PayPal.None', columns } }, '1330-400'],
    ['an unknown ad-hoc schema', { data: { format: 'tabular', schema: { id: 'https://ns.adobe.com/x/schemas/none' } } }, '1439-400'],
    ['a draft where the source has none', {}, '1368-400'],
  ]
  test.each(wrong)('%s is refused', async (what, change, code) => {
    const path = what.startsWith('a draft') ? '/sourceConnections?mode=draft' : '/sourceConnections'
    expect(codeOf(await emulator.call('POST', path, { body: { ...body(await connect()), ...change } }))).toBe(code)
  })

  test('it is found by what it stands on and by its columns', async () => {
    const base = await connect()
    const id = await makeSourceConnection(emulator, base, 'PayPal.Catalog_Products')
    for (const filter of [`baseConnectionId==${base}`, 'params.columns[].name==Product_Id', `inheritedAttributes.baseConnection.id==${base}`]) {
      expect(itemsOf((await emulator.call('GET', `/sourceConnections?property=${filter}`)).body).map((item) => item['id'])).toEqual([id])
    }
  })
})

describe('target connections', () => {
  const wrong: [string, JsonObject, string][] = [
    ['the source’s specification, as in the tutorial', { connectionSpec: { id: payPalSpecId, version: '1.0' } }, '1307-400'],
    ['an unknown dataset', { params: { dataSetId: '5c8c3c555033b814b69f9000' } }, '1325-400'],
    ['a dataset id written in small letters', { params: { datasetId: targets.products.datasetId } }, '1304-400'],
    ['the schema of another dataset', { data: { schema: { id: targets.events.schemaId, version: 'x' } } }, '1425-400'],
    ['an unknown schema', { data: { schema: { id: 'https://ns.adobe.com/x/schemas/none', version: 'x' } } }, '1439-400'],
  ]
  test.each(wrong)('%s is refused', async (_what, change, code) => {
    seedTarget(emulator, 'products')
    seedTarget(emulator, 'events')
    expect(codeOf(await emulator.call('POST', '/targetConnections', { body: { ...targetBody('products'), ...change } }))).toBe(code)
  })

  test('a dataset of another sandbox is none', async () => {
    seedTarget(emulator, 'products')
    expect(codeOf(await emulator.call('POST', '/targetConnections', { body: targetBody('products'), sandbox: 'dev' }))).toBe('1325-400')
  })
})
