import { cleanFieldNames } from '@/lib/flows/clean-field-names'
import type { SourceColumn } from '@/lib/flows/flow-definition'
import type { AdobeCall } from '../types'
import { schemaRegistry } from './paths'

const adhocBehavior = 'https://ns.adobe.com/xdm/data/adhoc'
/** Largest whole number that JSON carries exactly. */
const longest = 9_007_199_254_740_991

type Schema = Record<string, unknown>
type AdhocClass = { title: string; description: string; columns: readonly SourceColumn[] }

/**
 * Describes a source's raw columns (Schema Registry `POST /tenant/classes`). Adobe replaces the key `_adhoc` by `_` and
 * the new class's id, and answers that as `meta:datasetNamespace`. Names the registry would refuse are cleaned.
 */
export function adhocClassRequest({ title, description, columns }: AdhocClass): AdobeCall {
  const names = cleanFieldNames(columns.map(({ name }) => name))
  const properties = Object.fromEntries(columns.map((column) => [names.get(column.name) ?? column.name, adhocProperty(column)]))
  return {
    method: 'POST',
    path: `${schemaRegistry}/tenant/classes`,
    body: {
      title,
      description,
      type: 'object',
      allOf: [{ $ref: adhocBehavior }, { properties: { _adhoc: { type: 'object', properties } } }],
    },
    label: 'adhoc-class',
  }
}

/**
 * The schema over an ad-hoc class. Its title must differ from the class's: titles are unique over all kinds
 * (XDM-1521).
 */
export function adhocSchemaRequest({
  title,
  description,
  classId,
}: {
  title: string
  description: string
  classId: string
}): AdobeCall {
  return {
    method: 'POST',
    path: `${schemaRegistry}/tenant/schemas`,
    body: { title, description, type: 'object', allOf: [{ $ref: classId }] },
    label: 'adhoc-schema',
  }
}

/** A column's JSON Schema as the registry takes it; objects and lists with all that is in them. */
function adhocProperty(column: SourceColumn): Schema {
  const xdmType = column['meta:xdmType']
  const nested = column.xdm && (column.xdm.type === 'object' || column.xdm.type === 'array') ? column.xdm : undefined
  if (nested) return nestedSchema(nested)
  const type = column.xdm?.type ?? column.type
  const format = column.xdm?.format ?? (xdmType === 'date' || xdmType === 'date-time' ? xdmType : undefined)
  return leafSchema(type, format, xdmType === 'long')
}

/** What explore cannot tell the type of (`{}`, a field that was null in all it saw) becomes text. */
function nestedSchema(node: unknown): Schema {
  if (!isSchema(node)) return { type: 'string' }
  const type = typeNamed(node['type'])
  if (type === 'array') return { type, items: nestedSchema(node['items']) }
  if (type === 'object' && isSchema(node['properties'])) return objectSchema(Object.entries(node['properties']))
  const format = typeof node['format'] === 'string' ? node['format'] : undefined
  return leafSchema(type, format, typeof node['maximum'] === 'number' && node['maximum'] > 2_147_483_647)
}

function objectSchema(fields: readonly (readonly [string, unknown])[]): Schema {
  if (fields.length === 0) return { type: 'string' }
  const names = cleanFieldNames(fields.map(([name]) => name))
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(([name, child]) => [names.get(name) ?? name, nestedSchema(child)])),
  }
}

function leafSchema(type: unknown, format: string | undefined, isLong: boolean): Schema {
  if (type === 'boolean' || type === 'number') return { type }
  if (type === 'integer') return { type, ...(isLong && { minimum: -longest, maximum: longest }) }
  return { type: 'string', ...((format === 'date' || format === 'date-time') && type === 'string' && { format }) }
}

/** JSON Schema may name several types; the first that is not `null` counts. */
const typeNamed = (type: unknown): unknown => (Array.isArray(type) ? type.find((each) => each !== 'null') : type)

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value)
