import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { closeDatabase, database } from '@/lib/data/database'
import { insertFlowOfDraft, requestProvisioning } from '@/lib/data/request-provisioning'
import type { DraftAnswers } from '@/lib/flows/draft-answers'
import { startEmulatorProcess, type EmulatorProcess } from '@/lib/testing/emulator-process'
import { setEmulatorScene, type EmulatorScene } from '@/lib/testing/emulator-scene'
import { createTestDatabase, type TestDatabase } from '@/lib/testing/test-database'
import { stubEnvironment } from '@/lib/testing/test-environment'
import { completeOrExplain } from './create-flow'
import { executeProvisioning } from './execute-provisioning'
import { readProvisioning } from './read-provisioning'

const ownerId = 'person-1'
const tails = ['one', 'two', 'three', 'four']
let place: TestDatabase
let emulator: EmulatorProcess
let scene: EmulatorScene
let before: Record<string, number>

const environment = () => stubEnvironment({ DATABASE_URL: place.url, ...emulator.env, LOG_LEVEL: 'error', TRIBUTARY_CALLS_PER_SECOND: '1000' })

beforeAll(async () => {
  ;[place, emulator] = await Promise.all([createTestDatabase(), startEmulatorProcess()])
  environment()
  await database().user.create({ data: { id: ownerId, name: 'Ada', email: 'ada@example.com' } })
  scene = await setEmulatorScene()
})

beforeEach(async () => {
  environment()
  await emulator.control('DELETE', '/faults')
  await database().draft.deleteMany()
  before = await alive()
})

afterAll(async () => {
  await closeDatabase()
  await Promise.all([place.drop(), emulator.stop()])
})

/** Everybody writes into one schema and one dataset, which are still to be made. */
const shareTarget = (title: string) => (answers: DraftAnswers) => {
  answers.target = { ...answers.target, schemaTitle: `Shared ${title}`, datasetName: `Shared ${title}` }
}

type Pressed = { flowId: string; provisioningId: string }

async function pressBatch(title: string, change: (answers: DraftAnswers, tail: string) => void = () => undefined): Promise<Pressed[]> {
  const { id: batchId } = await database().batch.create({ data: { workspaceId: scene.workspaceId, name: title } })
  const pressed: Pressed[] = []
  for (const tail of tails) {
    const draftId = await scene.insertDraft(ownerId, `${title} ${tail}`, (answers) => {
      shareTarget(title)(answers)
      change(answers, tail)
    })
    await database().draft.update({ where: { id: draftId }, data: { batchId } })
    const { flowId, provisioningId = '' } = await insertFlowOfDraft({ draftId, ownerId, complete: completeOrExplain })
    pressed.push({ flowId, provisioningId })
  }
  return pressed
}

let owners = 0
/** Goes on until it has ended, whoever ends it: on a busy machine a lease may lapse, and somebody takes over. */
async function work(provisioningId: string): Promise<void> {
  const owner = `owner-${(owners += 1)}`
  for (;;) {
    await executeProvisioning(provisioningId, { patience: [0, 20, 60], lease: { leaseMs: 12_000, renewMs: 500 }, owner, adobe: { retry: { baseDelayMs: 5 } } })
    const row = await database().provisioning.findUniqueOrThrow({ where: { id: provisioningId }, select: { state: true } })
    if (row.state !== 'queued' && row.state !== 'running') return
    await pause(25)
  }
}
const workOnAll = (all: readonly Pressed[]) => Promise.all(all.map(({ provisioningId }) => work(provisioningId)))

async function request(flowId: string, kind: 'create' | 'undo'): Promise<Pressed> {
  return requestProvisioning({ flowId, kind, requestedById: ownerId })
}

const statesOf = async (all: readonly Pressed[]) => Promise.all(all.map(async ({ flowId }) => (await readProvisioning(flowId))?.state))

async function alive(): Promise<Record<string, number>> {
  const counts = Object.entries(await emulator.count('dev')).filter(([kind]) => !['connections', 'runs', 'batches'].includes(kind))
  return Object.fromEntries(counts.map(([kind, { live }]) => [kind, live]))
}

async function added(): Promise<Record<string, number>> {
  const now = await alive()
  return Object.fromEntries(Object.entries(now).map(([kind, count]) => [kind, count - (before[kind] ?? 0)]).filter(([, more]) => more !== 0))
}

async function postsTo(end: string): Promise<number> {
  const { calls } = (await emulator.control('GET', '/calls')) as { calls: { method: string; path: string }[] }
  return calls.filter(({ method, path }) => method === 'POST' && path.endsWith(end)).length
}

/** Four raw classes and schemas beside one target schema, its identity and one dataset. */
const wholeBatch = { classes: 4, schemas: 5, descriptors: 1, dataSets: 1, sourceConnections: 4, targetConnections: 4, mappingSets: 4, flows: 4 }

test('what all flows of a batch want is made once, however many workers want it at the same moment', async () => {
  const all = await pressBatch('once')
  await Promise.all([workOnAll(all), workOnAll(all)])
  expect(await statesOf(all)).toEqual(tails.map(() => 'succeeded'))
  expect(await added()).toEqual(wholeBatch)
  const view = await readProvisioning(all[0]?.flowId ?? '')
  expect(view).toMatchObject({ done: view?.total, lifecycle: 'live' })
})

