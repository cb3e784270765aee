import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeDatabase, database } from '@/lib/data/database'
import { createFlowOfDraft } from '@/lib/provisioning/create-flow'
import { readProvisioning } from '@/lib/provisioning/read-provisioning'
import { startEmulatorProcess, type EmulatorProcess } from '@/lib/testing/emulator-process'
import { setEmulatorScene } from '@/lib/testing/emulator-scene'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/test-database'
import { stubEnvironment } from '@/lib/testing/test-environment'
import { closeQueue } from './queue'

let place: TestDatabase
let emulator: EmulatorProcess
const workers: ChildProcess[] = []
const ownerId = 'person-1'

beforeAll(async () => {
  ;[place, emulator] = await Promise.all([createTestDatabase(), startEmulatorProcess()])
  stubEnvironment({ DATABASE_URL: place.url, ...emulator.env, LOG_LEVEL: 'error' })
})

afterAll(async () => {
  await Promise.all(workers.map((worker) => end(worker, 'SIGKILL')))
  await closeQueue()
  await closeDatabase()
  await Promise.all([place.drop(), emulator.stop()])
})

/** `npm run worker` without the installing: the very program. */
async function startWorker(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'scripts/worker/main.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  workers.push(child)
  await new Promise<void>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => line.startsWith('The worker is ready') && resolve())
  })
  return child
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = new Promise((resolve) => child.once('exit', resolve))
  child.kill(signal)
  await exited
}

/** The worker that executes something at this moment. */
async function busyWorker(): Promise<ChildProcess> {
  for (;;) {
    const rows = await database().provisioning.findMany({ where: { state: 'running', stepsDone: { gt: 0 } }, select: { leaseOwner: true } })
    const busy = workers.find(({ pid }) => rows.some(({ leaseOwner }) => leaseOwner?.startsWith(`${pid}-`)))
    if (busy) return busy
    await pause(50)
  }
}

test('two workers share the work; when one is killed in the middle, the other finishes all of it, once', { timeout: 300_000 }, async () => {
  await database().user.create({ data: { id: ownerId, name: 'Ada', email: 'ada@example.com' } })
  const scene = await setEmulatorScene()
  await emulator.control('POST', '/latency', { ms: 200 })
  await Promise.all([startWorker(), startWorker()])
  const flows: string[] = []
  for (const tail of ['one', 'two', 'three']) {
    const { flowId } = await createFlowOfDraft(await scene.insertDraft(ownerId, tail), ownerId)
    flows.push(flowId)
  }
  const killed = await busyWorker()
  await end(killed, 'SIGKILL')
  while ((await database().provisioning.count({ where: { state: { in: ['queued', 'running'] } } })) > 0) await pause(200)

  for (const flowId of flows) expect(await readProvisioning(flowId)).toMatchObject({ state: 'succeeded', lifecycle: 'live', done: 10 })
  const { classes, schemas, dataSets, flows: dataflows } = await emulator.count('dev')
  expect([classes?.live, schemas?.live, dataSets?.live, dataflows?.live]).toEqual([3, 6, 3, 3])
  const taken = await database().provisioning.findMany({ select: { fence: true } })
  expect(Math.max(...taken.map(({ fence }) => fence))).toBe(2)
})
