import type { SourceColumn } from '@/lib/flows/flow-definition'
import type { AdobeCall } from '../types'
import { schemaRegistry } from './paths'

const adhocBehavior = 'https://ns.adobe.com/xdm/data/adhoc'
/** Largest whole number that JSON carries exactly. */
const longest = 9_007_199_254_740_991

type AdhocClass = { title: string; description: string; columns: readonly SourceColumn[] }

/**
 * Describes a source's raw columns (Schema Registry `POST /tenant/classes`). Adobe replaces the key `_adhoc` by `_` and
 * the new class's id, and answers that as `meta:datasetNamespace`.
 */
export function adhocClassRequest({ title, description, columns }: AdhocClass): AdobeCall {
  const properties = Object.fromEntries(columns.map((column) => [column.name, adhocProperty(column)]))
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

/** A column's JSON Schema as the registry takes it; what explore says of unknown or nested columns becomes text. */
function adhocProperty(column: SourceColumn): Record<string, unknown> {
  const type = column.xdm?.type ?? column.type
  const xdmType = column['meta:xdmType']
  if (type === 'boolean' || type === 'number') return { type }
  if (type === 'integer') return { type, ...(xdmType === 'long' && { minimum: -longest, maximum: longest }) }
  if (type === 'string') {
    const format = column.xdm?.format ?? (xdmType === 'date' || xdmType === 'date-time' ? xdmType : undefined)
    return { type, ...(format !== undefined && { format }) }
  }
  return { type: 'string' }
}
