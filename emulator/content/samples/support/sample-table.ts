import type { ExploreColumn, JsonObject, SampleTable } from '../../types'
import { arrivalsBetween, type Arrival, type RowSeed, type Timeline } from './arrivals'
import { isoSeconds } from './time'

export type { RowSeed } from './arrivals'

export type ColumnKind = 'string' | 'number' | 'integer' | 'boolean' | 'date-time' | 'date'

/** A fault that real data has: the row's column holds this instead, once every so many rows. */
export type Flaw = { every: number; at: number; column: string; value: string | number | null }

export type TableFacts = Timeline & {
  /** Columns in the order in which explore answers them. */
  columns: Record<string, ColumnKind>
  /** Must be a date-time column; its value is the row's arrival. */
  deltaColumn: string
  flaws?: Flaw[]
  /** Fills the columns; what it leaves out is null. */
  row(seed: RowSeed): JsonObject
}

/** A column exactly as Flow Service explore describes it. */
export function exploreColumn(name: string, kind: ColumnKind): ExploreColumn {
  if (kind === 'date' || kind === 'date-time') {
    return { name, type: 'string', 'meta:xdmType': kind, xdm: { type: 'string', format: kind } }
  }
  return { name, type: kind, xdm: { type: kind } }
}

function makeRow(facts: TableFacts, { row, seed }: Arrival): JsonObject {
  const made = facts.row(seed)
  const filled: JsonObject = {}
  for (const name of Object.keys(facts.columns)) filled[name] = made[name] ?? null
  filled[facts.deltaColumn] = isoSeconds(seed.atMs)
  for (const flaw of facts.flaws ?? []) {
    if (row % flaw.every === flaw.at) filled[flaw.column] = flaw.value
  }
  return filled
}

/** A table whose rows are computed when asked for, never kept: a later end of the window only adds rows. */
export function sampleTable(facts: TableFacts): SampleTable {
  return {
    name: facts.name,
    path: facts.name,
    columns: Object.entries(facts.columns).map(([name, kind]) => exploreColumn(name, kind)),
    deltaColumn: facts.deltaColumn,
    rowsBetween: (fromMs, toMs) => [...arrivalsBetween(facts, fromMs, toMs)].map((arrival) => makeRow(facts, arrival)),
  }
}
