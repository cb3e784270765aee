import type { Json, JsonObject } from '../content/types'
import { asArray, asObject, asText, isObject } from '../json'
import type { Scope } from '../store'
import type { World } from '../world'
import { expandResource, expandWith } from './lookup'
import { allReferences } from './walk-inline'

/** Schemas that may only grow: a dataset holds their data, or they belong to the union. */
export function isInUse(world: World, scope: Scope, schema: JsonObject): boolean {
  const id = asText(schema['$id'])
  return asArray(schema['meta:immutableTags']).includes('union') || datasetsOf(world, scope, id).length > 0
}

export function datasetsOf(world: World, scope: Scope, schemaId: string): JsonObject[] {
  return world.store.list(scope, 'dataSets').filter((dataset) => asText(asObject(dataset['schemaRef'])['id']) === schemaId)
}

/** Tenant resources that refer to one directly. */
export function usersOf(world: World, scope: Scope, id: string): JsonObject[] {
  return (['schemas', 'classes', 'mixins', 'datatypes'] as const)
    .flatMap((kind) => world.store.list(scope, kind))
    .filter((resource) => resource['$id'] !== id && allReferences(resource).some((reference) => reference.split('#')[0] === id))
}

/** What a changed resource would break in a schema that is in use; undefined where nothing. */
export function findBreakingChange(world: World, scope: Scope, changed: JsonObject): string | undefined {
  for (const schema of world.store.list(scope, 'schemas').filter((one) => isInUse(world, scope, one))) {
    const before = expandResource(world, scope, schema)
    const problem = compare(before, expandWith(world, scope, schema, changed), '')
    if (problem !== undefined) return `${problem} The schema ${asText(schema['title'])} is in use and may only grow.`
  }
  return undefined
}

function compare(before: JsonObject, after: JsonObject, path: string): string | undefined {
  const at = path === '' ? 'the schema' : path
  if (typeOf(before) !== typeOf(after)) return `The type of ${at} would change from ${typeOf(before)} to ${typeOf(after)}.`
  if (narrowsEnum(before['enum'], after['enum'])) return `The values of ${at} would be narrowed.`
  for (const [name, field] of Object.entries(asObject(before['properties']))) {
    const inner = path === '' ? name : `${path}.${name}`
    const other = asObject(after['properties'])[name]
    if (!isObject(other)) return `The field ${inner} would be gone.`
    const problem = isObject(field) ? compare(field, other, inner) : undefined
    if (problem !== undefined) return problem
  }
  for (const key of ['items', 'additionalProperties'] as const) {
    const [mine, theirs] = [before[key], after[key]]
    const problem = isObject(mine) && isObject(theirs) ? compare(mine, theirs, `${path}[*]`) : undefined
    if (problem !== undefined) return problem
  }
  return undefined
}

const typeOf = (node: JsonObject) => `${asText(node['type'])} ${asText(node['format'])}`.trim()

function narrowsEnum(before: Json | undefined, after: Json | undefined): boolean {
  if (!Array.isArray(after)) return false
  return !Array.isArray(before) || before.some((value) => !after.includes(value))
}
