import { parseDateAutomatic } from '@/lib/expression/expression'
import type { MappingDocument } from './mapping-document'
import type { RecordPreview } from './preview-document'

/** What Adobe said of a mapping: per link its objections, per sample row the record it would make. */
export type MappingOpinion = {
  objections: readonly (readonly string[])[]
  records: readonly { data: unknown; errors: readonly string[] }[]
}

export type OpinionDifference =
  | { kind: 'refused'; rowId: string; destination: string; message: string }
  /** One path of one sample row comes out otherwise; `row` counts from 1. */
  | { kind: 'value'; row: number; path: string; ours: string; theirs: string }
  | { kind: 'rowError'; row: number; message: string }

/** Every single value of a record by its path. */
function leavesOf(value: unknown, path = '', found = new Map<string, unknown>()): Map<string, unknown> {
  if (Array.isArray(value)) value.forEach((item, at) => leavesOf(item, `${path}[${at}]`, found))
  else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) leavesOf(inner, path === '' ? name : `${path}.${name}`, found)
  } else if (value !== null && value !== undefined) found.set(path, value)
  return found
}

/** 12 and 12.0, and one moment written two ways, are the same value. */
function isSame(ours: unknown, theirs: unknown): boolean {
  if (ours === theirs || String(ours) === String(theirs)) return true
  if (typeof ours === 'number' || typeof theirs === 'number') return Number(ours) === Number(theirs)
  const [a, b] = [ours, theirs].map((one) => (typeof one === 'string' && /^\d{4}-/.test(one) ? parseDateAutomatic(one) : null))
  return a !== null && a === b
}

const text = (value: unknown): string => (value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value))

/** Where Adobe's answer and what was computed here do not agree; empty when they do. */
export function compareOpinion(document: MappingDocument, previews: readonly RecordPreview[], { objections, records }: MappingOpinion): OpinionDifference[] {
  const refused = document.rows.flatMap((row, at) =>
    (objections[at] ?? []).map((message): OpinionDifference => ({ kind: 'refused', rowId: row.id, destination: row.destination, message })))
  const values = records.flatMap(({ data, errors }, at): OpinionDifference[] => {
    const preview = previews[at]
    if (!preview) return []
    const [ours, theirs] = [leavesOf(preview.record), leavesOf(data)]
    const paths = [...new Set([...ours.keys(), ...theirs.keys()])]
    const differing = paths.filter((path) => !isSame(ours.get(path), theirs.get(path)))
    // A value that failed here is expected to fail there: the error says nothing new.
    const isForeseen = preview.cells.some(({ state }) => state === 'failed') || preview.refusedBy.length > 0
    return [
      ...differing.map((path): OpinionDifference => ({ kind: 'value', row: at + 1, path, ours: text(ours.get(path)), theirs: text(theirs.get(path)) })),
      ...(isForeseen ? [] : errors.map((message): OpinionDifference => ({ kind: 'rowError', row: at + 1, message }))),
    ]
  })
  return [...refused, ...values]
}
