import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import type { Json, JsonObject } from '../content/types'
import { asArray, asObject, asText } from '../json'
import { codeOf, idOf, startForTest, testStartMs, type TestEmulator } from './call-for-test'
import { makeFlow, passTime, prepareFlow, scopeOf, seedTarget, targets } from './fixture-for-test'

let emulator: TestEmulator
beforeEach(() => {
  emulator = startForTest()
})
afterEach(() => emulator.close())

const nowSeconds = testStartMs / 1000
const copy = (deltaColumn: Json = { name: 'updatedAt' }): JsonObject => ({ name: 'Copy', params: { deltaColumn } })
const mapping = (params: JsonObject = {}): JsonObject => ({ name: 'Mapping', params: { mappingId: '1'.repeat(32), mappingVersion: 0, ...params } })
const schedule = (more: JsonObject = {}): JsonObject => ({
  scheduleParams: { startTime: nowSeconds + 300, frequency: 'minute', interval: 30, backfill: true, ...more },
})
const once = (more: JsonObject = {}): JsonObject => ({ scheduleParams: { startTime: nowSeconds + 300, frequency: 'once', ...more } })
const prepare = () => prepareFlow(emulator, 'products', 'PayPal.Catalog_Products', { deltaColumn: 'updatedAt' })
const getFlow = async (id: string) => asObject(asArray((await emulator.call('GET', `/flows/${id}`)).body['items'])[0] ?? {})

