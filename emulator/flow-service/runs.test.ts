import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import type { JsonObject } from '../content/types'
import { asArray, asObject, asText } from '../json'
import { codeOf, startForTest, testStartMs, type TestEmulator } from './call-for-test'
import { makeFlow, passTime, scopeOf } from './fixture-for-test'

let emulator: TestEmulator
beforeEach(() => {
  emulator = startForTest()
})
afterEach(() => emulator.close())

const nowSeconds = testStartMs / 1000
const daySeconds = 86_400
const onceFlow = () =>
  makeFlow(emulator, 'products', 'PayPal.Catalog_Products', { scheduleParams: { startTime: nowSeconds + 60, frequency: 'once' } })
const params = (more: JsonObject = {}): JsonObject => ({
  startTime: nowSeconds, windowStartTime: nowSeconds - daySeconds, windowEndTime: nowSeconds, deltaColumn: { name: 'updatedAt' }, ...more,
})
const ask = (flowId: string, given: JsonObject = params()) => emulator.call('POST', '/runs', { body: { flowId, params: given } })
const list = async (query = '') => asArray((await emulator.call('GET', `/runs?${query}`)).body['items']).map(asObject)
const statusOf = (run: JsonObject | undefined) => asObject(asObject(run?.['metrics'])['statusSummary'])['status']
const recordsOf = (run: JsonObject | undefined) => asObject(asObject(run?.['metrics'])['recordSummary'])['inputRecordCount']

describe('a run by hand', () => {
  test('reads the window it was given, once it has been queued', async () => {
    const { flowId } = await onceFlow()
    const made = await ask(flowId)
    expect(made.status).toBe(201)
    const id = asText(asObject(asArray(made.body['items'])[0] ?? {})['id'])
    expect((await list(`property=id==${id}`)).map(statusOf)).toEqual(['scheduled'])
    await passTime(emulator, 50)
    const [run] = await list(`property=id==${id}`)
    expect(statusOf(run)).toBe('success')
    expect(Number(recordsOf(run))).toBeGreaterThan(0)
    expect(Number(recordsOf(run))).toBeLessThan(20)
  })

  test('with a window into the year 2493, as in Adobe’s sample, reads up to now', async () => {
    const { flowId } = await onceFlow()
    await ask(flowId, params({ windowEndTime: 16_515_859_567 }))
    await passTime(emulator, 50)
    const [run] = await list(`property=flowId==${flowId}`)
    expect(statusOf(run)).toBe('success')
    expect(Number(recordsOf(run))).toBeLessThan(20)
  })

  test('answers plainly when the switch says so', async () => {
    emulator.world.switches = { ...emulator.world.switches, runCreatedBody: 'plain' }
    expect(Object.keys((await ask((await onceFlow()).flowId)).body)).toEqual(['id', 'etag'])
  })

  test('the first one brings the delta column, which stays', async () => {
    const { flowId } = await onceFlow()
    const { deltaColumn: _column, ...without } = params()
    expect(codeOf(await ask(flowId, without))).toBe('1383-400')
    expect((await ask(flowId)).status).toBe(201)
    const { body } = await emulator.call('GET', `/flows/${flowId}`)
    expect(asObject(asArray(body['items'])[0] ?? {})['transformations']).toMatchObject([
      { name: 'Copy', params: { deltaColumn: { name: 'updatedAt' } } },
      { name: 'Mapping' },
    ])
    expect(codeOf(await ask(flowId, params({ deltaColumn: { name: 'Create_Time' } })))).toBe('1382-400')
    expect((await ask(flowId, without)).status).toBe(201)
  })

  const wrong: [string, JsonObject, string][] = [
    ['no parameters', {}, '1384-400'],
    ['a window that ends before it starts', params({ windowEndTime: nowSeconds - 2 * daySeconds }), '1381-400'],
    ['no window', { startTime: nowSeconds }, '1304-400'],
    ['a window in words', params({ windowEndTime: 'now' }), '1452-400'],
    ['an unknown parameter', params({ limit: 5 }), '1455-400'],
  ]
  test.each(wrong)('with %s is refused', async (_what, given, code) => {
    expect(codeOf(await ask((await onceFlow()).flowId, given))).toBe(code)
    expect(await list()).toEqual([])
  })

  test('is for flows that are there, enabled and scheduled once', async () => {
    expect(codeOf(await ask(''))).toBe('1446-400')
    expect(codeOf(await ask('nowhere'))).toBe('1430-400')
    const { flowId: recurring } = await makeFlow(emulator, 'products', 'PayPal.Catalog_Products', { deltaColumn: 'updatedAt' })
    expect(codeOf(await ask(recurring))).toBe('1386-400')
    const { flowId } = await onceFlow()
    await emulator.call('POST', `/flows/${flowId}/action?op=disable`)
    expect(codeOf(await ask(flowId))).toBe('1388-400')
  })
})

