import type { Frequency, Schedule } from './schedule'
import { startMs } from './schedule-params'

const stepMs: Record<Exclude<Frequency, 'once'>, number> = {
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
}

/**
 * Time between two runs in milliseconds; undefined for `once`. Adobe counts in UTC, so a day is always 24 hours: where a
 * person's clock changes for the summer, the local time of the runs moves.
 */
export function intervalMs(schedule: Pick<Schedule, 'frequency' | 'interval'>): number | undefined {
  return schedule.frequency === 'once' ? undefined : stepMs[schedule.frequency] * (schedule.interval ?? 1)
}

/** The next `count` runs at or after `nowMs`, epoch milliseconds, earliest first. One for `once`, none when that has passed. */
export function nextRuns(schedule: Schedule, count: number, nowMs: number): number[] {
  const first = startMs(schedule, nowMs)
  if (!Number.isFinite(first) || count < 1) return []
  const gap = intervalMs(schedule)
  if (gap === undefined) return first >= nowMs ? [first] : []
  const skipped = Math.max(0, Math.ceil((nowMs - first) / gap))
  return Array.from({ length: count }, (_, index) => first + (skipped + index) * gap)
}
