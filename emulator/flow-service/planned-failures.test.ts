import { afterEach, beforeEach, expect, test } from 'vitest'

import { asArray, asObject, asText } from '../json'
import { startForTest, type TestEmulator } from './call-for-test'
import { makeFlow, passTime } from './fixture-for-test'

let emulator: TestEmulator
beforeEach(() => {
  emulator = startForTest({ runDelaySeconds: 0 })
})
afterEach(() => emulator.close())

const plan = (body: Record<string, string | number>) => emulator.send('POST', '/_emulator/run-faults', { body })
const statuses = async (flowId: string) =>
  asArray((await emulator.call('GET', `/runs?property=flowId==${flowId}&limit=1000`)).body['items']).map(
    (run) => asObject(asObject(asObject(run)['metrics'])['statusSummary'])['status'],
  )

test('runs fail as often as they were told to; their windows wait for somebody to trigger them again', async () => {
  const { flowId } = await makeFlow(emulator, 'products', 'PayPal.Catalog_Products', { deltaColumn: 'updatedAt' })
  expect((await plan({ flowId, count: 2, code: 'CONNECTOR-1001-500' })).status).toBe(201)
  await passTime(emulator, 4 * 1_800)
  expect(await statuses(flowId)).toEqual(['failed', 'failed', 'success', 'success'])
  const { body } = await emulator.call('GET', '/runs')
  const [first, second] = asArray(body['items']).map((run) => asText(asObject(run)['id']))
  for (const id of [first, second]) await emulator.call('POST', `/runs/${id}/action?op=RE_TRIGGER`)
  await passTime(emulator, 60)
  expect((await statuses(flowId)).slice(4).toSorted()).toEqual(['partialSuccess', 'success'])
})

test('a run can be made to stay away; the others come in their time', async () => {
  const { flowId } = await makeFlow(emulator, 'products', 'PayPal.Catalog_Products', { deltaColumn: 'updatedAt' })
  await plan({ kind: 'skip' })
  await passTime(emulator, 4 * 1_800)
  expect(await statuses(flowId)).toEqual(['partialSuccess', 'success', 'success'])
})

test('another flow’s failure is not taken', async () => {
  const { flowId } = await makeFlow(emulator, 'products', 'PayPal.Catalog_Products', { deltaColumn: 'updatedAt' })
  await plan({ flowId: 'another' })
  await passTime(emulator, 900)
  expect(await statuses(flowId)).toEqual(['partialSuccess'])
  expect((await emulator.send('GET', '/_emulator/run-faults')).body['list']).toMatchObject([{ flowId: 'another', count: 1 }])
  expect((await emulator.send('DELETE', '/_emulator/run-faults')).status).toBe(204)
})
