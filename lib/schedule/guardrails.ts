import type { Schedule } from './schedule'
import { intervalMs } from './next-runs'

/** Adobe's soft limit of Profile or ExperienceEvent batches a sandbox and day (ingestion guardrails). */
export const batchesPerDayLimit = 90

export type ScheduleWarning = { code: 'too-many-batches' | 'too-many-profile-batches'; values: { perDay: number; limit: number } }

/** Runs a day on average; below one for schedules of more than a day, 0 for `once`. Each run makes one batch. */
export function runsPerDay(schedule: Pick<Schedule, 'frequency' | 'interval'>): number {
  const gap = intervalMs(schedule)
  return gap === undefined ? 0 : 86_400_000 / gap
}

/** What is allowed but unwise. Message keys `schedule.warnings.<code>`. */
export function scheduleWarnings(schedule: Pick<Schedule, 'frequency' | 'interval'>, { intoProfile = false } = {}): ScheduleWarning[] {
  const perDay = Math.floor(runsPerDay(schedule))
  if (perDay <= batchesPerDayLimit) return []
  return [{ code: intoProfile ? 'too-many-profile-batches' : 'too-many-batches', values: { perDay, limit: batchesPerDayLimit } }]
}
