import type { XdmField } from '@/lib/xdm/field'
import { parsePath, splitPath } from '@/lib/xdm/xdm-path'
import { checkValue } from './check-value'
import { evaluateRow } from './expression-row'
import type { MappingRow } from './mapping-document'
import { readDate } from './read-date'
import { sampleText } from './source-fields'

/** One sample row through one mapping row. `reason` (`mapper.values.<reason>`) says why nothing comes out. */
export type ValuePreview = { before: string | undefined; after: string | undefined; reason?: string; message?: string }

const unescape = (name: string): string => name.replace(/\\(.)/g, '$1')

/** The value a source path reads from a row; lists walked with `[*]` give the list of what is inside. */
export function readSource(record: Readonly<Record<string, unknown>>, path: string): unknown {
  if (Object.hasOwn(record, path)) return record[path]
  const segments = parsePath(path) ?? splitPath(path).map((name) => ({ name, indexes: [] }))
  let values: unknown[] = [record]
  let isList = false
  for (const { name, indexes } of segments) {
    values = values.map((value) => isObject(value) ? value[unescape(name)] : undefined)
    for (const index of indexes) {
      isList ||= index === '*'
      values = values.flatMap((value): unknown[] => !Array.isArray(value) ? [] : index === '*' ? value : [value[index]])
    }
  }
  return isList ? values : values[0]
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function convert(value: unknown, field: XdmField): ValuePreview {
  const before = sampleText(value)
  if (before === undefined) return { before, after: undefined }
  if (typeof value === 'object') return { before, after: before }
  const text = String(value)
  const reason = checkValue(text, field, readDate)
  if (reason) return { before, after: undefined, reason }
  return { before, after: written(text, field.type === 'array' ? (field.itemType ?? 'string') : field.type) }
}

/** How the value stands in the record that Adobe makes: its type is the target's. */
function written(text: string, type: XdmField['type']): string {
  const ms = type === 'date' || type === 'date-time' ? readDate(text) : null
  if (ms !== null) return type === 'date' ? new Date(ms).toISOString().slice(0, 10) : new Date(ms).toISOString()
  if (type === 'boolean') return /^[yY1tT]|^on$|^ON$/.test(text) ? 'true' : 'false'
  if (type === 'string') return text
  return String(Number(text))
}

/** What a mapping row makes of a sample row. Never throws. */
export function previewValue(
  row: MappingRow, field: XdmField, record: Readonly<Record<string, unknown>>, nowMs: number,
): ValuePreview {
  if (row.sourceType === 'STATIC') return convert(row.source, field)
  if (row.sourceType === 'ATTRIBUTE') return convert(readSource(record, row.source), field)
  const result = evaluateRow(row.source, record, nowMs)
  if (!result.ok) return { before: undefined, after: undefined, message: result.message }
  const { before, ...made } = convert(result.value, field)
  return { before, ...made }
}
