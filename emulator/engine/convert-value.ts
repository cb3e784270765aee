import type { Json, JsonObject } from '../content/types'
import { convertScalar } from './convert-scalar'
import { isJsonObject } from './read-source'
import { childOf, itemsOf, typeOf } from './schema-node'

/** A part that could not be converted; `path` is relative to the value (`[1].city`, empty for all of it). */
export type ConversionProblem = { path: string; reason: string }

/** Deeper data than this is cut: no schema goes so deep. */
const deepest = 64

/**
 * A value in the shape of a schema node, or undefined where nothing of it fits. Objects are copied
 * field by field, those fields that have the same name in the schema; null is left out everywhere.
 * Problems stay with the part they belong to; the rest is copied.
 */
export function convertValue(value: Json, node: JsonObject, problems: ConversionProblem[], path = '', depth = 0): Json | undefined {
  if (value === null || depth > deepest) return undefined
  const type = typeOf(node)
  if (type === undefined) return undefined
  if (type === 'object' && isJsonObject(value)) return convertObject(value, node, problems, path, depth)
  if (type === 'array' && Array.isArray(value)) return convertArray(value, node, problems, path, depth)
  if (type === 'object' || type === 'array' || typeof value === 'object') {
    problems.push({ path, reason: `${describe(value)} does not fit a field of type ${type}` })
    return undefined
  }
  const converted = convertScalar(value, node)
  if (converted.ok) return converted.value
  problems.push({ path, reason: converted.reason })
  return undefined
}

function convertObject(
  value: JsonObject,
  node: JsonObject,
  problems: ConversionProblem[],
  path: string,
  depth: number,
): Json | undefined {
  const out: JsonObject = {}
  for (const [name, inner] of Object.entries(value)) {
    const child = childOf(node, name)
    if (child === undefined) continue
    const converted = convertValue(inner, child, problems, path === '' ? name : `${path}.${name}`, depth + 1)
    if (converted !== undefined) out[name] = converted
  }
  return Object.keys(out).length > 0 ? out : undefined
}

function convertArray(
  value: Json[],
  node: JsonObject,
  problems: ConversionProblem[],
  path: string,
  depth: number,
): Json | undefined {
  const items = itemsOf(node)
  if (items === undefined) return undefined
  const out = value
    .map((element, index) => convertValue(element, items, problems, `${path}[${index}]`, depth + 1))
    .filter((element) => element !== undefined)
  return out.length > 0 ? out : undefined
}

function describe(value: Exclude<Json, null>): string {
  if (Array.isArray(value)) return 'a list'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
