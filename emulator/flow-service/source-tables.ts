import { payPalSpec } from '../content/connection-specs/paypal'
import { payPalYearlyTables } from '../content/samples/paypal/paypal-yearly-tables'
import { dayMs } from '../content/samples/support/time'
import type { JsonObject, SampleResource, SampleSource, SampleTable } from '../content/types'
import type { World } from '../world'

/** What the emulated account of a source holds; undefined where the emulator has no samples for it. */
export function findSampleSource(world: World, connectionSpecId: string): SampleSource | undefined {
  const found = world.sources.find((source) => source.connectionSpecId === connectionSpecId)
  const isLarge = found !== undefined && connectionSpecId === payPalSpec.spec.id && world.switches.paypalTables === 'many'
  return isLarge ? { ...found, tables: [...found.tables, ...payPalYearlyTables] } : found
}

/** A table by its path. */
export function findTable(world: World, connectionSpecId: string, path: string): SampleTable | undefined {
  return findSampleSource(world, connectionSpecId)?.tables.find((table) => table.path === path)
}

/** A REST resource by its `resourcePath`. */
export function findResource(world: World, connectionSpecId: string, path: string): SampleResource | undefined {
  return findSampleSource(world, connectionSpecId)?.resources.find((resource) => resource.path === path)
}

/** The newest rows up to now, oldest first; looks back step by step, for some tables are slow. */
export function newestRows(of: Pick<SampleTable, 'rowsBetween'>, nowMs: number, most: number): JsonObject[] {
  for (const days of [1, 10, 60]) {
    const rows = of.rowsBetween(nowMs - days * dayMs, nowMs)
    if (rows.length >= most) return rows.slice(-most)
  }
  return of.rowsBetween(0, nowMs).slice(-most)
}
