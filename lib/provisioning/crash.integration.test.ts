import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/lib/data/database'
import { insertFlowOfDraft, requestProvisioning } from '@/lib/data/request-provisioning'
import { startEmulatorProcess, type EmulatorProcess } from '@/lib/testing/emulator-process'
import { setEmulatorScene, type EmulatorScene } from '@/lib/testing/emulator-scene'
import { seededRandom } from '@/lib/testing/seeded-random'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/test-database'
import { stubEnvironment } from '@/lib/testing/test-environment'
import { completeOrExplain } from './create-flow'
import { readProvisioning } from './read-provisioning'

/** Workers killed in all; the long run sets TRIBUTARY_CRASHES=200. */
const crashes = Number(process.env.TRIBUTARY_CRASHES ?? 10)
const seed = Number(process.env.TRIBUTARY_SEED ?? 1124)
const random = seededRandom(seed)
const ownerId = 'person-1'

let place: TestDatabase
let emulator: EmulatorProcess
let scene: EmulatorScene
let killed = 0
const spare: Worker[] = []

type Worker = { child: ChildProcess; ready: Promise<void>; /** How it ended, unless the worker dies first. */ run: (id: string) => Promise<string> }

/** Starting takes seconds, so a few workers always wait with everything loaded. */
function startWorker(): Worker {
  const args = ['--conditions=react-server', '--import', 'tsx', 'lib/testing/crash-worker.ts']
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, NODE_OPTIONS: '' } })
  const lines = createInterface({ input: child.stdout })
  const lineStarting = (start: string) =>
    new Promise<string>((resolve) => lines.on('line', (line) => line.startsWith(start) && resolve(line.slice(start.length))))
  const ready = lineStarting('ready').then(() => undefined)
  const run = (id: string) => {
    child.stdin.write(`${id}\n`)
    return lineStarting(`ended ${id} `)
  }
  return { child, ready, run }
}

async function takeWorker(): Promise<Worker> {
  const worker = spare.shift() ?? startWorker()
  while (spare.length < 1) spare.push(startWorker())
  await worker.ready
  return worker
}

async function kill({ child }: Worker) {
  const exited = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await exited
}

beforeAll(async () => {
  ;[place, emulator] = await Promise.all([createTestDatabase(), startEmulatorProcess()])
  stubEnvironment({ DATABASE_URL: place.url, ...emulator.env, LOG_LEVEL: 'error', TRIBUTARY_CALLS_PER_SECOND: '1000' })
  await database().user.create({ data: { id: ownerId, name: 'Ada', email: 'ada@example.com' } })
  scene = await setEmulatorScene()
  await emulator.control('POST', '/latency', { ms: 25 })
})

beforeEach(() => stubEnvironment({ DATABASE_URL: place.url, ...emulator.env, LOG_LEVEL: 'error', TRIBUTARY_CALLS_PER_SECOND: '1000' }))

afterAll(async () => {
  await Promise.all(spare.map(kill))
  await closeDatabase()
  await Promise.all([place.drop(), emulator.stop()])
})

async function alive(): Promise<Record<string, number>> {
  const counts = Object.entries(await emulator.count('dev')).filter(([kind]) => !['connections', 'runs', 'batches'].includes(kind))
  return Object.fromEntries(counts.map(([kind, { live }]) => [kind, live]))
}

const added = (before: Record<string, number>, after: Record<string, number>) =>
  Object.fromEntries(Object.entries(after).map(([kind, count]) => [kind, count - (before[kind] ?? 0)]).filter(([, more]) => more !== 0))

const whole = { classes: 1, schemas: 2, descriptors: 1, dataSets: 1, sourceConnections: 1, targetConnections: 1, mappingSets: 1, flows: 1 }

let scenes = 0
async function press() {
  scenes += 1
  const draftId = await scene.insertDraft(ownerId, `crash ${scenes}`)
  const { flowId, provisioningId } = await insertFlowOfDraft({ draftId, ownerId, complete: completeOrExplain })
  return { flowId, provisioningId: provisioningId ?? '' }
}

/** Kills one worker after another at moments of chance until one gets to the end by itself. */
async function workThroughDeaths(provisioningId: string, deaths: number) {
  for (let death = 0; death < deaths; death++) {
    const worker = await takeWorker()
    const end = await Promise.race([worker.run(provisioningId), pause(random() * 700)])
    await kill(worker)
    killed += 1
    if (end) return
  }
  const last = await takeWorker()
  await last.run(provisioningId)
  spare.unshift(last)
}

describe('a worker killed at any moment', () => {
  test(`leaves exactly one of each in the end, and nothing after undoing (${crashes} kills, seed ${seed})`, { timeout: 60_000 + crashes * 12_000 }, async () => {
    while (killed < crashes) {
      const before = await alive()
      const { flowId, provisioningId } = await press()
      await workThroughDeaths(provisioningId, random() < 0.3 ? 2 : 1)
      const made = await readProvisioning(flowId)
      expect(made, JSON.stringify([made?.failedStep, made?.error])).toMatchObject({ state: 'succeeded', lifecycle: 'live' })
      expect(added(before, await alive()), `after ${killed} kills`).toEqual(whole)
      if (random() < 0.6) continue
      const undo = await requestProvisioning({ flowId, kind: 'undo' })
      await workThroughDeaths(undo.provisioningId, 1)
      expect(await readProvisioning(flowId)).toMatchObject({ state: 'succeeded', lifecycle: 'deleted' })
      expect(added(before, await alive()), `undone after ${killed} kills`).toEqual({})
    }
    console.log(`${killed} workers killed, every flow whole or gone`)
  })

  test('while two race for the same work, there is still one of each', { timeout: 120_000 }, async () => {
    const before = await alive()
    const { flowId, provisioningId } = await press()
    const [one, other] = [await takeWorker(), await takeWorker()]
    void one.run(provisioningId)
    const ended = other.run(provisioningId)
    await pause(150)
    await kill(one)
    expect(await ended).toBe('succeeded')
    expect(await readProvisioning(flowId)).toMatchObject({ state: 'succeeded', done: 10 })
    expect(added(before, await alive())).toEqual(whole)
    await kill(other)
  })
})
