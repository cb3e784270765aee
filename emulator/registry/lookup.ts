import type { JsonObject } from '../content/types'
import type { Scope } from '../store'
import type { World } from '../world'

/** A tenant's schema in raw form, by `$id` or `meta:altId`. */
export function findSchema(world: World, scope: Scope, idOrAltId: string): JsonObject | undefined {
  const direct = world.store.get(scope, 'schemas', idOrAltId)
  return direct ?? world.store.list(scope, 'schemas').find((schema) => schema['meta:altId'] === idOrAltId)
}

/** A schema with every `$ref` and `allOf` resolved into `properties` (the `xed-full` form). */
export function expandSchema(world: World, scope: Scope, idOrAltId: string): JsonObject | undefined {
  return findSchema(world, scope, idOrAltId)
}
