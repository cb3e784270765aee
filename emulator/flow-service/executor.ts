import type { JsonObject } from '../content/types'
import { asObject } from '../json'
import type { Scope } from '../store'
import type { World } from '../world'
import { deltaColumnOf } from './check-flow'
import { executeRun } from './execute-run'
import { takeFailure } from './planned-failures'
import { idFrom, makeRun, nothingYet, type RunFigures } from './run-document'
import { listJobs, readProgress, removeJob, writeJob, writeProgress, type Job, type Progress } from './schedule-book'
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
  for (;;) {
    const due = nextDue(world, world.clock.now())
    if (due === undefined) return
    await due.act()
    await new Promise((resolve) => setImmediate(resolve))
  }
}

type Due = { atMs: number; id: string; act: () => void | Promise<void> }

/** The oldest thing to do by `nowMs`; of several at one moment always the same one. */
function nextDue(world: World, nowMs: number): Due | undefined {
  let first: Due | undefined
  const offer = (due: Due) => {
    if (due.atMs > nowMs) return
    if (first === undefined || due.atMs < first.atMs || (due.atMs === first.atMs && due.id < first.id)) first = due
  }
  for (const scope of world.store.scopes()) {
    for (const job of listJobs(world, scope)) offer({ atMs: job.atMs, id: job.runId, act: () => continueRun(world, scope, job) })
    for (const progress of world.store.list(scope, 'schedules') as unknown as Progress[]) {
      const { nextSlotMs, flowId } = progress
      if (nextSlotMs === undefined) continue
      offer({ atMs: nextSlotMs + world.runDelaySeconds * 1000, id: flowId, act: () => openSlot(world, scope, progress, nextSlotMs) })
    }
  }
  return first
}

/** A slot has come: its run appears, and the next slot is planned. */
function openSlot(world: World, scope: Scope, progress: Progress, slotMs: number): void {
  const flow = world.store.get(scope, 'flows', progress.flowId)
  const timetable = flow === undefined ? undefined : readTimetable(asObject(flow['scheduleParams']))
  if (flow === undefined || timetable === undefined) return writeProgress(world, scope, withoutSlot(progress))
  const next = slotAfter(timetable, slotMs)
  const served = { ...withoutSlot(progress), lastSlotMs: slotMs, ...(next !== undefined && { nextSlotMs: next }) }
  if (takeFailure(world, progress.flowId, 'skip') !== undefined) return writeProgress(world, scope, served)
  const window = windowOf(timetable, slotMs, progress.readUpToMs)
  const job = planRun(progress.flowId, slotMs + world.runDelaySeconds * 1000, {
    runId: idFrom(progress.flowId, slotMs),
    ...window,
    kind: timetable.frequency === 'once' ? 'one-time' : 'scheduled',
    ...deltaOf(flow),
  })
  world.store.transaction(() => {
    writeProgress(world, scope, { ...served, readUpToMs: window.toMs })
    openRun(world, scope, flow, job)
  })
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

async function continueRun(world: World, scope: Scope, job: Job): Promise<void> {
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