test('undoing one flow leaves what the others use; undoing all at once leaves nothing', async () => {
  const all = await pressBatch('undo')
  await workOnAll(all)
  const [first, ...rest] = all
  const undone = await request(first?.flowId ?? '', 'undo')
  await work(undone.provisioningId)
  expect(await added()).toEqual({ ...wholeBatch, classes: 3, schemas: 4, sourceConnections: 3, targetConnections: 3, mappingSets: 3, flows: 3 })
  const view = await readProvisioning(undone.flowId)
  expect(view).toMatchObject({ state: 'succeeded', lifecycle: 'deleted', done: view?.total })
  expect(view?.steps.filter(({ state }) => state === 'kept').map(({ key }) => key)).toEqual(['schema', 'identity-descriptor', 'dataset'])

  const others = await Promise.all(rest.map(({ flowId }) => request(flowId, 'undo')))
  await workOnAll(others)
  expect(await statesOf(others)).toEqual(['succeeded', 'succeeded', 'succeeded'])
  expect(await added()).toEqual({})
})

test('one that fails stops no other, goes on later with what they have made, and is undone with them', async () => {
  await emulator.control('POST', '/faults', { kind: 'status', status: 400, method: 'POST', path: '/data/foundation/flowservice/flows' })
  const all = await pressBatch('fails')
  await workOnAll(all)
  const states = await statesOf(all)
  expect(states.toSorted()).toEqual(['failed', 'succeeded', 'succeeded', 'succeeded'])
  expect(await added()).toEqual({ ...wholeBatch, flows: 3 })
  const failed = all[states.indexOf('failed')]
  const resumed = await request(failed?.flowId ?? '', 'create')
  await work(resumed.provisioningId)
  expect(await statesOf([resumed])).toEqual(['succeeded'])
  expect(await added()).toEqual(wholeBatch)
  await workOnAll(await Promise.all(all.map(({ flowId }) => request(flowId, 'undo'))))
  expect(await added()).toEqual({})
})

test('what Adobe refuses to all is asked for once, said by all, and made once when they go on', async () => {
  await emulator.control('POST', '/faults', { kind: 'status', status: 403, method: 'POST', path: '/data/foundation/schemaregistry/tenant/schemas', body: { title: 'no' } })
  const all = await pressBatch('refused', (answers) => {
    answers.target = { ...answers.target, rawSchema: { mode: 'columns-only' } }
  })
  await emulator.control('DELETE', '/calls')
  await workOnAll(all)
  expect(await statesOf(all)).toEqual(tails.map(() => 'failed'))
  expect(await postsTo('/tenant/schemas')).toBe(1)
  expect((await readProvisioning(all[3]?.flowId ?? ''))?.steps.find(({ key }) => key === 'schema')).toMatchObject({ state: 'failed' })
  await workOnAll(await Promise.all(all.map(({ flowId }) => request(flowId, 'create'))))
  expect(await statesOf(all)).toEqual(tails.map(() => 'succeeded'))
  expect(await added()).toMatchObject({ schemas: 1, dataSets: 1, flows: 4 })
})

test('a flow whose own answers differ has a schema of its own', async () => {
  const all = await pressBatch('differs', (answers, tail) => {
    if (tail === 'four') answers.target = { ...answers.target, schemaTitle: 'Not shared', datasetName: 'Not shared' }
  })
  await workOnAll(all)
  expect(await added()).toEqual({ ...wholeBatch, schemas: 6, descriptors: 2, dataSets: 2 })
})

test('equal wishes of two batches are not mixed: the second is told that the title is taken', async () => {
  const [one] = await pressBatch('mixed')
  const [other] = await pressBatch('mixed', (answers, tail) => {
    answers.target = { ...answers.target, rawSchema: { mode: 'adhoc', classTitle: `Other class ${tail}`, schemaTitle: `Other raw ${tail}` } }
  })
  await work(one?.provisioningId ?? '')
  await work(other?.provisioningId ?? '')
  const view = await readProvisioning(other?.flowId ?? '')
  expect(view).toMatchObject({ state: 'failed', failedStep: 'schema', error: { code: 'adobe.title-taken' } })
})

test('a worker killed while it makes what all wait for is replaced, and still there is one of it', { timeout: 60_000 }, async () => {
  await emulator.control('POST', '/latency', { ms: 60 })
  const all = await pressBatch('killed')
  const worker = startWorker()
  await worker.ready
  worker.child.stdin?.write(`${all[0]?.provisioningId ?? ''}\n`)
  while ((await database().resource.count({ where: { name: 'Shared killed', state: 'intended' } })) === 0) await pause(5)
  worker.child.kill('SIGKILL')
  const rest = all.slice(1)
  await workOnAll(rest)
  expect(await statesOf(rest)).toEqual(['succeeded', 'succeeded', 'succeeded'])
  await work(all[0]?.provisioningId ?? '')
  expect(await statesOf(all)).toEqual(tails.map(() => 'succeeded'))
  expect(await added()).toEqual(wholeBatch)
  await emulator.control('POST', '/latency', { ms: 0 })
})

function startWorker(): { child: ChildProcess; ready: Promise<void> } {
  const args = ['--conditions=react-server', '--import', 'tsx', 'lib/testing/crash-worker.ts']
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, NODE_OPTIONS: '' } })
  const ready = new Promise<void>((resolve) => createInterface({ input: child.stdout }).on('line', (line) => line === 'ready' && resolve()))
  return { child, ready }
}
