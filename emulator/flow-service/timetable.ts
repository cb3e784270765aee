import type { JsonObject } from '../content/types'

export const frequencies = ['once', 'minute', 'hour', 'day', 'week'] as const
export type Frequency = (typeof frequencies)[number]

/** A flow's schedule in the emulator's own form; times in epoch milliseconds. */
export type Timetable = { startMs: number; frequency: Frequency; interval: number; backfill: boolean }

/** The stretch of the delta column that one run reads: later than `fromMs`, up to and with `toMs`. */
export type Window = { fromMs: number; toMs: number }

const unitMs = { minute: 60_000, hour: 3_600_000, day: 86_400_000, week: 7 * 86_400_000 }

/** `scheduleParams` as they were sent, numbers perhaps as texts. */
export function readTimetable(params: JsonObject): Timetable | undefined {
  const frequency = frequencies.find((word) => word === params['frequency'])
  if (frequency === undefined) return undefined
  return {
    startMs: Number(params['startTime']) * 1000,
    frequency,
    interval: Math.max(1, Number(params['interval'] ?? 1)),
    backfill: String(params['backfill'] ?? 'true') === 'true',
  }
}

/** Milliseconds between two slots; undefined for `once`. Days and weeks are those of UTC, which has no summer time. */
export function periodOf({ frequency, interval }: Timetable): number | undefined {
  return frequency === 'once' ? undefined : unitMs[frequency] * interval
}

/** The first moment later than `afterMs` at which a run is due; undefined when there is none any more. */
export function slotAfter(timetable: Timetable, afterMs: number): number | undefined {
  const { startMs } = timetable
  if (afterMs < startMs) return startMs
  const period = periodOf(timetable)
  return period === undefined ? undefined : startMs + (Math.floor((afterMs - startMs) / period) + 1) * period
}

/**
 * What the run of a slot reads: everything since the end of the window before, so that no row is left out and none is
 * read twice, however many slots a switched-off flow has missed. The first run takes what was there before the start
 * only with backfill; a run of `once` always takes everything.
 */
export function windowOf(timetable: Timetable, slotMs: number, readUpToMs: number | undefined): Window {
  if (readUpToMs !== undefined) return { fromMs: Math.min(readUpToMs, slotMs), toMs: slotMs }
  const takesAll = timetable.frequency === 'once' || timetable.backfill
  return { fromMs: takesAll ? 0 : Math.min(timetable.startMs, slotMs), toMs: slotMs }
}
