import { canonicalJson } from './canonical-json'
import type { MappingDocument, MappingRow } from './mapping-document'

/** What a row reads: a column, an expression or a constant. */
export type RowSource = Pick<MappingRow, 'sourceType' | 'source'>

/** A number above every one in use, so that ids stay apart without chance or a clock. */
function nextId(rows: readonly MappingRow[]): string {
  const highest = rows.reduce((most, row) => Math.max(most, Number(/^r(\d{1,15})$/.exec(row.id)?.[1] ?? 0)), 0)
  return `r${highest + 1}`
}

const withRows = (document: MappingDocument, rows: MappingRow[]): MappingDocument => ({ ...document, rows })

/**
 * Writes a destination from a source. A destination has one row: one that is there already keeps its id and place and
 * changes its source. Changing nothing gives the same document back.
 */
export function writeRow(document: MappingDocument, source: RowSource, destination: string): MappingDocument {
  const known = document.rows.find((row) => row.destination === destination)
  if (known) return changeSource(document, known.id, source)
  return withRows(document, [...document.rows, { id: nextId(document.rows), ...source, destination }])
}

/** Links a column to a destination. */
export const addLink = (document: MappingDocument, source: string, destination: string): MappingDocument =>
  writeRow(document, { sourceType: 'ATTRIBUTE', source }, destination)

/** Writes a constant, unquoted, to a destination. */
export const setStatic = (document: MappingDocument, destination: string, value: string): MappingDocument =>
  writeRow(document, { sourceType: 'STATIC', source: value }, destination)

/** Writes a calculated field to a destination. */
export const setExpression = (document: MappingDocument, destination: string, expression: string): MappingDocument =>
  writeRow(document, { sourceType: 'EXPRESSION', source: expression }, destination)

/** Adds many rows as one change; a destination that has a row keeps it. */
export function addRows(document: MappingDocument, rows: readonly (RowSource & { destination: string })[]): MappingDocument {
  const taken = new Set(document.rows.map((row) => row.destination))
  const first = Number(nextId(document.rows).slice(1))
  const added: MappingRow[] = []
  for (const { sourceType, source, destination } of rows) {
    if (taken.has(destination)) continue
    taken.add(destination)
    added.push({ id: `r${first + added.length}`, sourceType, source, destination })
  }
  return added.length === 0 ? document : withRows(document, [...document.rows, ...added])
}

function changeRow(document: MappingDocument, rowId: string, change: Partial<MappingRow>): MappingDocument {
  const rows = document.rows.map((row) => (row.id === rowId ? { ...row, ...change } : row))
  const isChanged = document.rows.some(
    (row) => row.id === rowId && Object.entries(change).some(([key, value]) => row[key as keyof MappingRow] !== value),
  )
  return isChanged ? withRows(document, rows) : document
}

/** Gives a row another source; an unknown row changes nothing. */
export const changeSource = (document: MappingDocument, rowId: string, { sourceType, source }: RowSource): MappingDocument =>
  changeRow(document, rowId, { sourceType, source })

/** Sends a row elsewhere. A row that wrote there already gives way, since one path takes one value. */
export function changeDestination(document: MappingDocument, rowId: string, destination: string): MappingDocument {
  if (!document.rows.some((row) => row.id === rowId)) return document
  const others = document.rows.filter((row) => row.id === rowId || row.destination !== destination)
  const kept = others.length === document.rows.length ? document : withRows(document, others)
  return changeRow(kept, rowId, { destination })
}

/** Takes rows away; unknown ids change nothing. */
export function removeRows(document: MappingDocument, rowIds: Iterable<string>): MappingDocument {
  const gone = new Set(rowIds)
  const rows = document.rows.filter((row) => !gone.has(row.id))
  return rows.length === document.rows.length ? document : withRows(document, rows)
}

export const removeRow = (document: MappingDocument, rowId: string): MappingDocument => removeRows(document, [rowId])

/** Takes every row away. */
export const clearMapping = (document: MappingDocument): MappingDocument =>
  document.rows.length === 0 ? document : withRows(document, [])

/** Whether two documents say the same, row by row. */
export const isSameMapping = (a: MappingDocument, b: MappingDocument): boolean =>
  a === b || (canonicalJson(a.tests ?? []) === canonicalJson(b.tests ?? []) && a.rows.length === b.rows.length && a.rows.every((row, at) => {
    const other = b.rows[at]
    return other !== undefined && row.id === other.id && row.sourceType === other.sourceType
      && row.source === other.source && row.destination === other.destination
  }))
