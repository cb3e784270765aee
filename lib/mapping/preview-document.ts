import type { XdmField } from '@/lib/xdm/field'
import { findField } from '@/lib/xdm/field-index'
import { isCovered, neededTargets } from './needed-targets'
import type { MappingDocument, MappingRow } from './mapping-document'
import { previewValue, type ValuePreview } from './preview-value'
import { writeRecord } from './write-record'

export type CellState = 'written' | 'lost' | 'nothing' | 'failed'

export type PreviewCell = ValuePreview & { row: MappingRow; field: XdmField | undefined; state: CellState }

export type RecordPreview = {
  source: Readonly<Record<string, unknown>>
  /** The XDM record that would come out. */
  record: Record<string, unknown>
  cells: readonly PreviewCell[]
  /** Required fields that get nothing in this row, by path: Adobe refuses the row. */
  refusedBy: readonly string[]
}

function stateOf({ value, reason, failure, lost }: ValuePreview): CellState {
  if (reason !== undefined || failure !== undefined) return 'failed'
  if (value === undefined || value === null) return 'nothing'
  return lost === undefined ? 'written' : 'lost'
}

/** A whole document over one sample row: each link's value, and the record they make together. Never throws. */
export function previewRecord(
  document: MappingDocument, source: Readonly<Record<string, unknown>>,
  { targets, targetIndex }: { targets: readonly XdmField[]; targetIndex: ReadonlyMap<string, XdmField> }, nowMs: number,
): RecordPreview {
  const record: Record<string, unknown> = {}
  const cells = document.rows.map((row): PreviewCell => {
    const field = findField(targetIndex, row.destination)
    if (!field) return { row, field, before: undefined, after: undefined, state: 'nothing' }
    const made = previewValue(row, field, source, nowMs)
    const state = stateOf(made)
    // What fails becomes null and is not written; the row goes on (Data Prep, "troubleshooting").
    if (state === 'written' || state === 'lost') writeRecord(record, row.destination, made.value)
    return { ...made, row, field, state }
  })
  const written: MappingDocument = { ...document, rows: cells.filter(({ state }) => state === 'written' || state === 'lost').map(({ row }) => row) }
  const needs = neededTargets(written, targets)
  return { source, record, cells, refusedBy: needs.required.filter((field) => !isCovered(field, needs)).map(({ path }) => path) }
}

/** How often each link wrote, failed or wrote nothing over all sample rows, by the link's id. */
export function countCells(previews: readonly RecordPreview[]): ReadonlyMap<string, Readonly<Record<CellState, number>>> {
  const counts = new Map<string, Record<CellState, number>>()
  for (const { row, state } of previews.flatMap(({ cells }) => cells)) {
    const count = counts.get(row.id) ?? { written: 0, lost: 0, nothing: 0, failed: 0 }
    count[state] += 1
    counts.set(row.id, count)
  }
  return counts
}
