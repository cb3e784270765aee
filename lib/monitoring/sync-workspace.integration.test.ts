import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/lib/data/database'
import { findDueWorkspaces, findSyncStates, takeSyncLease } from '@/lib/data/workspace-syncs'
import { SandboxForTest } from '@/lib/testing/sandbox-for-test'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/test-database'
import { stubEnvironment } from '@/lib/testing/test-environment'
import { forgetWorkspaces, insertWorkspaceForTest } from '@/lib/testing/workspace-for-test'
import { syncWorkspace } from './sync-workspace'

let testDatabase: TestDatabase
let sandbox: SandboxForTest
let workspaceId: string

const minute = 60_000
const everyHalfHour = (startMs: number) => ({ startTime: startMs / 1000, frequency: 'minute', interval: '30' })

beforeAll(async () => {
  testDatabase = await createTestDatabase()
  stubEnvironment({ DATABASE_URL: testDatabase.url })
})

afterAll(async () => {
  await closeDatabase()
  await testDatabase.drop()
})

beforeEach(async () => {
  await forgetWorkspaces()
  workspaceId = await insertWorkspaceForTest()
  sandbox = new SandboxForTest()
})

/** A flow here and in the sandbox, born an hour before the sandbox's now. */
async function addFlow(adobeFlowId: string, state = 'enabled') {
  const createdAt = sandbox.nowMs - 60 * minute
  sandbox.flows.push({ id: adobeFlowId, state, etag: `"${adobeFlowId}-1"`, createdAt, scheduleParams: everyHalfHour(createdAt) })
  const row = await database().flow.create({
    data: { workspaceId, name: adobeFlowId, definition: {}, bindings: {}, lifecycle: 'live', adobeFlowId },
  })
  return row.id
}

const addRun = (id: string, flowId: string, minutesAgo: number, status = 'success', failed = 0) =>
  sandbox.runs.push({
    id, flowId, status, failed, startedAtMs: sandbox.nowMs - minutesAgo * minute,
    ...(status !== 'inProgress' && { completedAtMs: sandbox.nowMs - (minutesAgo - 1) * minute }),
  })

const sync = () => syncWorkspace(workspaceId, { fetch: sandbox.fetch, open: sandbox.open, clock: { now: () => new Date(sandbox.nowMs) } })
const flowOf = (id: string) => database().flow.findUniqueOrThrow({ where: { id } })
const runs = () => database().run.findMany({ orderBy: { adobeRunId: 'asc' } })

describe('a look at a workspace', () => {
  test('stores every run of every page once, and whose it is', async () => {
    const first = await addFlow('f1')
    const second = await addFlow('f2')
    await addFlow('f3')
    for (const index of [1, 2, 3]) addRun(`a${index}`, 'f1', 60 - index)
    for (const index of [1, 2]) addRun(`b${index}`, 'f2', 40 - index)
    addRun('stranger', 'somebody-else', 20)
    expect(await sync()).toEqual({ outcome: 'synced', flows: 3, runs: 6 })
    const stored = await runs()
    expect(stored.map(({ adobeRunId }) => adobeRunId)).toEqual(['a1', 'a2', 'a3', 'b1', 'b2'])
    expect(new Set(stored.slice(0, 3).map(({ flowId }) => flowId))).toEqual(new Set([first]))
    expect(stored[3]?.flowId).toBe(second)
  })

  test('asks for the whole sandbox, not flow by flow', async () => {
    for (let index = 0; index < 6; index++) await addFlow(`f${index}`)
    sandbox.pageSize = 100
    await sync()
    expect(sandbox.asked).toHaveLength(2)
  })

  test('repeated without news writes nothing', async () => {
    const id = await addFlow('f1')
    addRun('r1', 'f1', 20)
    await sync()
    const before = { flow: await flowOf(id), runs: await runs() }
    await sync()
    expect({ flow: await flowOf(id), runs: await runs() }).toEqual(before)
  })

  test('brings Adobe’s state, etag, next and last run into the flow', async () => {
    const id = await addFlow('f1')
    addRun('r1', 'f1', 30)
    await sync()
    expect(await flowOf(id)).toMatchObject({
      adobeState: 'enabled', etag: '"f1-1"', health: 'healthy',
      lastRunAt: new Date(sandbox.nowMs - 30 * minute), nextRunAt: new Date(sandbox.nowMs),
    })
  })

  test('gives a run that was in progress its end, however long ago it began', async () => {
    const id = await addFlow('f1')
    addRun('slow', 'f1', 30, 'inProgress')
    await sync()
    expect((await runs())[0]?.status).toBe('inProgress')
    sandbox.nowMs += 300 * minute
    sandbox.change('f1', { state: 'disabled' })
    await sync()
    sandbox.nowMs += 300 * minute
    sandbox.changeRun('slow', { status: 'failed', completedAtMs: sandbox.nowMs })
    await sync()
    expect(await runs()).toMatchObject([{ status: 'failed', completedAt: new Date(sandbox.nowMs) }])
    expect(await flowOf(id)).toMatchObject({ health: 'paused' })
  })

  test('after the first goes back only over the overlap', async () => {
    await addFlow('f1')
    await sync()
    sandbox.nowMs += 100 * minute
    sandbox.asked = []
    await sync()
    const previous = sandbox.nowMs - 100 * minute
    expect(sandbox.asked.find((path) => path.startsWith('/runs'))).toContain(`startedAtUTC>=${previous - 30 * minute}`)
  })

  test('reads a flow that came later from its birth on', async () => {
    await addFlow('f1')
    await sync()
    sandbox.nowMs += 10 * minute
    const late = await addFlow('f2')
    addRun('early', 'f2', 55)
    await sync()
    expect((await runs()).map(({ flowId }) => flowId)).toEqual([late])
  })
})

