import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/lib/data/database'
import { insertFlowOfDraft, requestProvisioning } from '@/lib/data/request-provisioning'
import { countAdded, countAlive, wholeFlow } from '@/lib/testing/count-sandbox'
import { crashPoints, type CrashAt } from '@/lib/testing/crash-points'
import { crashWorkers } from '@/lib/testing/crash-workers'
import { startEmulatorProcess, type EmulatorProcess } from '@/lib/testing/emulator-process'
import { setEmulatorScene, type EmulatorScene } from '@/lib/testing/emulator-scene'
import { seededRandom } from '@/lib/testing/seeded-random'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/test-database'
import { stubEnvironment } from '@/lib/testing/test-environment'
import { completeOrExplain } from './create-flow'
import { readProvisioning } from './read-provisioning'
import type { StepKey } from './step-keys'

// Requirements R9 and R10: SIGKILL at any point of any step, and still exactly one of each. The long run takes
// TRIBUTARY_CRASHES=200 (in slices with other seeds: TRIBUTARY_SEED) and TRIBUTARY_CRASH_POINTS=whole.
const crashes = Number(process.env.TRIBUTARY_CRASHES ?? 10)
const seed = Number(process.env.TRIBUTARY_SEED ?? 1124)
const isWhole = process.env.TRIBUTARY_CRASH_POINTS === 'whole'
const random = seededRandom(seed)
const ownerId = 'person-1'
const workers = crashWorkers(2)

let place: TestDatabase
let emulator: EmulatorProcess
let scene: EmulatorScene
let killed = 0

const environment = () => stubEnvironment({ DATABASE_URL: place.url, ...emulator.env, LOG_LEVEL: 'error', TRIBUTARY_CALLS_PER_SECOND: '1000' })

beforeAll(async () => {
  ;[place, emulator] = await Promise.all([createTestDatabase(), startEmulatorProcess()])
  environment()
  workers.fill()
  await database().user.create({ data: { id: ownerId, name: 'Ada', email: 'ada@example.com' } })
  scene = await setEmulatorScene()
  await emulator.control('POST', '/latency', { ms: 25 })
})

beforeEach(environment)

afterAll(async () => {
  await workers.killAll()
  await closeDatabase()
  await Promise.all([place.drop(), emulator.stop()])
})

const alive = () => countAlive(emulator)

let scenes = 0
async function press() {
  scenes += 1
  const draftId = await scene.insertDraft(ownerId, `crash ${scenes}`)
  const { flowId, provisioningId } = await insertFlowOfDraft({ draftId, ownerId, complete: completeOrExplain })
  return { flowId, provisioningId: provisioningId ?? '' }
}

async function workToTheEnd(provisioningId: string) {
  const last = await workers.take()
  await last.run(provisioningId)
  workers.giveBack(last)
}

/** Kills one worker after another at moments of chance until one gets to the end by itself. */
async function workThroughDeaths(provisioningId: string, deaths: number) {
  for (let death = 0; death < deaths; death++) {
    const worker = await workers.take()
    const end = await Promise.race([worker.run(provisioningId), pause(random() * 450)])
    await workers.kill(worker)
    killed += 1
    if (end) return
  }
  await workToTheEnd(provisioningId)
}

const made: StepKey[] = [
  'adhoc-class', 'adhoc-schema', 'schema', 'identity-descriptor', 'source-connection', 'dataset', 'mapping-set', 'target-connection', 'flow',
]
/** All intents but the descriptor's are written together, so before and after them is one place for all. */
const places: CrashAt[] = crashPoints.flatMap((point) =>
  (point.endsWith('intent') ? (['flow', 'identity-descriptor'] as const) : made).map((step) => ({ point, step })),
)
const met = places.filter((_place, index) => isWhole || index < 4 || index % 4 === 0)

describe('a worker killed', () => {
  test.each(met.map((dieAt) => [dieAt.point, dieAt.step, dieAt] as const))('%s of %s is replaced, and there is one of each', { timeout: 120_000 }, async (_point, _step, dieAt) => {
    const before = await alive()
    const { flowId, provisioningId } = await press()
    const worker = await workers.take()
    const end = await Promise.race([worker.run(provisioningId, dieAt), worker.gone])
    expect(end, 'it died before it came to an end').toBeUndefined()
    await workToTheEnd(provisioningId)
    expect(await readProvisioning(flowId)).toMatchObject({ state: 'succeeded', lifecycle: 'live', done: 10, total: 10 })
    expect(countAdded(before, await alive())).toEqual(wholeFlow)
  })
})

describe('a worker killed at any moment', () => {
  test(`leaves exactly one of each in the end, and nothing after undoing (${crashes} kills, seed ${seed})`, { timeout: 60_000 + crashes * 12_000 }, async () => {
    while (killed < crashes) {
      const before = await alive()
      const { flowId, provisioningId } = await press()
      await workThroughDeaths(provisioningId, random() < 0.3 ? 2 : 1)
      const seen = await readProvisioning(flowId)
      expect(seen, JSON.stringify([seen?.failedStep, seen?.error])).toMatchObject({ state: 'succeeded', lifecycle: 'live' })
      expect(countAdded(before, await alive()), `after ${killed} kills`).toEqual(wholeFlow)
      if (random() < 0.6) continue
      const undo = await requestProvisioning({ flowId, kind: 'undo' })
      await workThroughDeaths(undo.provisioningId, 1)
      expect(await readProvisioning(flowId)).toMatchObject({ state: 'succeeded', lifecycle: 'deleted' })
      expect(countAdded(before, await alive()), `undone after ${killed} kills`).toEqual({})
    }
    console.log(`${killed} workers killed, every flow whole or gone`)
  })

  test('while two race for the same work, there is still one of each', { timeout: 120_000 }, async () => {
    const before = await alive()
    const { flowId, provisioningId } = await press()
    const [one, other] = [await workers.take(), await workers.take()]
    void one.run(provisioningId)
    const ended = other.run(provisioningId)
    await pause(150)
    await workers.kill(one)
    expect(await ended).toBe('succeeded')
    expect(await readProvisioning(flowId)).toMatchObject({ state: 'succeeded', done: 10 })
    expect(countAdded(before, await alive())).toEqual(wholeFlow)
    await workers.kill(other)
  })
})
