import type { ExpressionError } from '@/lib/expression/expression'
import type { XdmField } from '@/lib/xdm/field'
import { parsePath, splitPath } from '@/lib/xdm/xdm-path'
import { checkValue } from './check-value'
import { evaluateRow } from './expression-row'
import type { MappingRow } from './mapping-document'
import { readDate } from './read-date'
import { sampleText } from './source-fields'

/**
 * One sample row through one mapping row. `reason` (`mapper.values.<reason>`) says why nothing comes out, `lost`
 * (`mapper.lost.<lost>`) what of the value did not come along, `failure` why the expression gave nothing.
 */
export type ValuePreview = { before: string | undefined; after: string | undefined; value?: unknown; reason?: string; failure?: ExpressionError; lost?: string }

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
  if (Array.isArray(value)) return convertList(before, value, field)
  if (typeof value === 'object') return { before, after: before, value }
  const text = String(value)
  const reason = checkValue(text, field, readDate)
  if (reason) return { before, after: undefined, reason }
  const type = field.type === 'array' ? (field.itemType ?? 'string') : field.type
  const made = written(text, type)
  const lost = lossOf(text, type)
  return { before, after: String(made), value: made, ...(lost ? { lost } : {}) }
}

/** A list walked with `[*]`: each item is converted by itself, and one that fails fails alone. */
function convertList(before: string, list: readonly unknown[], field: XdmField): ValuePreview {
  const items = list.map((item) => convert(item, field))
  const made = items.map((item) => item.value ?? null)
  const [failed] = items.filter(({ reason }) => reason !== undefined)
  const [short] = items.filter(({ lost }) => lost !== undefined)
  if (failed?.reason !== undefined && made.every((one) => one === null)) return { before, after: undefined, reason: failed.reason }
  return {
    before, after: sampleText(made), value: made,
    ...(failed?.reason !== undefined ? { lost: 'someItems' } : short?.lost !== undefined ? { lost: short.lost } : {}),
  }
}

/** How the value stands in the record that Adobe makes: its type is the target's. */
function written(text: string, type: XdmField['type']): string | number | boolean {
  const ms = type === 'date' || type === 'date-time' ? readDate(text) : null
  if (ms !== null) return type === 'date' ? new Date(ms).toISOString().slice(0, 10) : new Date(ms).toISOString()
  if (type === 'boolean') return /^[yY1tT]|^on$|^ON$/.test(text)
  if (type === 'string') return text
  return Number(text)
}

/** What a conversion that goes through leaves behind all the same. */
function lossOf(text: string, type: XdmField['type']): string | undefined {
  if (type === 'date') return /\d[T ]\d{2}:\d{2}/.test(text) && !/[T ]00:00(:00(\.0+)?)?(Z|[+-]00:?00)?$/.test(text) ? 'timeOfDay' : undefined
  if (type === 'string' || type === 'boolean' || type === 'date-time') return undefined
  // Sixteen digits and more do not fit a number of 64 bits.
  const digits = text.replace(/[eE].*$/, '').replace(/\D/g, '').replace(/^0+/, '').replace(/0+$/, '')
  return digits.length > 15 && Number(text).toLocaleString('en', { maximumSignificantDigits: 21, useGrouping: false }).replace(/\D/g, '').replace(/0+$/, '') !== digits ? 'precision' : undefined
}

/** What a mapping row makes of a sample row. Never throws. */
export function previewValue(
  row: MappingRow, field: XdmField, record: Readonly<Record<string, unknown>>, nowMs: number,
): ValuePreview {
  if (row.sourceType === 'STATIC') return convert(row.source, field)
  if (row.sourceType === 'ATTRIBUTE') return convert(readSource(record, row.source), field)
  const result = evaluateRow(row.source, record, nowMs)
  if (!result.ok) return { before: undefined, after: undefined, failure: result.error }
  const { before, ...made } = convert(result.value, field)
  return { before, ...made }
}
