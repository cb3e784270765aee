import type { Json, JsonObject } from '../../types'

/** Whole numbers that JSON carries exactly, as Flow Service bounds every integer of a hierarchy. */
const whole = { type: 'integer', minimum: -9_007_199_254_740_991, maximum: 9_007_199_254_740_991 }

/** The JSON Schema of some values as explore tells a hierarchy: `{}` where all of them are null. */
export function inferSchema(values: readonly (Json | undefined)[]): JsonObject {
  const known = values.filter((value) => value !== null && value !== undefined)
  const lists = known.filter((value) => Array.isArray(value))
  if (lists.length > 0) return { type: 'array', items: inferSchema(lists.flat()) }
  const objects = known.filter((value): value is JsonObject => typeof value === 'object' && !Array.isArray(value))
  if (objects.length > 0) return { type: 'object', properties: inferProperties(objects) }
  return inferPlain(known)
}

function inferProperties(objects: readonly JsonObject[]): JsonObject {
  const names = new Set(objects.flatMap((each) => Object.keys(each)))
  return Object.fromEntries([...names].map((name) => [name, inferSchema(objects.map((each) => each[name]))]))
}

function inferPlain(values: readonly Json[]): JsonObject {
  if (values.length === 0) return {}
  if (values.every((value) => typeof value === 'boolean')) return { type: 'boolean' }
  if (values.every((value) => typeof value === 'number')) return values.every(Number.isInteger) ? { ...whole } : { type: 'number' }
  return { type: 'string' }
}