describe('a new flow', () => {
  const wrong: [string, JsonObject, string][] = [
    ['a state', { state: 'enabled' }, '1410-400'],
    ['no name', { name: null }, '1304-400'],
    ['an unknown flow specification', { flowSpec: { id: 'x', version: '1.0' } }, '1413-400'],
    ['the REST specification for a table', { flowSpec: { id: '6499120c-0b15-42dc-936e-847ea3c24d72' } }, '1413-400'],
    ['no source connection', { sourceConnectionIds: [] }, '1321-400'],
    ['two source connections', { sourceConnectionIds: ['a', 'b'] }, '1321-400'],
    ['an unknown source connection', { sourceConnectionIds: ['a'] }, '1439-400'],
    ['no target connection', { targetConnectionIds: null }, '1321-400'],
    ['an unknown target connection', { targetConnectionIds: ['a'] }, '1439-400'],
    ['no schedule', { scheduleParams: null }, '1304-400'],
    ['no frequency', { scheduleParams: { startTime: nowSeconds + 300 } }, '1304-400'],
    ['an unknown frequency', schedule({ frequency: 'monthly' }), '1397-400'],
    ['no start time', { scheduleParams: { frequency: 'once' } }, '1304-400'],
    ['a start time that has passed', schedule({ startTime: nowSeconds - 31 }), '1360-400'],
    ['the tutorial’s start time', schedule({ startTime: '1567411548' }), '1360-400'],
    ['a start time with a fraction', schedule({ startTime: nowSeconds + 300.5 }), '1452-400'],
    ['a start time in words', schedule({ startTime: 'tomorrow' }), '1452-400'],
    ['no interval', { scheduleParams: { startTime: nowSeconds + 300, frequency: 'hour' } }, '1304-400'],
    ['fourteen minutes', schedule({ interval: 14 }), '1362-400'],
    ['zero hours', schedule({ frequency: 'hour', interval: 0 }), '1362-400'],
    ['an interval with once', once({ interval: 15 }), '1361-400'],
    ['backfill with once', once({ backfill: true }), '1364-400'],
    ['backfill in words', schedule({ backfill: 'perhaps' }), '1452-400'],
    ['an end', schedule({ endTime: nowSeconds + 9_000 }), '1455-400'],
    ['no delta column', { transformations: [mapping()] }, '1367-400'],
    ['a delta column without a name', { transformations: [copy({}), mapping()] }, '1304-400'],
    ['a delta column with once', { ...once(), transformations: [copy(), mapping()] }, '1369-400'],
    ['no mapping', { transformations: [copy()] }, '1370-400'],
    ['an unknown transformation', { transformations: [copy(), mapping(), { name: 'Encrypt', params: {} }] }, '1455-400'],
    ['a mapping set that is not there', { transformations: [copy(), mapping({ mappingId: 'f'.repeat(32) })] }, '1419-400'],
    ['a version of it that is not there', { transformations: [copy(), mapping({ mappingVersion: 4 })] }, '1412-400'],
    ['a mapping set into another schema', { transformations: [copy(), mapping({ mappingId: '2'.repeat(32) })] }, '1425-400'],
    ['a threshold of nothing', { options: { partialIngestionPercent: 0 } }, '1452-400'],
    ['an unknown option', { options: { speed: 'high' } }, '1455-400'],
    ['an unknown field', { colour: 'red' }, '1455-400'],
  ]
  test.each(wrong)('with %s is refused', async (_what, change, code) => {
    seedTarget(emulator, 'events')
    const { body } = await prepare()
    const changed = Object.fromEntries(Object.entries({ ...body, ...change }).filter(([, value]) => value !== null))
    expect(codeOf(await emulator.call('POST', '/flows', { body: changed }))).toBe(code)
    expect(emulator.world.store.count(scopeOf(emulator), 'flows')).toEqual({ live: 0, created: 0 })
  })

  test.each([
    ['texts as Adobe’s samples send them', schedule({ startTime: String(nowSeconds + 300), interval: '30', backfill: 'true' })],
    ['a start a few seconds ago', schedule({ startTime: nowSeconds - 10 })],
    ['a mapping version as text', { transformations: [copy(), mapping({ mappingVersion: '0' })] }],
    ['once', { ...once(), transformations: [mapping()] }],
    ['fifteen days', schedule({ frequency: 'day', interval: 15 })],
  ] as [string, JsonObject][])('with %s is made', async (_what, change) => {
    const { body } = await prepare()
    const made = await emulator.call('POST', '/flows', { body: { ...body, ...change } })
    expect(made.status).toBe(201)
    const flow = await getFlow(idOf(made))
    expect(flow['scheduleParams']).toEqual(asObject(change['scheduleParams'] ?? body['scheduleParams']))
    expect(flow['state']).toBe('enabled')
  })

  test('a target connection without the schema’s version is found out here', async () => {
    const { body, targetId } = await prepare()
    const { headers } = await emulator.call('GET', `/targetConnections/${targetId}`)
    const bare = [{ op: 'replace', path: '/data/schema', value: { id: targets.products.schemaId } }]
    expect((await emulator.call('PATCH', `/targetConnections/${targetId}`, { body: bare, ifMatch: headers.get('etag') ?? '' })).status).toBe(200)
    expect(codeOf(await emulator.call('POST', '/flows', { body }))).toBe('1425-400')
  })

  test('a mapping into a path that the schema does not have fails its validation', async () => {
    const { body } = await prepare()
    const scope = scopeOf(emulator)
    const set = emulator.world.store.get(scope, 'mappingSets', '1'.repeat(32)) ?? {}
    const mappings = [{ sourceType: 'ATTRIBUTE', source: 'Product_Id', destination: 'nowhere.at.all' }]
    emulator.world.store.put(scope, 'mappingSets', '1'.repeat(32), { ...set, mappings })
    expect(codeOf(await emulator.call('POST', '/flows', { body }))).toBe('1419-400')
  })

  test('two of one name are two flows, unless the switch says otherwise', async () => {
    const { body } = await prepare()
    expect((await emulator.call('POST', '/flows', { body })).status).toBe(201)
    expect((await emulator.call('POST', '/flows', { body })).status).toBe(201)
    emulator.world.switches = { ...emulator.world.switches, duplicateNames: 'refuse' }
    expect((await emulator.call('POST', '/flows', { body })).status).toBe(400)
  })
})