describe('a flow that Adobe does not know any more', () => {
  test('is missing, keeps its history, and is well again when it comes back', async () => {
    const id = await addFlow('f1')
    addRun('r1', 'f1', 20)
    await sync()
    const held = sandbox.flows
    sandbox.flows = []
    await sync()
    expect(await flowOf(id)).toMatchObject({ health: 'missing', nextRunAt: null, healthSince: new Date(sandbox.nowMs) })
    expect(await runs()).toHaveLength(1)
    sandbox.asked = []
    await sync()
    expect(sandbox.asked.filter((path) => path === '/flows/f1')).toHaveLength(0)
    sandbox.flows = held
    await sync()
    expect((await flowOf(id)).health).toBe('healthy')
  })

  test('is not missing because a list left it out', async () => {
    const id = await addFlow('f1')
    await addFlow('f2')
    const listed = sandbox.flows
    // The list names only the second; asked by its id, the first is there.
    sandbox.onAsk = (path) => void (sandbox.flows = path === '/flows' ? listed.slice(1) : listed)
    await sync()
    expect((await flowOf(id)).health).not.toBe('missing')
  })
})

describe('what Adobe invents tomorrow', () => {
  test('a state or status that is not known is shown as unknown, a field that is not known is kept, and the look goes on', async () => {
    const id = await addFlow('f1', 'quarantined')
    await addFlow('f2')
    addRun('r1', 'f1', 20, 'COMPACTING')
    addRun('r2', 'f2', 20)
    expect(await sync()).toMatchObject({ outcome: 'synced', runs: 2 })
    expect(await flowOf(id)).toMatchObject({ health: 'unknown', adobeState: 'quarantined' })
    expect(await runs()).toMatchObject([
      { adobeRunId: 'r1', status: 'unknown', raw: { metrics: { statusSummary: { status: 'COMPACTING' } } } },
      { adobeRunId: 'r2', status: 'success' },
    ])
  })

  test('an answer broken off, or of quite another shape, is a failure with an explanation and loses nothing', async () => {
    const id = await addFlow('f1')
    addRun('r1', 'f1', 20)
    await sync()
    const before = await flowOf(id)
    for (const body of ['{"items": [{"id": "f1", "sta', '{"items": "none"}', '<html>gateway</html>']) {
      const broken = async (...asked: Parameters<typeof fetch>) => {
        const answer = await sandbox.fetch(...asked)
        return new URL(String(asked[0])).pathname.endsWith('/flows') ? new Response(body, { status: 200, headers: answer.headers }) : answer
      }
      const outcome = await syncWorkspace(workspaceId, { fetch: broken, open: sandbox.open, clock: { now: () => new Date(sandbox.nowMs) } })
      expect(outcome, body).toMatchObject({ outcome: 'failed', error: { code: 'malformed' } })
    }
    expect(await flowOf(id)).toEqual(before)
    expect(await runs()).toHaveLength(1)
  })
})

