import type { Json, JsonObject } from '../types'

/** True for a JSON object, false for an array, null or a scalar. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Upper bounds of Adobe's whole-number types, smallest first; the registry answers the first that holds a field. */
const integerTypes = [
  { name: 'byte', limit: 128 },
  { name: 'short', limit: 32768 },
  { name: 'int', limit: 2147483648 },
] as const

function integerTypeOf(schema: JsonObject): string {
  const bounds = [schema['minimum'], schema['maximum']].filter((bound) => typeof bound === 'number')
  if (bounds.length === 0) return 'int'
  const widest = Math.max(...bounds.map((bound) => Math.abs(bound)))
  return integerTypes.find((candidate) => widest <= candidate.limit)?.name ?? 'long'
}

/**
 * The `meta:xdmType` that Adobe's Schema Registry generates for a field's JSON Schema,
 * or undefined where the schema has no single type (a bare `$ref`).
 */
export function xdmTypeOf(schema: JsonObject): string | undefined {
  switch (schema['type']) {
    case 'string':
      return schema['format'] === 'date' || schema['format'] === 'date-time' ? schema['format'] : 'string'
    case 'integer':
      return integerTypeOf(schema)
    case 'object':
      return isJsonObject(schema['additionalProperties']) && schema['properties'] === undefined ? 'map' : 'object'
    case 'number':
    case 'boolean':
    case 'array':
      return schema['type']
    default:
      return undefined
  }
}

/** A copy of a field's schema in which it and everything below it carries `meta:xdmType`. */
export function annotateXdmTypes(schema: JsonObject): JsonObject {
  const annotated: JsonObject = { ...schema }
  const type = xdmTypeOf(schema)
  if (type !== undefined && schema['meta:xdmType'] === undefined) annotated['meta:xdmType'] = type
  for (const key of ['items', 'additionalProperties']) {
    const inner = schema[key]
    if (isJsonObject(inner)) annotated[key] = annotateXdmTypes(inner)
  }
  for (const key of ['properties', 'definitions']) {
    const inner = schema[key]
    if (isJsonObject(inner)) annotated[key] = mapValues(inner, annotateXdmTypes)
  }
  for (const key of ['allOf', 'anyOf', 'oneOf']) {
    const inner = schema[key]
    if (Array.isArray(inner)) annotated[key] = inner.map((part) => (isJsonObject(part) ? annotateXdmTypes(part) : part))
  }
  return annotated
}

function mapValues(object: JsonObject, change: (value: JsonObject) => JsonObject): JsonObject {
  const entries = Object.entries(object).map(([key, value]) => [key, isJsonObject(value) ? change(value) : value])
  return Object.fromEntries(entries) as JsonObject
}
