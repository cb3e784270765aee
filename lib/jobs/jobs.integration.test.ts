import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { closeDatabase, database } from '@/lib/data/database'
import { createFlowOfDraft, undoFlow } from '@/lib/provisioning/create-flow'
import { readProvisioning } from '@/lib/provisioning/read-provisioning'
import { startEmulatorProcess, type EmulatorProcess } from '@/lib/testing/emulator-process'
import { setEmulatorScene } from '@/lib/testing/emulator-scene'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/test-database'
import { stubEnvironment } from '@/lib/testing/test-environment'
import { anyJob, defineJob } from './define-job'
import { sendJob } from './queue'
import { startJobs, type RunningJobs } from './start-jobs'

let place: TestDatabase
let emulator: EmulatorProcess
let jobs: RunningJobs | undefined

beforeAll(async () => {
  ;[place, emulator] = await Promise.all([createTestDatabase(), startEmulatorProcess()])
})

beforeEach(() => stubEnvironment({ DATABASE_URL: place.url, ...emulator.env }))

afterEach(async () => {
  await jobs?.stop()
  jobs = undefined
})

afterAll(async () => {
  await closeDatabase()
  await Promise.all([place.drop(), emulator.stop()])
})

describe('the queue', () => {
  test('hands a job its payload, and hands it out again when it failed', async () => {
    const seen: number[] = []
    const done = latch()
    const job = defineJob({
      name: 'test-add',
      payload: z.object({ amount: z.number() }),
      retryDelaySeconds: 0,
      run: async ({ amount }) => {
        seen.push(amount)
        if (seen.length === 1) throw new Error('the first time fails')
        done.resolve()
      },
    })
    jobs = await startJobs([anyJob(job)])
    await sendJob(job, { amount: 7 })
    await done.promise
    expect(seen).toEqual([7, 7])
  })

  test('keeps one waiting job a key, and takes the next as soon as one is done', async () => {
    const seen: string[] = []
    const done = latch()
    const job = defineJob({
      name: 'test-once-per-key',
      payload: z.object({ key: z.string() }),
      isQueuedOncePerKey: true,
      run: async ({ key }) => {
        if (seen.push(key) === 8) done.resolve()
      },
    })
    for (let round = 0; round < 3; round++)
      for (const key of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) await sendJob(job, { key }, { key })
    const startedAt = performance.now()
    jobs = await startJobs([anyJob(job)])
    await done.promise
    // Left to the queue's own pauses of two seconds, eight would take fourteen.
    expect(performance.now() - startedAt).toBeLessThan(10_000)
    expect(seen.toSorted()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'])
  })

  test('repeats a job once an interval', async () => {
    const twice = latch()
    const atMs: number[] = []
    const job = defineJob({
      name: 'test-tick',
      payload: z.object({}),
      repeat: { everySeconds: () => 1, payload: {} },
      run: async () => {
        if (atMs.push(Date.now()) === 3) twice.resolve()
      },
    })
    jobs = await startJobs([anyJob(job)])
    await twice.promise
    expect((atMs[2] ?? 0) - (atMs[0] ?? 0)).toBeGreaterThan(900)
  })
})

describe('a flow in the emulator', () => {
  test('is created whole by the press of a button, and removed whole by another', async () => {
    await database().user.create({ data: { id: 'person-1', name: 'Ada', email: 'ada@example.com' } })
    const scene = await setEmulatorScene()
    jobs = await startJobs()
    const { flowId } = await createFlowOfDraft(await scene.insertDraft('person-1', 'one'), 'person-1')
    expect(await endOf(flowId)).toMatchObject({ state: 'succeeded', lifecycle: 'live', done: 10, total: 10 })
    const made = await emulator.count('dev')
    expect(made).toMatchObject({
      classes: { live: 1 }, schemas: { live: 2 }, descriptors: { live: 1 }, dataSets: { live: 1 }, sourceConnections: { live: 1 },
      targetConnections: { live: 1 }, mappingSets: { live: 1 }, flows: { live: 1 },
    })

    await undoFlow(flowId, 'person-1')
    expect(await endOf(flowId)).toMatchObject({ kind: 'undo', state: 'succeeded', lifecycle: 'deleted' })
    const left = Object.entries(await emulator.count('dev')).filter(([kind, { live }]) => live > 0 && kind !== 'connections')
    expect(left).toEqual([])
  })
})

async function endOf(flowId: string) {
  for (;;) {
    const view = await readProvisioning(flowId)
    if (view && view.state !== 'queued' && view.state !== 'running') return view
    await pause(50)
  }
}

function latch() {
  let resolve: () => void = () => undefined
  const promise = new Promise<void>((done) => (resolve = done))
  return { promise, resolve }
}
