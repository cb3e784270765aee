import type { Json, JsonObject } from '../content/types'
import type { PathStep } from './path'
import { isJsonObject } from './read-source'

export type SchemaLookup = { ok: true; node: JsonObject } | { ok: false; reason: string }

/** The one type of a node (`null` beside it does not count), or undefined where the schema names none. */
export function typeOf(node: JsonObject): string | undefined {
  const type = node['type']
  if (typeof type === 'string') return type
  if (Array.isArray(type)) return type.find((option): option is string => typeof option === 'string' && option !== 'null')
  if (isJsonObject(node['properties'])) return 'object'
  return isJsonObject(node['items']) ? 'array' : undefined
}

/** The schema of a field of an object, or of a key of a map. */
export function childOf(node: JsonObject, name: string): JsonObject | undefined {
  if (name === '__proto__') return undefined
  const properties = node['properties']
  if (isJsonObject(properties) && Object.hasOwn(properties, name)) return objectOr(properties[name])
  return objectOr(node['additionalProperties'])
}

export function itemsOf(node: JsonObject): JsonObject | undefined {
  return objectOr(node['items'])
}

function objectOr(value: Json | undefined): JsonObject | undefined {
  return isJsonObject(value) ? value : undefined
}

/** The node that a destination path leads to in a resolved schema (`xed-full`), or why it leads nowhere. */
export function findNode(schema: JsonObject, steps: readonly PathStep[]): SchemaLookup {
  let node = schema
  for (const step of steps) {
    if (step.kind === 'name') {
      if (typeOf(node) === 'array') return { ok: false, reason: `an index is needed before ${step.name}` }
      const child = childOf(node, step.name)
      if (child === undefined) return { ok: false, reason: `the schema has no field ${step.name} there` }
      node = child
    } else {
      const items = itemsOf(node)
      if (items === undefined) return { ok: false, reason: 'the schema has no list there' }
      node = items
    }
  }
  return { ok: true, node }
}