describe('a flow that is there', () => {
  const make = () => makeFlow(emulator, 'products', 'PayPal.Catalog_Products', { deltaColumn: 'updatedAt' })
  const patch = async (id: string, body: Json) => emulator.call('PATCH', `/flows/${id}`, { body, ifMatch: asText((await getFlow(id))['etag']) })

  test('says what it is made of, as Adobe does', async () => {
    const { flowId, sourceId, targetId, connectionId } = await make()
    const flow = await getFlow(flowId)
    expect(flow['lastRunDetails']).toBeUndefined()
    expect(flow['version']).toBe(flow['etag'])
    expect(flow['runs']).toBe(`/runs?property=flowId==${flowId}`)
    expect(flow['inheritedAttributes']).toMatchObject({
      sourceConnections: [{ id: sourceId, baseConnection: { id: connectionId } }],
      targetConnections: [{ id: targetId }],
      properties: { isSourceFlow: true },
    })
  })

  test('is found by what it is made of', async () => {
    const { flowId, sourceId } = await make()
    for (const filter of [`sourceConnectionIds[]==${sourceId}`, 'inheritedAttributes.properties.isSourceFlow==true', `id==${flowId}`]) {
      const { body } = await emulator.call('GET', `/flows?property=${filter}`)
      expect(asArray(body['items']).map((item) => asObject(item)['id'])).toEqual([flowId])
    }
    const { body } = await emulator.call('POST', '/flows/search', { body: { queryString: 'state==disabled', limit: 10 } })
    expect(body['items']).toEqual([])
  })

  test('before its start everything of the schedule may change, after it only the pace', async () => {
    const { flowId } = await make()
    const replace = (field: string, value: Json) => patch(flowId, [{ op: 'replace', path: `/scheduleParams/${field}`, value }])
    expect((await replace('startTime', nowSeconds + 600)).status).toBe(200)
    expect(codeOf(await replace('startTime', nowSeconds - 600))).toBe('1360-400')
    await passTime(emulator, 700)
    expect(codeOf(await replace('startTime', nowSeconds + 6_000))).toBe('1366-400')
    expect(codeOf(await replace('backfill', false))).toBe('1404-400')
    const toOnce: Json = ['interval', 'backfill'].map((name) => ({ op: 'remove', path: `/scheduleParams/${name}` }))
    expect(codeOf(await patch(flowId, [...toOnce, { op: 'replace', path: '/scheduleParams/frequency', value: 'once' }]))).toBe('1403-400')
    expect(codeOf(await replace('interval', 5))).toBe('1362-400')
    expect((await replace('interval', 60)).status).toBe(200)
  })

  test('keeps its delta column and its mapping when its transformations change', async () => {
    const { flowId } = await make()
    expect(codeOf(await patch(flowId, [{ op: 'replace', path: '/transformations/0', value: mapping() }]))).toBe('1367-400')
    expect(codeOf(await patch(flowId, [{ op: 'remove', path: '/transformations/1' }]))).toBe('1370-400')
    expect((await patch(flowId, [{ op: 'replace', path: '/transformations/1', value: mapping() }])).status).toBe(200)
  })

  test('is switched off and on, each time with a new etag, twice without harm', async () => {
    const { flowId } = await make()
    const act = (op: string) => emulator.call('POST', `/flows/${flowId}/action?op=${op}`)
    const off = await act('disable')
    expect((await getFlow(flowId))['state']).toBe('disabled')
    expect((await act('DISABLE')).body['etag']).toBe(off.body['etag'])
    expect((await act('enable')).body['etag']).not.toBe(off.body['etag'])
    expect(codeOf(await act('finalize'))).toBe('1402-400')
    expect(codeOf(await act('explode'))).toBe('1452-400')
    expect(codeOf(await act(''))).toBe('1453-400')
    expect(codeOf(await act('publish'))).toBe('1422-400')
  })

  test('goes on reading what it was made for, whatever happens to its source connection', async () => {
    const { flowId, sourceId } = await make()
    const path = `/sourceConnections/${sourceId}`
    const ifMatch = (await emulator.call('GET', path)).headers.get('etag') ?? ''
    const body: Json = [{ op: 'replace', path: '/params/tableName', value: 'PayPal.Billing_Plans' }]
    expect((await emulator.call('PATCH', path, { body, ifMatch })).status).toBe(200)
    await passTime(emulator, 600)
    const [run] = asArray((await emulator.call('GET', `/runs?property=flowId==${flowId}`)).body['items']).map(asObject)
    expect(asObject(asObject(run?.['metrics'])['statusSummary'])['status']).toBe('partialSuccess')
    expect(await getFlow(flowId)).not.toHaveProperty('_ends')
  })

  test('its runs do not change its etag', async () => {
    const { flowId } = await make()
    const before = (await getFlow(flowId))['etag']
    await passTime(emulator, 7_200)
    expect((await getFlow(flowId))['lastRunDetails']).toBeDefined()
    expect((await getFlow(flowId))['etag']).toBe(before)
  })
})

