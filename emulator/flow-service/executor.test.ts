import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'

import { readWrittenRows, readBatchFile } from '../catalog/batch-files'
import type { JsonObject } from '../content/types'
import { asArray, asObject, asText } from '../json'
import { codeOf, startForTest, testStartMs, type TestEmulator } from './call-for-test'
import { makeFlow, passTime, scopeOf, targets, type TargetName } from './fixture-for-test'
import { findTable } from './source-tables'
import { payPalSpecId } from './call-for-test'

const open: TestEmulator[] = []
const folders: string[] = []
const start = (options: Parameters<typeof startForTest>[0] = {}) => {
  const emulator = startForTest(options)
  open.push(emulator)
  return emulator
}
afterEach(() => {
  for (const emulator of open.splice(0)) emulator.close()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

const hourSeconds = 3_600

async function runsOf({ call }: TestEmulator, flowId: string): Promise<JsonObject[]> {
  const { body } = await call('GET', `/runs?property=flowId==${flowId}&limit=1000`)
  return asArray(body['items']).map(asObject)
}

const metrics = (run: JsonObject) => asObject(run['metrics'])
const records = (run: JsonObject) => asObject(metrics(run)['recordSummary']) as Record<string, number>
const status = (run: JsonObject | undefined) => asText(asObject(metrics(run ?? {})['statusSummary'])['status'])
const activity = (run: JsonObject, id: string) => asArray(run['activities']).map(asObject).find((one) => one['id'] === id) ?? {}
const window = (run: JsonObject) => {
  const { windowStart, windowEnd } = asObject(asObject(activity(run, 'copyActivity')['durationSummary'])['extensions'])
  return [Number(windowStart), Number(windowEnd)] as const
}
const batchOf = (run: JsonObject | undefined) =>
  asText(asArray(asObject(asObject(asArray(activity(run ?? {}, 'promotionActivity')['targetInfo'])[0] ?? {})['reference'])['ids'])[0])

const sourceRows = (emulator: TestEmulator, table: string, from: number, to: number) =>
  findTable(emulator.world, payPalSpecId, table)?.rowsBetween(from, to) ?? []

function written(emulator: TestEmulator, name: TargetName): JsonObject[] {
  const batches = emulator.world.store.list(scopeOf(emulator), 'batches')
  return batches
    .filter((batch) => asObject(asArray(batch['relatedObjects'])[0] ?? {})['id'] === targets[name].datasetId && batch['status'] === 'success')
    .flatMap((batch) => readWrittenRows(emulator.world, asText(batch['id'])))
}

describe('a recurring flow', () => {
  test('PayPal products arrive every 30 minutes as they were mapped', async () => {
    const emulator = start()
    const { flowId } = await makeFlow(emulator, 'products', 'PayPal.Catalog_Products', { deltaColumn: 'updatedAt' })
    await passTime(emulator, 24 * hourSeconds)
    const runs = await runsOf(emulator, flowId)
    expect(runs.length).toBe(48)
    const until = testStartMs + 300_000 + 47 * 30 * 60_000
    const rows = sourceRows(emulator, 'PayPal.Catalog_Products', 0, until)
    const expected = rows
      .filter((row) => row['Product_Id'] !== null)
      .map((row) => [row['Product_Id'], row['Product_Name'], row['Category'], row['Rating'] ?? undefined])
    const arrived = written(emulator, 'products').map((row) => [
      row['_id'], row['productName'], row['productCategoryName'], asObject(row['_practice'])['rating'],
    ])
    expect(arrived).toEqual(expected)
    const sums = runs.map(records)
    expect(sums.reduce((sum, one) => sum + (one['inputRecordCount'] ?? 0), 0)).toBe(rows.length)
    for (const one of sums) expect((one['outputRecordCount'] ?? 0) + (one['failedRecordCount'] ?? 0)).toBe(one['inputRecordCount'])
  })

  test('windows follow each other without gap or overlap, the first takes what was there', async () => {
    const emulator = start()
    const { flowId } = await makeFlow(emulator, 'products', 'PayPal.Catalog_Products', { deltaColumn: 'updatedAt' })
    await passTime(emulator, 5 * hourSeconds)
    const windows = (await runsOf(emulator, flowId)).map(window)
    expect(windows[0]).toEqual([0, testStartMs + 300_000])
    windows.slice(1).forEach(([from], index) => expect(from).toBe(windows[index]?.[1]))
  })

  test('a run appears with its delay, is under way, ends, and only then shows on the flow', async () => {
    const emulator = start()
    const { flowId } = await makeFlow(emulator, 'products', 'PayPal.Catalog_Products', { deltaColumn: 'updatedAt' })
    const lastRun = async () => asObject(asArray((await emulator.call('GET', `/flows/${flowId}`)).body['items'])[0] ?? {})['lastRunDetails']
    await passTime(emulator, 300 + 119)
    expect(await runsOf(emulator, flowId)).toEqual([])
    await passTime(emulator, 1)
    expect((await runsOf(emulator, flowId)).map(status)).toEqual(['scheduled'])
    await passTime(emulator, 3)
    const [running] = await runsOf(emulator, flowId)
    expect(status(running)).toBe('inProgress')
    expect(await lastRun()).toBeUndefined()
    await passTime(emulator, 60)
    const [ended] = await runsOf(emulator, flowId)
    expect(status(ended)).toBe('partialSuccess')
    expect(ended?.['etag']).not.toBe(running?.['etag'])
    expect(await lastRun()).toMatchObject({ id: ended?.['id'], state: 'success' })
  })

  test('without backfill the first run leaves alone what was there before the start', async () => {
    const emulator = start()
    const scheduleParams = { startTime: testStartMs / 1000 + 300, frequency: 'hour', interval: 1, backfill: false }
    const { flowId } = await makeFlow(emulator, 'events', 'PayPal.Transactions', { deltaColumn: 'Transaction_Updated_Date', scheduleParams })
    await passTime(emulator, 3 * hourSeconds)
    const [first, second] = await runsOf(emulator, flowId)
    expect(records(first ?? {})['inputRecordCount']).toBe(0)
    expect(status(first)).toBe('success')
    expect(batchOf(first)).toBe('')
    const from = testStartMs + 300_000
    expect(records(second ?? {})['inputRecordCount']).toBe(sourceRows(emulator, 'PayPal.Transactions', from, from + 3_600_000).length)
  })

  test('switched off it does not run, switched on again it reads what it missed', async () => {
    const emulator = start()
    const { flowId } = await makeFlow(emulator, 'products', 'PayPal.Catalog_Products', { deltaColumn: 'updatedAt' })
    await passTime(emulator, hourSeconds)
    await emulator.call('POST', `/flows/${flowId}/action?op=disable`)
    const before = await runsOf(emulator, flowId)
    await passTime(emulator, 6 * hourSeconds)
    expect((await runsOf(emulator, flowId)).length).toBe(before.length)
    await emulator.call('POST', `/flows/${flowId}/action?op=enable`)
    await passTime(emulator, hourSeconds)
    const after = await runsOf(emulator, flowId)
    const [last, next] = [before.at(-1), after[before.length]]
    expect(window(next ?? {})[0]).toBe(window(last ?? {})[1])
    expect(after.length).toBe(before.length + 2)
  })
})

describe('transactions onto events', () => {
  test('amount, currency and time arrive in the types of the schema, what cannot arrive is refused with its reason', async () => {
    const emulator = start()
    const { flowId } = await makeFlow(emulator, 'events', 'PayPal.Transactions', {
      deltaColumn: 'Transaction_Updated_Date', options: { errorDiagnosticsEnabled: true, partialIngestionPercent: 5 },
    })
    await passTime(emulator, hourSeconds / 4)
    const [run] = await runsOf(emulator, flowId)
    expect(status(run)).toBe('partialSuccess')
    const rows = sourceRows(emulator, 'PayPal.Transactions', 0, testStartMs + 300_000)
    const good = rows.filter((row) => row['Transaction_Id'] !== null)
    const arrived = written(emulator, 'events')
    expect(arrived.length).toBe(good.length)
    const [row, event] = [good[0] ?? {}, arrived[0] ?? {}]
    expect(event).toMatchObject({
      _id: row['Transaction_Id'],
      commerce: { order: { priceTotal: Number(row['Transaction_Amount_Value']), currencyCode: row['Transaction_Amount_Currency_Code'] } },
      productListItems: [{ SKU: row['Item_Code'], quantity: row['Item_Quantity'] }],
    })
    expect(Date.parse(asText(event['timestamp']))).toBe(Date.parse(asText(row['Transaction_Updated_Date'])))
    const refused = (readBatchFile(emulator.world, batchOf(run), 'row_errors') ?? '').split('\n').filter(Boolean)
    expect(refused.length).toBe(rows.length - good.length)
    expect(JSON.parse(refused[0] ?? '{}')).toMatchObject({ Transaction_Id: null, _errors: [{ code: 'INGEST-1555-400' }] })
    const extensions = asObject(asObject(activity(run ?? {}, 'promotionActivity')['statusSummary'])['extensions'])
    expect(asObject(extensions['manifest'])['failedRecords']).toContain(`/export/batches/${batchOf(run)}/meta?path=row_errors`)
    const codes = asArray(extensions['errors']).map((error) => asObject(error)['code'])
    expect(codes).toEqual(expect.arrayContaining(['INGEST-1555-400', 'MAPPER-3700-400']))
  })

  test('more refused rows than the flow bears fail the run and leave the dataset as it was', async () => {
    const emulator = start()
    const { flowId } = await makeFlow(emulator, 'events', 'PayPal.Transactions', {
      deltaColumn: 'Transaction_Updated_Date', options: { partialIngestionPercent: 0.01 },
    })
    await passTime(emulator, hourSeconds / 4)
    const [run] = await runsOf(emulator, flowId)
    expect(status(run)).toBe('failed')
    expect(records(run ?? {})['outputRecordCount']).toBe(0)
    expect(written(emulator, 'events')).toEqual([])
    const flow = asObject(asArray((await emulator.call('GET', `/flows/${flowId}`)).body['items'])[0] ?? {})
    expect(asObject(flow['lastRunDetails'])['state']).toBe('failed')
  })
})

test('credentials that no longer work fail the run, and it can be triggered again once they do', async () => {
  const emulator = start()
  const { flowId, connectionId } = await makeFlow(emulator, 'products', 'PayPal.Catalog_Products', { deltaColumn: 'updatedAt' })
  const setSecret = async (clientSecret: string) => {
    const { headers } = await emulator.call('GET', `/connections/${connectionId}`)
    const body = [{ op: 'replace', path: '/auth/params', value: { clientId: 'id-1', clientSecret } }]
    expect((await emulator.call('PATCH', `/connections/${connectionId}`, { body, ifMatch: headers.get('etag') ?? '' })).status).toBe(200)
  }
  await setSecret('wrong')
  await passTime(emulator, 600)
  const [failed] = await runsOf(emulator, flowId)
  expect(status(failed)).toBe('failed')
  expect(asObject(metrics(failed ?? {})['statusSummary'])['errors']).toMatchObject([{ code: 'CONNECTOR-1001-500' }])
  await setSecret('right')
  expect((await emulator.call('POST', `/runs/${asText(failed?.['id'])}/action?op=RE_TRIGGER`)).status).toBe(200)
  await passTime(emulator, 60)
  const again = (await runsOf(emulator, flowId)).at(-1) ?? {}
  expect(status(again)).toBe('partialSuccess')
  expect(window(again)).toEqual(window(failed ?? {}))
  expect(codeOf(await emulator.call('POST', `/runs/${asText(again['id'])}/action?op=RE_TRIGGER`))).toBe('')
})

describe('the clock', () => {
  const dump = (emulator: TestEmulator) =>
    emulator.world.store.list(scopeOf(emulator), 'runs').map(({ id: _id, flowId: _flow, providerRefId: _ref, etag: _etag, ...run }) => ({
      metrics: run['metrics'], window: window(run as JsonObject),
    }))

  test('one big jump leaves the same runs as many small steps, apart from their few seconds of work', async () => {
    const [small, big] = [start(), start()]
    for (const emulator of [small, big]) await makeFlow(emulator, 'products', 'PayPal.Catalog_Products', { deltaColumn: 'updatedAt' })
    for (let step = 0; step < 40; step++) await passTime(small, 777)
    await passTime(big, 40 * 777)
    const withoutDuration = (emulator: TestEmulator) => dump(emulator).map(({ metrics: one, window: read }) => [read, asObject(one)['recordSummary']])
    expect(withoutDuration(big).length).toBeGreaterThan(15)
    expect(withoutDuration(big)).toEqual(withoutDuration(small))
  })

  test('a restart goes on where it was, runs under way included', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'emulator-'))
    folders.push(dataDir)
    const first = startForTest({ dataDir })
    const { flowId } = await makeFlow(first, 'products', 'PayPal.Catalog_Products', { deltaColumn: 'updatedAt' })
    await passTime(first, 300 + 120 + 3)
    expect((await runsOf(first, flowId)).map(status)).toEqual(['inProgress'])
    first.close()
    const second = start({ dataDir, startMs: testStartMs + 2 * hourSeconds * 1000 })
    const runs = await runsOf(second, flowId)
    expect(runs.map(status)).toEqual(['partialSuccess', ...runs.slice(1).map(() => 'success')])
    expect(runs.length).toBe(4)
    expect(written(second, 'products').length).toBe(
      sourceRows(second, 'PayPal.Catalog_Products', 0, window(runs.at(-1) ?? {})[1]).filter((row) => row['Product_Id'] !== null).length,
    )
  })
})
