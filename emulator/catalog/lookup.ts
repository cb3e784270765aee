import type { JsonObject } from '../content/types'
import { asObject, asText } from '../json'
import type { Scope } from '../store'
import type { World } from '../world'

/** A dataset as Catalog answers it, without the id around it. */
export function findDataset(world: World, scope: Scope, id: string): JsonObject | undefined {
  return world.store.get(scope, 'dataSets', id)
}

/** `$id` of the schema whose data a dataset holds. */
export function schemaIdOf(dataset: JsonObject): string {
  return asText(asObject(dataset['schemaRef'])['id'])
}
