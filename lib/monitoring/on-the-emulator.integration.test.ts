import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deleteFlow } from '@/lib/adobe/flow-service/flows'
import { createAdobeShared } from '@/lib/adobe/http'
import { systemClock } from '@/lib/clock'
import { listFlowCalls } from '@/lib/data/calls'
import { closeDatabase, database } from '@/lib/data/database'
import { insertFlowOfDraft, requestProvisioning } from '@/lib/data/request-provisioning'
import type { DraftAnswers } from '@/lib/flows/draft-answers'
import { closeQueue } from '@/lib/jobs/queue'
import { completeOrExplain } from '@/lib/provisioning/create-flow'
import { executeProvisioning } from '@/lib/provisioning/execute-provisioning'
import { keptKinds } from '@/lib/provisioning/kept-kinds'
import { readProvisioning } from '@/lib/provisioning/read-provisioning'
import { startEmulatorProcess, type EmulatorProcess } from '@/lib/testing/emulator-process'
import { setEmulatorScene, type EmulatorScene } from '@/lib/testing/emulator-scene'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/test-database'
import { stubEnvironment } from '@/lib/testing/test-environment'
import { openWorkspace } from '@/lib/workspaces/open-workspace'
import { checkResources } from './check-resources'
import { deleteDataflow, openFlow, repeatRun, runFlowNow, switchFlowTo } from './control-flow'
import { readFlowOverview } from './read-flow'
import { readRefused } from './read-refused'
import { readResources } from './read-resources'
import { readRunList } from './read-runs'
import { syncWorkspace } from './sync-workspace'

let place: TestDatabase
let emulator: EmulatorProcess
let scene: EmulatorScene

beforeAll(async () => {
  place = await createTestDatabase()
  emulator = await startEmulatorProcess({ clock: 'manual' })
  stubEnvironment({ DATABASE_URL: place.url, ...emulator.env })
  await database().user.create({ data: { id: 'ada', name: 'Ada', email: 'ada@example.com' } })
  scene = await setEmulatorScene()
})

afterAll(async () => {
  await closeQueue()
  await closeDatabase()
  await emulator.stop()
  await place.drop()
})

let made = 0

async function makeFlow(change?: (answers: DraftAnswers) => void): Promise<string> {
  const draftId = await scene.insertDraft('ada', `M${++made}`, change)
  const { flowId, provisioningId } = await insertFlowOfDraft({ draftId, ownerId: 'ada', complete: completeOrExplain })
  await executeProvisioning(provisioningId ?? '', { adobe: { shared: createAdobeShared(systemClock) } })
  return flowId
}

const advance = (minutes: number) => emulator.control('POST', '/clock', { advanceSeconds: minutes * 60 })
const sync = () => syncWorkspace(scene.workspaceId)
const overview = async (flowId: string) => {
  const found = await readFlowOverview(flowId)
  if (!found) throw new Error('There is no such flow.')
  return found
}

