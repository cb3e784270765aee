import type { JsonObject } from '../content/types'
import { asObject, asText } from '../json'
import type { Scope } from '../store'
import type { World } from '../world'
import { readTimetable, slotAfter, type Window } from './timetable'

/** How far a flow has come; times in epoch milliseconds. */
export type Progress = {
  flowId: string
  /** When the next run is due; absent when none is planned. */
  nextSlotMs?: number
  /** The last slot that was served. */
  lastSlotMs?: number
  /** Rows up to this moment have been read. */
  readUpToMs?: number
  lastRun?: JsonObject
}

/** A run that is under way. */
export type Job = Window & {
  runId: string
  flowId: string
  /** What happens next, and when. */
  phase: 'start' | 'end'
  atMs: number
  startMs: number
  copiedMs: number
  endMs: number
  kind: 'scheduled' | 'one-time'
  deltaColumn?: string
}

export function readProgress(world: World, scope: Scope, flowId: string): Progress | undefined {
  return world.store.get(scope, 'schedules', flowId) as Progress | undefined
}

export function writeProgress(world: World, scope: Scope, progress: Progress): void {
  world.store.put(scope, 'schedules', progress.flowId, { ...progress })
}

/**
 * Plans the next run after a flow was made or changed. A slot that passed while the flow was switched off is not made up
 * for: the next one reads the rows of all of them.
 */
export function planFlow(world: World, scope: Scope, flow: JsonObject): void {
  const flowId = asText(flow['id'])
  const { nextSlotMs: planned, ...progress } = readProgress(world, scope, flowId) ?? { flowId }
  const timetable = flow['state'] === 'enabled' ? readTimetable(asObject(flow['scheduleParams'])) : undefined
  // A slot that has passed but whose run has not appeared yet stays as it is.
  if (timetable !== undefined && planned !== undefined && planned <= world.clock.now()) return
  const slot = timetable === undefined ? undefined : slotAfter(timetable, servedUpTo(world, progress, timetable.startMs))
  writeProgress(world, scope, { ...progress, ...(slot !== undefined && { nextSlotMs: slot }) })
}

/** A start time within the tolerance may lie in the past and still gets its run. */
function servedUpTo(world: World, { lastSlotMs }: Progress, startMs: number): number {
  const now = world.clock.now()
  if (lastSlotMs !== undefined) return Math.max(lastSlotMs, now - 1)
  const isJustPast = startMs <= now && startMs >= now - world.switches.startTimeToleranceSeconds * 1000
  return isJustPast ? startMs - 1 : now - 1
}

export function listJobs(world: World, scope: Scope): Job[] {
  return world.store.list(scope, 'jobs') as unknown as Job[]
}

export function readJob(world: World, scope: Scope, runId: string): Job | undefined {
  return world.store.get(scope, 'jobs', runId) as unknown as Job | undefined
}

export function writeJob(world: World, scope: Scope, job: Job): void {
  world.store.put(scope, 'jobs', job.runId, { ...job })
}

export function removeJob(world: World, scope: Scope, runId: string): void {
  world.store.remove(scope, 'jobs', runId)
}

/** After a flow's end nothing is planned for it; a run under way finds out by itself. */
export function forgetSchedule(world: World, scope: Scope, flowId: string): void {
  world.store.remove(scope, 'schedules', flowId)
}
