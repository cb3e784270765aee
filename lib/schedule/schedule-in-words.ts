import type { Schedule } from './schedule'

/** A message key of area `schedule` with its values: what a schedule says in one phrase. */
export type ScheduleWords = { key: `words.${Schedule['frequency']}`; values: { interval: number } }

/** The phrase for a schedule, e.g. `words.minute` with 30: "Every 30 minutes". */
export function scheduleInWords(schedule: Pick<Schedule, 'frequency' | 'interval'>): ScheduleWords {
  return { key: `words.${schedule.frequency}`, values: { interval: schedule.interval ?? 1 } }
}
