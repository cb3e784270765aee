import type { JsonObject } from '../content/types'
import { asObject } from '../json'
import type { Scope } from '../store'
import type { World } from '../world'
import { deltaColumnOf } from './check-flow'
import { DueQueue, type Due } from './due-queue'
import { executeRun } from './execute-run'
import { takeFailure } from './planned-failures'
import { idFrom, makeRun, nothingYet, type RunFigures } from './run-document'
import { listJobs, readJob, readProgress, removeJob, writeJob, writeProgress, type Job, type Progress } from './schedule-book'
import { readTimetable, slotAfter, windowOf } from './timetable'

/** Between a run's appearance and its start, in milliseconds. */
const queueMs = 3_000

const turns = new WeakMap<World, Promise<void>>()

/**
 * Executes every run that is due by the emulator's clock, oldest first, and answers when all that could end have ended.
 * Callers wait for each other. Between two runs other work gets its turn, so that a long catch-up blocks nobody; each
 * step is one change of the store, so that a kill in between repeats or skips nothing.
 */
export function runDue(world: World): Promise<void> {
  const before = turns.get(world) ?? Promise.resolve()
  const mine = before.then(() => catchUp(world), () => catchUp(world))
  turns.set(world, mine)
  return mine
}

async function catchUp(world: World): Promise<void> {
  // Flows made or changed while this goes on are found by another look.
  while ((await executeAll(world, gatherDue(world))) > 0);
}

type Task = Due & { scope: Scope } & ({ kind: 'slot'; flowId: string } | { kind: 'run'; runId: string; flowId: string })

function gatherDue(world: World): DueQueue<Task> {
  const queue = new DueQueue<Task>()
  for (const scope of world.store.scopes()) {
    for (const job of listJobs(world, scope)) offerRun(world, queue, scope, job)
    for (const { flowId } of world.store.list(scope, 'schedules') as unknown as Progress[]) offerSlot(world, queue, scope, flowId)
  }
  return queue
}

function offerRun(world: World, queue: DueQueue<Task>, scope: Scope, { atMs, runId, flowId }: Job): void {
  if (atMs <= world.clock.now()) queue.push({ atMs, key: `${scope.sandbox}/${runId}`, scope, kind: 'run', runId, flowId })
}

function offerSlot(world: World, queue: DueQueue<Task>, scope: Scope, flowId: string): void {
  const slotMs = readProgress(world, scope, flowId)?.nextSlotMs
  const atMs = (slotMs ?? Infinity) + world.runDelaySeconds * 1000
  if (atMs <= world.clock.now()) queue.push({ atMs, key: `${scope.sandbox}/${flowId}`, scope, kind: 'slot', flowId })
}

