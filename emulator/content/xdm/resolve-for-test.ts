import type { Json, JsonObject, RegistryDefinition } from '../types'
import { isJsonObject } from './xdm-type'

export type PathFacts = { type?: Json; format?: Json; pattern?: Json; enum?: Json; minimum?: Json; maximum?: Json }

/** What comparing two sets needs of one definition: the facts of every path, and who requires what. */
export type ResolvedFacts = { paths: Map<string, PathFacts>; required: Map<string, Set<string>> }

const compared = ['type', 'format', 'pattern', 'enum', 'minimum', 'maximum'] as const

/**
 * Follows every `$ref` and `allOf` of a definition. Written for tests, on purpose apart from the
 * registry's own resolver: each is a check on the other.
 */
export function resolveFacts(definitions: RegistryDefinition[], id: string): ResolvedFacts {
  const byId = new Map(definitions.map((definition) => [definition.$id, definition]))
  const facts: ResolvedFacts = { paths: new Map(), required: new Map() }

  const visit = (schema: JsonObject, home: JsonObject, path: string, trail: string[]): void => {
    const reference = schema['$ref']
    if (typeof reference === 'string') {
      if (trail.includes(`${reference} ${path}`)) return
      const local = reference.startsWith('#/definitions/')
      const definitions = home['definitions']
      const target = local
        ? isJsonObject(definitions) && definitions[reference.slice('#/definitions/'.length)]
        : byId.get(reference)
      if (!isJsonObject(target || null)) throw new Error(`${id}: ${reference} leads nowhere`)
      visit(target as JsonObject, local ? home : (target as JsonObject), path, [...trail, `${reference} ${path}`])
    }
    record(facts, schema, path)
    const { properties, items, additionalProperties, allOf } = schema
    if (isJsonObject(properties)) {
      for (const [name, inner] of Object.entries(properties)) {
        if (isJsonObject(inner)) visit(inner, home, path === '' ? name : `${path}.${name}`, trail)
      }
    }
    if (isJsonObject(items)) visit(items, home, `${path}[*]`, trail)
    if (isJsonObject(additionalProperties)) visit(additionalProperties, home, `${path}{*}`, trail)
    if (Array.isArray(allOf)) for (const part of allOf) if (isJsonObject(part)) visit(part, home, path, trail)
  }

  const root = byId.get(id)
  if (root === undefined) throw new Error(`no definition ${id}`)
  visit(root, root, '', [])
  return facts
}

function record(facts: ResolvedFacts, schema: JsonObject, path: string): void {
  const found: PathFacts = facts.paths.get(path) ?? {}
  for (const key of compared) {
    const value = schema[key]
    if (value !== undefined) found[key] = value
  }
  facts.paths.set(path, found)
  if (!Array.isArray(schema['required'])) return
  const required = facts.required.get(path) ?? new Set<string>()
  for (const name of schema['required']) if (typeof name === 'string') required.add(name)
  facts.required.set(path, required)
}