describe('drafts', () => {
  const stripeSpecId = 'cc2c31d6-7b8c-4581-b49f-5c8698aa3ab3'
  const connectionSpec = { id: stripeSpecId, version: '1.0' }
  const connection = { name: 'Stripe', connectionSpec, auth: { specName: 'OAuth2 Refresh Code', params: { accessToken: 'sk' } } }
  const publish = (path: string) => emulator.call('POST', `${path}/action?op=publish`)

  test('are made without schedule and mapping, and published from the bottom up', async () => {
    const { targetId } = await prepare()
    const base = idOf(await emulator.call('POST', '/connections?mode=draft', { body: connection }))
    const source = idOf(await emulator.call('POST', '/sourceConnections?mode=draft', {
      body: { name: 'Charges', baseConnectionId: base, data: { format: 'json' }, params: { resourcePath: 'charges' }, connectionSpec },
    }))
    const body: JsonObject = {
      name: 'Charges', flowSpec: { id: '6499120c-0b15-42dc-936e-847ea3c24d72', version: '1.0' },
      sourceConnectionIds: [source], targetConnectionIds: [targetId],
    }
    const flow = idOf(await emulator.call('POST', '/flows?mode=draft', { body }))
    expect((await getFlow(flow))['state']).toBe('draft')
    expect(codeOf(await emulator.call('POST', `/flows/${flow}/action?op=enable`))).toBe('1422-400')
    expect(codeOf(await publish(`/flows/${flow}`))).toBe('1422-400')
    expect(codeOf(await publish(`/sourceConnections/${source}`))).toBe('1422-400')
    for (const path of [`/connections/${base}`, `/sourceConnections/${source}`]) expect((await publish(path)).status).toBe(200)
    expect(codeOf(await publish(`/flows/${flow}`))).toBe('1304-400')
    const ops: Json = [
      { op: 'add', path: '/transformations', value: [mapping()] },
      { op: 'add', path: '/scheduleParams', value: asObject(schedule()['scheduleParams']) },
    ]
    expect((await emulator.call('PATCH', `/flows/${flow}`, { body: ops, ifMatch: asText((await getFlow(flow))['etag']) })).status).toBe(200)
    expect((await publish(`/flows/${flow}`)).status).toBe(200)
    expect((await getFlow(flow))['state']).toBe('enabled')
    await passTime(emulator, 1_000)
    expect((await getFlow(flow))['lastRunDetails']).toBeDefined()
  })

  test('are refused where a specification does not support them', async () => {
    const { body } = await prepare()
    expect(codeOf(await emulator.call('POST', '/flows?mode=draft', { body }))).toBe('1368-400')
  })
})
