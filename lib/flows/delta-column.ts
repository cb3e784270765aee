import { sourceTypeOf } from '@/lib/mapping/source-fields'
import type { SourceColumn } from './flow-definition'

/** Why a column is proposed. Message keys `setup.data.deltaReasons.<reason>`. */
export type DeltaReason = 'changed' | 'created' | 'only' | 'first'

export type DeltaCandidate = { name: string; reason?: DeltaReason }

const changed = /updat|modif|chang|last/i
const created = /creat|initiat|issued|time|date|(^|_)at$/i

/** Does the source call it a date with a time? Only such a column tells what came since the last run. */
export function isDateTimeColumn(column: SourceColumn): boolean {
  return sourceTypeOf(column) === 'date-time'
}

/**
 * The columns that can tell new rows from old ones, the best first; only the first carries a reason. A time of change
 * beats a time of creation, because rows changed later are then read again.
 */
export function deltaCandidates(columns: readonly SourceColumn[]): DeltaCandidate[] {
  const names = columns.filter(isDateTimeColumn).map(({ name }) => name)
  const best = names.find((name) => changed.test(name)) ?? names.find((name) => created.test(name)) ?? names[0]
  if (best === undefined) return []
  const reason = changed.test(best) ? 'changed' : names.length === 1 ? 'only' : created.test(best) ? 'created' : 'first'
  return [{ name: best, reason }, ...names.filter((name) => name !== best).map((name) => ({ name }))]
}
