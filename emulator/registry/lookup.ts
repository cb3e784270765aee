import type { JsonObject } from '../content/types'
import { asText } from '../json'
import type { Scope } from '../store'
import type { World } from '../world'
import { findAny, findResource } from './find-resource'
import { resolveSchema } from './resolve-schema'

/** A tenant's schema in raw form, by `$id` or `meta:altId`. */
export function findSchema(world: World, scope: Scope, idOrAltId: string): JsonObject | undefined {
  return findResource(world, scope, 'tenant', 'schemas', idOrAltId)
}

/** A schema with every `$ref` and `allOf` resolved into `properties` (the `xed-full` form). Not to be changed. */
export function expandSchema(world: World, scope: Scope, idOrAltId: string): JsonObject | undefined {
  const schema = findSchema(world, scope, idOrAltId)
  return schema && expandResource(world, scope, schema)
}

type Expanded = { revision: number; bySource: WeakMap<JsonObject, JsonObject> }
const expansions = new WeakMap<World, Expanded>()

/** Any registry resource in `xed-full` form; remembered until something in the registry changes. */
export function expandResource(world: World, scope: Scope, resource: JsonObject): JsonObject {
  const revision = registryRevision(world)
  let memory = expansions.get(world)
  if (memory?.revision !== revision) {
    memory = { revision, bySource: new WeakMap() }
    expansions.set(world, memory)
  }
  const known = memory.bySource.get(resource)
  if (known !== undefined) return known
  const expanded = resolveSchema(resource, (id) => findAny(world, scope, id))
  memory.bySource.set(resource, expanded)
  return expanded
}

/** The same as it would be if some resources were replaced, without replacing them. */
export function expandWith(world: World, scope: Scope, resource: JsonObject, changed: JsonObject): JsonObject {
  const changedId = asText(changed['$id'])
  const subject = asText(resource['$id']) === changedId ? changed : resource
  return resolveSchema(subject, (id) => (id === changedId ? changed : findAny(world, scope, id)))
}

const revisions = new WeakMap<World, number>()
const registryRevision = (world: World) => revisions.get(world) ?? 0

/** To be called after every change of a registry resource. */
export function noteRegistryChange(world: World): void {
  revisions.set(world, registryRevision(world) + 1)
}
