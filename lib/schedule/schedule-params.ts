import type { Frequency, Schedule } from './schedule'

/** `scheduleParams` of a flow as Flow Service takes it: epoch seconds as a whole number, nothing more than `once` allows. */
export type ScheduleParams = { startTime: number; frequency: Frequency; interval?: number; backfill?: boolean }

/**
 * Adobe refuses a start that has passed (1360-400) and documents no tolerance, so "as soon as created" means this much
 * later than the moment of creation.
 */
export const startMarginMs = 3 * 60_000

/** The instant of the first run, epoch milliseconds. */
export function startMs(schedule: Pick<Schedule, 'start'>, nowMs: number): number {
  return schedule.start === 'as-soon-as-created' ? nowMs + startMarginMs : Date.parse(schedule.start)
}

/** The schedule as it is sent. Interval and backfill are passed on as they are: whether they may be there is the specification's to say. */
export function scheduleParams(schedule: Schedule, nowMs: number): ScheduleParams {
  return {
    startTime: Math.ceil(startMs(schedule, nowMs) / 1000),
    frequency: schedule.frequency,
    ...(schedule.interval === undefined ? {} : { interval: schedule.interval }),
    ...(schedule.backfill === undefined ? {} : { backfill: schedule.backfill }),
  }
}
