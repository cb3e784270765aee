import type { Schedule } from '@/lib/schedule/schedule'

/** Adobe refuses a start in the past (1360-400) and says nothing of clock differences, so "now" lies a little ahead. */
export const startMarginSeconds = 120

export type ScheduleParams = {
  startTime: number
  frequency: Schedule['frequency']
  interval?: number
  backfill?: boolean
}

/**
 * A schedule as Flow Service takes it: epoch seconds as a whole number (its samples show texts), `interval` and
 * `backfill` absent for `once` (1361-400, 1364-400).
 */
export function scheduleParams(schedule: Schedule, nowMs: number): ScheduleParams {
  const { frequency, interval, start, backfill } = schedule
  const startTime =
    start === 'as-soon-as-created' ? Math.ceil(nowMs / 1000) + startMarginSeconds : Math.floor(Date.parse(start) / 1000)
  if (frequency === 'once') return { startTime, frequency }
  return { startTime, frequency, interval: interval ?? 1, ...(backfill !== undefined && { backfill }) }
}
