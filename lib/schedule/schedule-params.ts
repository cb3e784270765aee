import { startMarginSeconds } from '@/lib/adobe/requests/schedule-params'
import type { Frequency, Schedule } from './schedule'

/** `scheduleParams` of a flow as Flow Service takes it: epoch seconds as a whole number, nothing more than `once` allows. */
export type ScheduleParams = { startTime: number; frequency: Frequency; interval?: number; backfill?: boolean }

/** "As soon as created" means this much later than the moment of creation, in milliseconds. */
export const startMarginMs = startMarginSeconds * 1000

/** The instant of the first run, epoch milliseconds. */
export function startMs(schedule: Pick<Schedule, 'start'>, nowMs: number): number {
  return schedule.start === 'as-soon-as-created' ? nowMs + startMarginMs : Date.parse(schedule.start)
}

/** The schedule as it was answered, for holding against the specification: what `once` forbids is not yet left out. */
export function answeredParams(schedule: Schedule, nowMs: number): ScheduleParams {
  return {
    startTime: Math.ceil(startMs(schedule, nowMs) / 1000),
    frequency: schedule.frequency,
    ...(schedule.interval === undefined ? {} : { interval: schedule.interval }),
    ...(schedule.backfill === undefined ? {} : { backfill: schedule.backfill }),
  }
}
