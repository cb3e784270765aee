import type { JsonObject, SampleSource, SampleTable } from '../content/types'
import { dayMs } from '../content/samples/support/time'
import type { World } from '../world'

/** What the emulated account of a source holds; undefined where the emulator has no samples for it. */
export function findSampleSource(world: World, connectionSpecId: string): SampleSource | undefined {
  return world.sources.find((source) => source.connectionSpecId === connectionSpecId)
}

/** A table by its path, or a REST resource by its `resourcePath`. */
export function findTable(world: World, connectionSpecId: string, path: string): SampleTable | undefined {
  return findSampleSource(world, connectionSpecId)?.tables.find((table) => table.path === path)
}

/** The newest rows up to now, oldest first; looks back step by step, for some tables are slow. */
export function newestRows(table: SampleTable, nowMs: number, most: number): JsonObject[] {
  for (const days of [1, 10, 60]) {
    const rows = table.rowsBetween(nowMs - days * dayMs, nowMs)
    if (rows.length >= most) return rows.slice(-most)
  }
  return table.rowsBetween(0, nowMs).slice(-most)
}

/** Rows as the source hands them over: those of a REST resource stand below `data`. */
export function asDelivered(kind: SampleSource['kind'], rows: JsonObject[]): JsonObject[] {
  return kind === 'table' ? rows : rows.map((row) => ({ data: row }))
}