describe('a flow in the emulator', () => {
  test('waits, runs, loses rows, and says what it lost and why', async () => {
    const flowId = await makeFlow((answers) => {
      answers.schedule = { ...answers.schedule, errorDiagnosticsEnabled: true, partialIngestionPercent: 100 }
      answers.mapping?.document?.rows.push({ id: 'd', sourceType: 'EXPRESSION', source: 'to_integer(Product_Name)', destination: 'productDescription' })
    })
    await sync()
    expect(await overview(flowId)).toMatchObject({ state: 'waiting', adobeState: 'enabled', strip: [] })
    await advance(10)
    await sync()
    const after = await overview(flowId)
    expect(after.lastEnded?.read).toBeGreaterThan(0)
    expect(after.lastDay.read).toBe(after.lastEnded?.read)
    expect(after.lastDay.written + after.lastDay.failed).toBe(after.lastDay.read)
    expect(after).toMatchObject({ state: 'degraded', lastEnded: { failed: expect.any(Number) }, losses: [{ code: 'MAPPER-3700-400' }] })
    expect(after.stages.find(({ state }) => state === 'warn')).toMatchObject({ key: 'mapping', code: 'MAPPER-3700-400' })
    const { rows } = await readRefused(flowId, after.lastEnded?.id ?? '')
    expect(rows).toHaveLength(Math.min(50, after.lastEnded?.failed ?? 0))
  })

  test('is failing after a failed run, late after a skipped one, and well after a good one', async () => {
    const flowId = await makeFlow()
    await advance(10)
    await sync()
    const { adobeFlowId } = await overview(flowId)
    await emulator.control('POST', '/run-faults', { flowId: adobeFlowId, count: 1, kind: 'fail', code: 'CONNECTOR-1001-500', message: 'The source refused.' })
    await advance(30)
    await sync()
    const failed = await overview(flowId)
    expect(await repeatRun(flowId, failed.lastEnded?.id ?? '')).toEqual({ runId: failed.lastEnded?.id })
    expect(failed).toMatchObject({
      state: 'failing', stages: [{ key: 'source', state: 'bad', code: 'CONNECTOR-1001-500' }, { state: 'idle' }, { state: 'idle' }, { state: 'idle' }],
    })
    await emulator.control('POST', '/run-faults', { flowId: adobeFlowId, count: 1, kind: 'skip' })
    await advance(30)
    await advance(15)
    await sync()
    expect((await overview(flowId)).state).toBe('late')
    await advance(30)
    await sync()
    const well = await overview(flowId)
    expect(['healthy', 'degraded']).toContain(well.state)
    expect(well.strip.filter(({ kind }) => kind === 'gap')).toMatchObject([{ missed: 1 }])
  })

  test('is paused and resumed in Adobe, seen at once, and written into its journal', async () => {
    const flowId = await makeFlow()
    await switchFlowTo(flowId, 'disabled')
    expect(await overview(flowId)).toMatchObject({ state: 'paused', adobeState: 'disabled' })
    await advance(90)
    await sync()
    expect(await overview(flowId)).toMatchObject({ state: 'paused', strip: [] })
    await switchFlowTo(flowId, 'enabled')
    await sync()
    expect((await overview(flowId)).state).toBe('waiting')
    const { items } = await listFlowCalls(flowId, { take: 2 })
    expect(items.map(({ path }) => path.split('?')[1])).toEqual(['op=enable', 'op=disable'])
  })

  test('resumed after runs is as its last run was, not as if it had had none', async () => {
    const flowId = await makeFlow()
    await advance(10)
    await sync()
    const { state } = await overview(flowId)
    await switchFlowTo(flowId, 'disabled')
    await switchFlowTo(flowId, 'enabled')
    expect((await overview(flowId)).state).toBe(state)
    expect(state).not.toBe('waiting')
  })

  test('that runs by a schedule is not started by hand, and Adobe’s reason is told', async () => {
    const flowId = await makeFlow()
    await expect(runFlowNow(flowId, new Date(0), 'updatedAt')).rejects.toMatchObject({
      explained: { code: 'adobe.run-not-once', adobe: { code: '1386-400', requestId: expect.any(String) } },
    })
  })

  test('that runs once is started by hand; a run that went well is not repeated', async () => {
    const flowId = await makeFlow((answers) => {
      answers.schedule = { ...answers.schedule, schedule: { frequency: 'once', start: 'as-soon-as-created' } }
      delete answers.data?.deltaColumn
    })
    await advance(10)
    await sync()
    const before = (await readRunList(flowId, {})).rows
    expect(before).toHaveLength(1)
    await runFlowNow(flowId, new Date(Date.UTC(2020, 0, 1)), 'updatedAt')
    await advance(10)
    await sync()
    expect((await readRunList(flowId, {})).rows).toHaveLength(2)
    await expect(repeatRun(flowId, before[0]?.id ?? '')).rejects.toMatchObject({ explained: { code: 'adobe.run-not-repeatable' } })
  })

  test('compares with Adobe as it was made; what is deleted there is missing here', async () => {
    const flowId = await makeFlow()
    const checks = await checkResources(flowId)
    expect(checks.map(({ outcome }) => outcome)).toEqual(checks.map(() => 'same'))
    expect(checks.length).toBeGreaterThanOrEqual(8)
    const { client } = await openWorkspace(scene.workspaceId)
    const { adobeFlowId } = await openFlow(flowId)
    await deleteFlow(client, adobeFlowId)
    await sync()
    expect(await overview(flowId)).toMatchObject({ state: 'missing' })
    const { rows } = await readResources(flowId)
    const gone = (await checkResources(flowId)).filter(({ outcome }) => outcome === 'gone')
    expect(gone.map(({ id }) => rows.find((row) => row.id === id)?.kind)).toEqual(['flow'])
  })

  test('deleted alone leaves all else in Adobe, and its history here', async () => {
    const flowId = await makeFlow()
    const before = await emulator.count('dev')
    await deleteDataflow(flowId)
    const after = await emulator.count('dev')
    const lost = Object.keys(before).filter((kind) => after[kind]?.live !== before[kind]?.live)
    expect(lost).toEqual(['flows'])
    expect((await overview(flowId)).state).toBe('deleted')
    await expect(switchFlowTo(flowId, 'enabled')).rejects.toMatchObject({ explained: { code: 'flow-not-live' } })
  })

  test('deleted without its data leaves dataset and schema in Adobe and says so, even where the removal got stuck first', async () => {
    const flowId = await makeFlow()
    await advance(10)
    const before = await emulator.count('dev')
    const remove = async (keeps?: readonly string[]) => {
      const { provisioningId } = await requestProvisioning({ flowId, kind: 'undo', ...(keeps && { keeps }) })
      await executeProvisioning(provisioningId, { patience: [0], adobe: { shared: createAdobeShared(systemClock), sleep: async () => undefined } })
      return readProvisioning(flowId)
    }
    await emulator.control('POST', '/faults', { method: 'DELETE', path: '/**/targetConnections/*', kind: 'status', status: 400, times: 'always', body: { message: 'no' } })
    expect(await remove(keptKinds('keep-data'))).toMatchObject({ state: 'failed', lifecycle: 'deleting' })
    await emulator.control('DELETE', '/faults')
    expect(await remove()).toMatchObject({ state: 'succeeded', lifecycle: 'deleted' })
    const after = await emulator.count('dev')
    const lost = Object.keys(before).filter((kind) => after[kind]?.live !== before[kind]?.live)
    expect(lost.sort()).toEqual(['classes', 'flows', 'mappingSets', 'schemas', 'sourceConnections', 'targetConnections'])
    expect(after['schemas']?.live, 'the raw schema alone').toBe((before['schemas']?.live ?? 0) - 1)
    const { rows } = await readResources(flowId)
    expect(rows.filter(({ state }) => state === 'kept').map(({ kind }) => kind).sort()).toEqual(['dataset', 'identity-descriptor', 'schema'])
  })
})

test('an emulator that is switched off is said to be away, and what was known stays', async () => {
  const flowId = await makeFlow()
  await advance(40)
  await sync()
  const before = await overview(flowId)
  await emulator.control('POST', '/faults', { kind: 'status', status: 503, times: 'always' })
  await sync()
  const after = await overview(flowId)
  await emulator.control('DELETE', '/faults')
  expect(after.freshness?.error?.code).toMatch(/^adobe\.unavailable$|^circuit-open$/)
  expect({ ...after, freshness: undefined }).toEqual({ ...before, freshness: undefined })
})