test('a flow scheduled once runs once, over everything', async () => {
  const { flowId } = await onceFlow()
  await passTime(emulator, 30 * daySeconds)
  const runs = await list(`property=flowId==${flowId}`)
  expect(runs.length).toBe(1)
  expect(Number(recordsOf(runs[0]))).toBeGreaterThan(500)
})

test('a run that ended well, or has not ended, is not triggered again; nor one of a flow that is off', async () => {
  const { flowId } = await makeFlow(emulator, 'products', 'PayPal.Catalog_Products', { deltaColumn: 'updatedAt' })
  await passTime(emulator, 300 + 120)
  const trigger = (run: JsonObject | undefined) => emulator.call('POST', `/runs/${asText(run?.['id'])}/action?op=RE_TRIGGER`)
  expect(codeOf(await trigger((await list())[0]))).toBe('1387-400')
  await passTime(emulator, 2_000)
  const [partial, success] = await list()
  expect([statusOf(partial), statusOf(success)]).toEqual(['partialSuccess', 'success'])
  expect(codeOf(await trigger(success))).toBe('1387-400')
  await emulator.call('POST', `/flows/${flowId}/action?op=disable`)
  expect(codeOf(await trigger(partial))).toBe('1388-400')
})

describe('the list of runs', () => {
  test('is filtered by flow, start and state, in pages', async () => {
    const first = await makeFlow(emulator, 'products', 'PayPal.Catalog_Products', { deltaColumn: 'updatedAt' })
    await makeFlow(emulator, 'products', 'PayPal.Billing_Plans', { deltaColumn: 'Update_Time', connectionId: first.connectionId })
    await passTime(emulator, 6 * 3_600)
    const all = await list('limit=1000')
    const mine = await list(`property=flowId==${first.flowId}&limit=1000`)
    expect(mine.length).toBe(all.length / 2)
    const startOf = (run: JsonObject) => Number(asObject(asObject(run['metrics'])['durationSummary'])['startedAtUTC'])
    const from = startOf(mine[4] ?? {})
    const since = await list(`property=flowId==${first.flowId}&property=metrics.durationSummary.startedAtUTC>=${from}&limit=1000`)
    expect(since).toEqual(mine.slice(4))
    const partial = all.filter((run) => statusOf(run) === 'partialSuccess')
    expect(await list('property=metrics.statusSummary.status==partialSuccess')).toEqual(partial)
    expect((await list()).length).toBe(20)
    expect((await emulator.call('GET', `/runs?property=flowId==${first.flowId}&count=true`)).body).toEqual({ count: mine.length })
  })

  test('keeps the runs of a flow that was deleted, and ends those under way as failed', async () => {
    const { flowId } = await makeFlow(emulator, 'products', 'PayPal.Catalog_Products', { deltaColumn: 'updatedAt' })
    await passTime(emulator, 300 + 120 + 3)
    expect((await emulator.call('DELETE', `/flows/${flowId}`)).status).toBe(204)
    await passTime(emulator, daySeconds)
    expect((await list(`property=flowId==${flowId}`)).map(statusOf)).toEqual(['failed'])
    expect(emulator.world.store.list(scopeOf(emulator), 'jobs')).toEqual([])
  })

  test('belongs to its sandbox', async () => {
    await makeFlow(emulator, 'products', 'PayPal.Catalog_Products', { deltaColumn: 'updatedAt' })
    await passTime(emulator, 3_600)
    expect((await list()).length).toBeGreaterThan(0)
    expect((await emulator.call('GET', '/runs', { sandbox: 'dev' })).body['items']).toEqual([])
  })
})
