import type { Schedule } from '@/lib/schedule/schedule'
import { nextRuns } from '@/lib/schedule/next-runs'
import { firstDueAfter, lastDueAt } from './adobe-schedule'
import { judgeHealth, LATE_AFTER_MINUTES, type Health } from './health'
import type { RunStatus } from './run-record'

/** What Adobe says of a flow now; undefined when it does not know it any more. */
export type FlowInAdobe = { state: string | undefined; etag: string | undefined; schedule: Schedule | undefined; createdAt: Date | undefined }

/** What the stored runs of a flow say. */
export type RunFacts = {
  lastEnded: { status: RunStatus; recordsFailed: number | undefined; hasErrors?: boolean; startedAt: Date | undefined; completedAt: Date | undefined } | undefined
  lastStartedAt: Date | undefined
}

/** The part of a flow's row that looking at Adobe decides. */
export type FlowState = {
  adobeState: string | undefined
  adobeStateSince: Date | undefined
  etag: string | undefined
  adobeSchedule: Schedule | undefined
  health: Health
  healthSince: Date | undefined
  nextRunAt: Date | undefined
  lastRunAt: Date | undefined
}

export type FlowBefore = Pick<FlowState, 'adobeState' | 'adobeStateSince' | 'etag' | 'adobeSchedule' | 'healthSince'> & { health: string }

/** A flow's new state out of what was known, what Adobe says and what its runs say. `now` is Adobe's clock. Pure. */
export function judgeFlow(before: FlowBefore, adobe: FlowInAdobe | undefined, runs: RunFacts, now: Date): FlowState {
  const adobeState = adobe ? adobe.state?.toLowerCase() : before.adobeState
  const adobeStateSince = stateSince(before, adobe, adobeState, now)
  const schedule = adobe ? adobe.schedule : before.adobeSchedule
  const due = schedule && lastPatientlyDueAt(schedule, now)
  const countsAsDue = due && (!adobeStateSince || due >= adobeStateSince) ? due : undefined
  const missed = schedule && runs.lastStartedAt ? firstDueAfter(schedule, runs.lastStartedAt) : countsAsDue
  const health = judgeHealth(
    {
      lifecycle: 'live',
      adobeState,
      gone: adobe === undefined,
      lastEnded: runs.lastEnded,
      lastStartedAt: runs.lastStartedAt,
      lastDueAt: countsAsDue,
      once: schedule?.frequency === 'once',
    },
    now,
  )
  const next = adobe && schedule && adobeState === 'enabled' ? nextRuns(schedule, 1, now.getTime())[0] : undefined
  return {
    adobeState,
    adobeStateSince,
    etag: adobe ? (adobe.etag ?? before.etag) : before.etag,
    adobeSchedule: schedule,
    health,
    healthSince: health === before.health && before.healthSince ? before.healthSince : beganAt(health, { runs, missed, adobeStateSince, now }),
    nextRunAt: next === undefined ? undefined : new Date(next),
    lastRunAt: runs.lastStartedAt,
  }
}

/** The last due moment for which no more patience is owed: with only the last one, a flow would be well again whenever one is due. */
const lastPatientlyDueAt = (schedule: Schedule, now: Date) => lastDueAt(schedule, new Date(now.getTime() - LATE_AFTER_MINUTES * 60_000 - 1))

/** The first look takes Adobe's own date of birth; later ones notice a change when they see it. */
function stateSince(before: FlowBefore, adobe: FlowInAdobe | undefined, state: string | undefined, now: Date): Date | undefined {
  if (!adobe || state === before.adobeState) return before.adobeStateSince ?? adobe?.createdAt ?? now
  return before.adobeState === undefined ? (adobe.createdAt ?? now) : now
}

type Moments = { runs: RunFacts; missed: Date | undefined; adobeStateSince: Date | undefined; now: Date }

/** Since when it is so: the moment of what made it so, not the moment somebody looked. */
function beganAt(health: Health, { runs, missed, adobeStateSince, now }: Moments): Date {
  if (health === 'late') return missed ?? now
  if (health === 'paused' || health === 'draft') return adobeStateSince ?? now
  if (health === 'waiting') return adobeStateSince ?? now
  if (health === 'missing' || health === 'setup') return now
  return runs.lastEnded?.completedAt ?? runs.lastEnded?.startedAt ?? now
}
