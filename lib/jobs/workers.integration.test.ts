import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface, type Interface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { closeDatabase, database } from '@/lib/data/database'
import { createFlowOfDraft } from '@/lib/provisioning/create-flow'
import { readProvisioning } from '@/lib/provisioning/read-provisioning'
import { countAdded, countAlive, wholeFlow } from '@/lib/testing/count-sandbox'
import { startEmulatorProcess, type EmulatorProcess } from '@/lib/testing/emulator-process'
import { setEmulatorScene, type EmulatorScene } from '@/lib/testing/emulator-scene'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/test-database'
import { stubEnvironment } from '@/lib/testing/test-environment'
import { closeQueue } from './queue'

let place: TestDatabase
let emulator: EmulatorProcess
let scene: EmulatorScene
let processes: Running[] = []
const ownerId = 'person-1'

type Running = { child: ChildProcess; lines: Interface }

const environment = () => stubEnvironment({ DATABASE_URL: place.url, ...emulator.env, LOG_LEVEL: 'error', TRIBUTARY_CALLS_PER_SECOND: '1000' })

beforeAll(async () => {
  ;[place, emulator] = await Promise.all([createTestDatabase(), startEmulatorProcess()])
  environment()
  await database().user.create({ data: { id: ownerId, name: 'Ada', email: 'ada@example.com' } })
  scene = await setEmulatorScene()
  await emulator.control('POST', '/latency', { ms: 200 })
})

beforeEach(environment)

afterAll(async () => {
  await endAll()
  await closeQueue()
  await closeDatabase()
  await Promise.all([place.drop(), emulator.stop()])
})

async function start(entry: string, readyLine: string): Promise<Running> {
  const child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', entry], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  })
  const running = { child, lines: createInterface({ input: child.stdout }) }
  processes.push(running)
  await lineOf(running, (line) => line.startsWith(readyLine))
  return running
}

/** `npm run worker` without the installing: the very program. */
const startWorker = () => start('scripts/worker/main.ts', 'The worker is ready')
const startApp = () => start('lib/testing/app-process.ts', 'The app is ready')

const lineOf = ({ lines }: Running, isMeant: (line: string) => boolean) =>
  new Promise<string>((resolve) => lines.on('line', (line) => isMeant(line) && resolve(line)))

async function end({ child }: Running): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await exited
}

async function endAll() {
  await Promise.all(processes.map(end))
  processes = []
}

/** One of these that executes something at this moment, in the middle of it. With nothing left to do, `more` is asked for. */
async function busyOf(some: readonly Running[], more: () => Promise<void> = async () => undefined): Promise<Running> {
  for (;;) {
    const rows = await database().provisioning.findMany({
      where: { state: { in: ['queued', 'running'] } },
      select: { leaseOwner: true, stepsDone: true },
    })
    if (rows.length === 0) await more()
    const busy = some.find(({ child: { pid } }) => rows.some(({ leaseOwner, stepsDone }) => stepsDone > 0 && leaseOwner?.startsWith(`${pid}-`)))
    if (busy) return busy
    await pause(20)
  }
}

async function waitUntilAllEnded() {
  while ((await database().provisioning.count({ where: { state: { in: ['queued', 'running'] } } })) > 0) await pause(200)
}

const times = (counts: Record<string, number>, factor: number) => Object.fromEntries(Object.entries(counts).map(([kind, count]) => [kind, count * factor]))

test('two workers share the work; when one is killed in the middle, the other finishes all of it, once', { timeout: 300_000 }, async () => {
  const before = await countAlive(emulator)
  await Promise.all([startWorker(), startWorker()])
  const flows: string[] = []
  for (const tail of ['one', 'two', 'three']) {
    const { flowId } = await createFlowOfDraft(await scene.insertDraft(ownerId, tail), ownerId)
    flows.push(flowId)
  }
  await end(await busyOf(processes))
  await waitUntilAllEnded()
  for (const flowId of flows) expect(await readProvisioning(flowId)).toMatchObject({ state: 'succeeded', lifecycle: 'live', done: 10 })
  expect(countAdded(before, await countAlive(emulator))).toEqual(times(wholeFlow, 3))
  const taken = await database().provisioning.findMany({ select: { fence: true } })
  expect(Math.max(...taken.map(({ fence }) => fence))).toBe(2)
  await endAll()
})

test('two instances of the app and two workers on one database, Create pressed in both apps at once, one of each killed: one of each flow', { timeout: 300_000 }, async () => {
  const before = await countAlive(emulator)
  const apps = [await startApp(), await startApp()]
  const workers = [await startWorker(), await startWorker()]
  const flows: string[] = []
  /** The same draft in every app that lives, at the same moment. */
  const press = async () => {
    const draftId = await scene.insertDraft(ownerId, `both ${flows.length}`)
    const living = apps.filter(({ child }) => child.signalCode === null)
    const answers = await Promise.all(
      living.map(async (app) => {
        const answer = lineOf(app, (line) => line.startsWith(`pressed ${draftId} `))
        app.child.stdin?.write(`${draftId} ${ownerId}\n`)
        return (await answer).split(' ')[2] ?? ''
      }),
    )
    expect(new Set(answers).size).toBe(1)
    flows.push(answers[0] ?? '')
  }
  for (let flow = 0; flow < 5; flow++) await press()
  await end(await busyOf(apps, press))
  await end(await busyOf(workers, press))
  await waitUntilAllEnded()
  for (const flowId of flows) expect(await readProvisioning(flowId)).toMatchObject({ state: 'succeeded', lifecycle: 'live', done: 10 })
  expect(countAdded(before, await countAlive(emulator))).toEqual(times(wholeFlow, flows.length))
})
