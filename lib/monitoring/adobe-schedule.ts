import { schedule, type Schedule } from '@/lib/schedule/schedule'
import { intervalMs } from '@/lib/schedule/next-runs'
import { startMs } from '@/lib/schedule/schedule-params'

type ScheduleParams = {
  startTime?: number | undefined
  frequency?: string | undefined
  interval?: number | undefined
  backfill?: boolean | undefined
}

/** A flow's `scheduleParams` as Adobe holds them, in our form; undefined where they are absent or of an unknown form. */
export function readAdobeSchedule(params: ScheduleParams | null | undefined): Schedule | undefined {
  if (!params?.startTime || params.startTime <= 0) return undefined
  // Seconds as documented; thirteen digits, seen in samples, are milliseconds.
  const startAtMs = params.startTime < 100_000_000_000 ? params.startTime * 1000 : params.startTime
  const parsed = schedule.safeParse({
    frequency: params.frequency?.toLowerCase(),
    interval: params.interval,
    start: new Date(startAtMs).toISOString(),
    backfill: params.backfill,
  })
  return parsed.success ? parsed.data : undefined
}

/** The last moment at or before `now` at which a run was due; undefined when none was yet. */
export function lastDueAt(of: Schedule, now: Date): Date | undefined {
  const first = startMs(of, now.getTime())
  if (!Number.isFinite(first) || first > now.getTime()) return undefined
  const gap = intervalMs(of)
  return new Date(gap === undefined ? first : first + Math.floor((now.getTime() - first) / gap) * gap)
}

/** The first moment after `after` at which a run is due; undefined when none is any more. */
export function firstDueAfter(of: Schedule, after: Date): Date | undefined {
  const first = startMs(of, after.getTime())
  const gap = intervalMs(of)
  if (first > after.getTime()) return new Date(first)
  return gap === undefined ? undefined : new Date(first + (Math.floor((after.getTime() - first) / gap) + 1) * gap)
}

/** Moments strictly between two others at which runs were due, oldest first; at most `most`, the newest ones. */
export function dueBetween(of: Schedule, after: Date, before: Date, most: number): Date[] {
  const gap = intervalMs(of)
  const last = lastDueAt(of, new Date(before.getTime() - 1))
  if (gap === undefined || last === undefined) return []
  const first = Math.max(startMs(of, before.getTime()), after.getTime() + 1)
  const count = Math.min(most, Math.floor((last.getTime() - first) / gap) + 1)
  const oldest = last.getTime() - (count - 1) * gap
  return Array.from({ length: Math.max(0, count) }, (_, index) => new Date(oldest + index * gap))
}
