import type { ExploreColumn, JsonObject, SampleTable } from '../../types'
import { drawFor, type Draw } from './draw'
import { hourMs, isoSeconds, samplesStartMs, secondMs } from './time'

export type ColumnKind = 'string' | 'number' | 'integer' | 'boolean' | 'date-time' | 'date'

/** What a row is made from. All but `atMs` and `stage` stay the same when a thing arrives again, changed. */
export type RowSeed = {
  /** Number of the thing that the row describes. */
  index: number
  createdMs: number
  draw: Draw
  /** How often the thing has changed since it was made. */
  stage: number
  /** When this row arrives. */
  atMs: number
}

/** A fault that real data has: the row's column holds this instead, once every so many rows. */
export type Flaw = { every: number; at: number; column: string; value: string | number | null }

export type TableFacts = {
  name: string
  /** Columns in the order in which explore answers them. */
  columns: Record<string, ColumnKind>
  /** Must be a date-time column; its value is the row's arrival. */
  deltaColumn: string
  /** One row, or none, falls into each stretch of this length. */
  gapMs: number
  /** Share of the stretches that bring a row at the busiest hour; fewer at night. Default 1, all day. */
  busyShare?: number
  /** Share of the rows that bring a change of an earlier thing. */
  updateShare?: number
  /** Once every so many rows the one before comes again, unchanged but for its delta column. */
  repeatEvery?: number
  flaws?: Flaw[]
  /** Fills the columns; what it leaves out is null. */
  row(seed: RowSeed): JsonObject
}

/** How lively each hour of the day (UTC) is. */
const liveliness = [3, 2, 2, 1, 1, 2, 3, 4, 6, 7, 8, 8, 8, 9, 9, 10, 10, 9, 8, 8, 7, 6, 5, 4].map((tenths) => tenths / 10)

/** A column exactly as Flow Service explore describes it. */
export function exploreColumn(name: string, kind: ColumnKind): ExploreColumn {
  if (kind === 'date' || kind === 'date-time') {
    return { name, type: 'string', 'meta:xdmType': kind, xdm: { type: 'string', format: kind } }
  }
  return { name, type: kind, xdm: { type: kind } }
}

/** The moment (whole seconds) within its stretch at which a row would arrive. */
function momentOf(facts: TableFacts, row: number): number {
  const { fraction } = drawFor(`${facts.name} moment`, row)
  return samplesStartMs + row * facts.gapMs + Math.floor((fraction() * facts.gapMs) / secondMs) * secondMs
}

/** Whether a stretch brings a row at all; fewer do by night. */
function isBusy(facts: TableFacts, row: number, atMs: number): boolean {
  if (facts.busyShare === undefined) return true
  const hour = Math.floor(atMs / hourMs) % 24
  return drawFor(`${facts.name} busy`, row).chance(facts.busyShare * (liveliness[hour] ?? 1))
}

/** The thing that a row describes, and its change: most often its own, sometimes that of an earlier row. */
function subjectOf(facts: TableFacts, row: number): { index: number; stage: number } {
  let index = row
  let stage = 0
  for (; facts.updateShare !== undefined && index > 0; stage += 1) {
    const draw = drawFor(`${facts.name} subject`, index)
    if (!draw.chance(facts.updateShare)) break
    index = Math.max(0, index - draw.whole(1, 48))
  }
  return { index, stage }
}

function makeRow(facts: TableFacts, row: number, atMs: number): JsonObject {
  const again = facts.repeatEvery !== undefined && row % facts.repeatEvery === facts.repeatEvery - 1
  const { index, stage } = subjectOf(facts, again ? row - 1 : row)
  const made = facts.row({ index, stage, createdMs: momentOf(facts, index), atMs, draw: drawFor(facts.name, index) })
  const filled: JsonObject = {}
  for (const name of Object.keys(facts.columns)) filled[name] = made[name] ?? null
  filled[facts.deltaColumn] = isoSeconds(atMs)
  for (const flaw of facts.flaws ?? []) {
    if (row % flaw.every === flaw.at) filled[flaw.column] = flaw.value
  }
  return filled
}

/**
 * A table whose rows are computed when asked for, never kept: row n is the same in every process,
 * and a later end of the window only adds rows. The cost is that of the rows in the window.
 */
export function sampleTable(facts: TableFacts): SampleTable {
  return {
    name: facts.name,
    path: facts.name,
    columns: Object.entries(facts.columns).map(([name, kind]) => exploreColumn(name, kind)),
    deltaColumn: facts.deltaColumn,
    rowsBetween(fromMs, toMs) {
      if (!Number.isFinite(toMs)) throw new RangeError(`${facts.name}: the end of a window is a finite time`)
      const rows: JsonObject[] = []
      const first = Math.max(0, Math.floor((fromMs - samplesStartMs) / facts.gapMs))
      for (let row = first; samplesStartMs + row * facts.gapMs <= toMs; row += 1) {
        const atMs = momentOf(facts, row)
        if (atMs > fromMs && atMs <= toMs && isBusy(facts, row, atMs)) rows.push(makeRow(facts, row, atMs))
      }
      return rows
    },
  }
}
