import type { SourceColumn } from '@/lib/flows/flow-definition'
import type { SourceField, SourceType } from './mapping-document'

type Row = Record<string, unknown>

const sampleCount = 5
const sampleLengthMax = 200

/** Names that connectors give their own types, by the word of Data Prep's they come to. */
const rawTypes: readonly (readonly [RegExp, SourceType])[] = [
  [/^(date-?time|timestamp|instant)/, 'date-time'],
  [/^date$/, 'date'],
  [/^(int|integer|long|bigint|short|smallint|byte|tinyint)/, 'integer'],
  [/^(number|numeric|decimal|double|float|real|money|currency)/, 'number'],
  [/^bool/, 'boolean'],
  [/^(string|text|varchar|nvarchar|char|uuid|enum|uri)/, 'string'],
  [/^(array|list)/, 'array'],
  [/^(object|struct|record|map)/, 'object'],
]

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function typeOf(type: unknown, format: unknown): SourceType {
  if (format === 'date' || format === 'date-time') return format
  const word = typeof type === 'string' ? type.toLowerCase() : ''
  return rawTypes.find(([form]) => form.test(word))?.[1] ?? 'unknown'
}

/** A column's type: what `xdm` says, then `meta:xdmType`, then the connector's own word (Flow Service explore). */
export function sourceTypeOf(column: SourceColumn): SourceType {
  const fromXdm = typeOf(column.xdm?.type, column.xdm?.format)
  if (fromXdm !== 'unknown' && fromXdm !== 'string') return fromXdm
  const fromMeta = typeOf(column['meta:xdmType'], undefined)
  if (fromMeta !== 'unknown' && fromMeta !== 'string') return fromMeta
  if (fromXdm === 'string' || fromMeta === 'string') return 'string'
  return typeOf(column.type, undefined)
}

/** A dot inside a name is escaped, as Data Prep wants it; the dots between names are not. */
export const escapeName = (name: string): string => name.replace(/[\\.]/g, (mark) => `\\${mark}`)

/** A value of the preview as a person reads it; undefined for nothing. */
export function sampleText(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > sampleLengthMax ? `${text.slice(0, sampleLengthMax - 1)}…` : text
}

function samplesOf(values: readonly unknown[]): { samples?: readonly string[] } {
  const texts = new Set<string>()
  for (const value of values) {
    const text = sampleText(value)
    if (text !== undefined) texts.add(text)
    if (texts.size === sampleCount) break
  }
  return texts.size > 0 ? { samples: [...texts] } : {}
}

/** The values one level in, lists opened, for the samples of nested fields. */
const valuesUnder = (values: readonly unknown[], name: string): unknown[] =>
  values.flatMap((value) => (Array.isArray(value) ? value : [value])).map((value) => (isObject(value) ? value[name] : undefined))

/** Fields inside an object column or a list of objects, from the JSON Schema that explore may nest in `xdm`. */
function childrenOf(node: unknown, prefix: string, values: readonly unknown[]): SourceField[] {
  if (!isObject(node)) return []
  const isList = node['type'] === 'array'
  const inside = isList ? node['items'] : node
  if (!isObject(inside) || !isObject(inside['properties'])) return []
  const home = isList ? `${prefix}[*]` : prefix
  return Object.entries(inside['properties']).filter(([, child]) => isObject(child)).map(([name, child]) => {
    const shape = child as Record<string, unknown>
    const path = `${home}.${escapeName(name)}`
    const own = valuesUnder(values, name)
    const type = typeOf(shape['type'], shape['format'])
    return { path, name, type, ...samplesOf(own), children: childrenOf(shape, path, own) }
  })
}

/** The source's tree from explored columns, each with a few distinct values of the preview rows. Pure. */
export function sourceFieldsFromColumns(columns: readonly SourceColumn[], rows: readonly Row[] = []): SourceField[] {
  return columns.map((column) => {
    const values = rows.map((row) => row[column.name])
    const path = escapeName(column.name)
    return {
      path,
      name: column.name,
      type: sourceTypeOf(column),
      ...samplesOf(values),
      children: childrenOf(column.xdm, path, values),
    }
  })
}