/** Answers how many steps were taken. What a step leads to takes its place in the queue. */
async function executeAll(world: World, queue: DueQueue<Task>): Promise<number> {
  let steps = 0
  for (let task = queue.pop(); task !== undefined; task = queue.pop(), steps += 1) {
    const { scope } = task
    const runId = task.kind === 'run' ? task.runId : openSlot(world, scope, task.flowId)
    if (task.kind === 'run') await continueRun(world, scope, task.runId)
    else offerSlot(world, queue, scope, task.flowId)
    const job = runId === undefined ? undefined : readJob(world, scope, runId)
    if (job !== undefined) offerRun(world, queue, scope, job)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return steps
}

/** A slot has come: its run appears, and the next slot is planned. Answers the run's id, if there is one. */
function openSlot(world: World, scope: Scope, flowId: string): string | undefined {
  const progress = readProgress(world, scope, flowId)
  const slotMs = progress?.nextSlotMs
  // Switched off or changed a moment ago.
  if (progress === undefined || slotMs === undefined || slotMs + world.runDelaySeconds * 1000 > world.clock.now()) return undefined
  const flow = world.store.get(scope, 'flows', flowId)
  const timetable = flow === undefined ? undefined : readTimetable(asObject(flow['scheduleParams']))
  if (flow === undefined || timetable === undefined) {
    writeProgress(world, scope, withoutSlot(progress))
    return undefined
  }
  const next = slotAfter(timetable, slotMs)
  const served = { ...withoutSlot(progress), lastSlotMs: slotMs, ...(next !== undefined && { nextSlotMs: next }) }
  if (takeFailure(world, flowId, 'skip') !== undefined) {
    writeProgress(world, scope, served)
    return undefined
  }
  const window = windowOf(timetable, slotMs, progress.readUpToMs)
  const job = planRun(flowId, slotMs + world.runDelaySeconds * 1000, {
    runId: idFrom(flowId, slotMs),
    ...window,
    kind: timetable.frequency === 'once' ? 'one-time' : 'scheduled',
    ...deltaOf(flow),
  })
  world.store.transaction(() => {
    writeProgress(world, scope, { ...served, readUpToMs: window.toMs })
    openRun(world, scope, flow, job)
  })
  return job.runId
}

const deltaOf = (flow: JsonObject) => {
  const name = deltaColumnOf(flow)
  return name === undefined ? {} : { deltaColumn: name }
}

function withoutSlot({ nextSlotMs: _gone, ...rest }: Progress): Progress {
  return rest
}

/** When a run that appears at `appearsMs` starts, has copied and ends: always the same for the same run. */
export function planRun(flowId: string, appearsMs: number, what: Pick<Job, 'runId' | 'fromMs' | 'toMs' | 'kind' | 'deltaColumn'>): Job {
  const chance = Number.parseInt(what.runId.slice(0, 8), 16)
  const startMs = appearsMs + queueMs
  const copiedMs = startMs + 4_000 + (chance % 9_000)
  return { ...what, flowId, phase: 'start', atMs: startMs, startMs, copiedMs, endMs: copiedMs + 6_000 + (chance % 17_000) }
}

/** Lets a run appear in the list; called inside a change of the store. */
export function openRun(world: World, scope: Scope, flow: JsonObject, job: Job): JsonObject {
  const run = makeRun(world, flow, job, nothingYet('scheduled'), undefined, job.startMs - queueMs)
  world.store.put(scope, 'runs', job.runId, run)
  writeJob(world, scope, job)
  return run
}

async function continueRun(world: World, scope: Scope, runId: string): Promise<void> {
  const job = readJob(world, scope, runId)
  if (job === undefined) return
  const flow = world.store.get(scope, 'flows', job.flowId)
  if (job.phase === 'end' || job.endMs <= world.clock.now()) return endRun(world, scope, flow, job)
  world.store.transaction(() => {
    putRun(world, scope, flow, job, nothingYet('inProgress'), job.startMs)
    writeJob(world, scope, { ...job, phase: 'end', atMs: job.endMs })
  })
}

async function endRun(world: World, scope: Scope, flow: JsonObject | undefined, job: Job): Promise<void> {
  const { figures, recordBatch } = await executeRun(world, scope, flow, job)
  // Whoever emptied the emulator meanwhile wants to find it empty.
  if (world.store.get(scope, 'jobs', job.runId) === undefined) return
  world.store.transaction(() => {
    recordBatch()
    putRun(world, scope, flow, job, figures, job.endMs)
    removeJob(world, scope, job.runId)
    const progress = readProgress(world, scope, job.flowId)
    if (progress !== undefined) writeProgress(world, scope, { ...progress, lastRun: lastRunOf(job, figures) })
  })
}

function putRun(world: World, scope: Scope, flow: JsonObject | undefined, job: Job, figures: RunFigures, atMs: number): void {
  const previous = world.store.get(scope, 'runs', job.runId)
  world.store.put(scope, 'runs', job.runId, makeRun(world, flow ?? previous ?? {}, job, figures, previous, atMs))
}

/** A flow tells of its last run in two words alone: success or failed. */
function lastRunOf(job: Job, { status }: RunFigures): JsonObject {
  return { id: job.runId, state: status === 'failed' ? 'failed' : 'success', startedAtUTC: job.startMs, completedAtUTC: job.endMs }
}
