import { drawFor, type Draw } from './draw'
import { hourMs, samplesStartMs, secondMs } from './time'

/** What a row is made from. All but `atMs`, `stage` and `later` stay the same when a thing arrives again, changed. */
export type RowSeed = {
  /** Number of the thing that the row describes. */
  index: number
  createdMs: number
  draw: Draw
  /** Choices of this change alone: drawing from it leaves all others as they were. */
  later: Draw
  /** How often the thing has changed since it was made. */
  stage: number
  /** When this row arrives. */
  atMs: number
}

/** When rows come: a stream that is the same in every process and only grows. */
export type Timeline = {
  name: string
  /** One row, or none, falls into each stretch of this length. */
  gapMs: number
  /** Share of the stretches that bring a row at the busiest hour; fewer at night. Default 1, all day. */
  busyShare?: number
  /** Share of the rows that bring a change of an earlier thing. */
  updateShare?: number
  /** Once every so many rows the one before comes again, unchanged but for its delta column. */
  repeatEvery?: number
}

/** One row to be made: its number, its seed, and the number of the row it repeats, its own as a rule. */
export type Arrival = { row: number; seed: RowSeed }

/** How lively each hour of the day (UTC) is. */
const liveliness = [3, 2, 2, 1, 1, 2, 3, 4, 6, 7, 8, 8, 8, 9, 9, 10, 10, 9, 8, 8, 7, 6, 5, 4].map((tenths) => tenths / 10)

/** The moment (whole seconds) within its stretch at which a row would arrive. */
function momentOf(facts: Timeline, row: number): number {
  const { fraction } = drawFor(`${facts.name} moment`, row)
  return samplesStartMs + row * facts.gapMs + Math.floor((fraction() * facts.gapMs) / secondMs) * secondMs
}

/** Whether a stretch brings a row at all; fewer do by night. */
function isBusy(facts: Timeline, row: number, atMs: number): boolean {
  if (facts.busyShare === undefined) return true
  const hour = Math.floor(atMs / hourMs) % 24
  return drawFor(`${facts.name} busy`, row).chance(facts.busyShare * (liveliness[hour] ?? 1))
}

/** The thing that a row describes, and its change: most often its own, sometimes that of an earlier row. */
function subjectOf(facts: Timeline, row: number): { index: number; stage: number } {
  let index = row
  let stage = 0
  for (; facts.updateShare !== undefined && index > 0; stage += 1) {
    const draw = drawFor(`${facts.name} subject`, index)
    if (!draw.chance(facts.updateShare)) break
    index = Math.max(0, index - draw.whole(1, 48))
  }
  return { index, stage }
}


/** The rows that arrive in (fromMs, toMs]; computed when asked for, at the cost of that window alone. */
export function* arrivalsBetween(timeline: Timeline, fromMs: number, toMs: number): Generator<Arrival> {
  if (!Number.isFinite(toMs)) throw new RangeError(`${timeline.name}: the end of a window is a finite time`)
  const first = Math.max(0, Math.floor((fromMs - samplesStartMs) / timeline.gapMs))
  for (let row = first; samplesStartMs + row * timeline.gapMs <= toMs; row += 1) {
    const atMs = momentOf(timeline, row)
    if (atMs > fromMs && atMs <= toMs && isBusy(timeline, row, atMs)) yield { row, seed: seedOf(timeline, row, atMs) }
  }
}

/** What a row is made from, when it arrives at `atMs`. */
export function seedOf(timeline: Timeline, row: number, atMs: number = momentOf(timeline, row)): RowSeed {
  const { repeatEvery } = timeline
  const again = repeatEvery !== undefined && row % repeatEvery === repeatEvery - 1
  const { index, stage } = subjectOf(timeline, again ? row - 1 : row)
  return { index, stage, createdMs: momentOf(timeline, index), atMs, draw: drawFor(timeline.name, index), later: drawFor(`${timeline.name} change ${stage}`, index) }
}