describe('when Adobe does not answer', () => {
  test('the last figures stay, and how old they are and why is known', async () => {
    const id = await addFlow('f1')
    addRun('r1', 'f1', 20)
    await sync()
    const before = await flowOf(id)
    const fresh = (await findSyncStates()).get(workspaceId)
    sandbox.nowMs += 300 * minute
    sandbox.fails = 503
    expect(await sync()).toMatchObject({ outcome: 'failed', error: { code: 'adobe.unavailable', adobe: { requestId: 'req-1' } } })
    expect(await flowOf(id)).toEqual(before)
    expect((await findSyncStates()).get(workspaceId)).toMatchObject({
      succeededAt: fresh?.succeededAt, watermark: fresh?.watermark, error: { code: 'adobe.unavailable' },
    })
    sandbox.fails = undefined
    await sync()
    expect((await findSyncStates()).get(workspaceId)?.error).toBeUndefined()
    expect((await flowOf(id)).health).toBe('late')
  })

  test('in the middle, what was read before is kept', async () => {
    await addFlow('f1')
    for (let index = 0; index < 5; index++) addRun(`r${index}`, 'f1', 50 - index)
    let pages = 0
    sandbox.onAsk = (path) => void (path === '/runs' && ++pages === 2 && (sandbox.fails = 503))
    expect(await sync()).toMatchObject({ outcome: 'failed' })
    expect(await runs()).toHaveLength(2)
    sandbox.fails = undefined
    sandbox.onAsk = () => undefined
    await sync()
    expect(await runs()).toHaveLength(5)
  })
})

describe('two processes', () => {
  test('never look at one workspace at once', async () => {
    await addFlow('f1')
    let release = () => {}
    const othersDone = new Promise<void>((resolve) => (release = resolve))
    let first = Promise.resolve<Awaited<ReturnType<typeof sync>>>({ outcome: 'busy' })
    await new Promise<void>((begun) => {
      sandbox.onAsk = () => {
        begun()
        return othersDone
      }
      first = sync()
    })
    const others = await Promise.all(Array.from({ length: 7 }, sync))
    release()
    expect(others).toEqual(Array.from({ length: 7 }, () => ({ outcome: 'busy' })))
    expect((await first).outcome).toBe('synced')
  })

  test('one that lost its lease stops and leaves the result to the other', async () => {
    await addFlow('f1')
    await addFlow('f2')
    await addFlow('f3')
    const other = crypto.randomUUID()
    sandbox.onAsk = async (path) => {
      if (path !== '/flows') return
      await database().workspaceSync.updateMany({ data: { leaseUntil: new Date(0) } })
      await takeSyncLease(workspaceId, other)
    }
    expect(await sync()).toEqual({ outcome: 'busy' })
    expect(await database().workspaceSync.findFirst()).toMatchObject({ leaseOwner: other, succeededAt: null })
  })

  test('a look does not write over what a person changed while it was under way', async () => {
    const id = await addFlow('f1')
    sandbox.onAsk = async (path) => {
      if (path === '/runs') await database().flow.update({ where: { id }, data: { adobeState: 'disabled', health: 'paused' } })
    }
    await sync()
    expect(await flowOf(id)).toMatchObject({ adobeState: 'disabled', health: 'paused' })
  })
})

test('a workspace is due when it holds a living flow and was not looked at for long enough', async () => {
  expect(await findDueWorkspaces(60)).toEqual([])
  await addFlow('f1')
  expect(await findDueWorkspaces(60)).toEqual([workspaceId])
  await sync()
  expect(await findDueWorkspaces(60)).toEqual([])
  expect(await findDueWorkspaces(0)).toEqual([workspaceId])
})

test('whether a run is late is a question to Adobe’s clock, not ours', async () => {
  const id = await addFlow('f1')
  addRun('r1', 'f1', 30)
  const ours = { now: () => new Date('2020-01-01T00:00:00Z') }
  await syncWorkspace(workspaceId, { fetch: sandbox.fetch, open: sandbox.open, clock: ours })
  expect((await flowOf(id)).health).toBe('healthy')
  sandbox.nowMs += 11 * minute
  await syncWorkspace(workspaceId, { fetch: sandbox.fetch, open: sandbox.open, clock: ours })
  expect(await flowOf(id)).toMatchObject({ health: 'late', healthSince: new Date(sandbox.nowMs - 11 * minute) })
})
