import type { JsonObject } from '../content/types'
import { asArray, asObject, asText, isObject } from '../json'
import type { Scope } from '../store'
import type { World } from '../world'
import { badRequest, registryError } from './errors'
import { expandResource } from './lookup'
import { descriptorsOf } from './views'

/** A schema joins Real-Time Customer Profile by the tag `union`, for which it needs an identity. */
export function checkUnion(world: World, scope: Scope, resource: JsonObject, expanded: JsonObject): void {
  const tags = resource['meta:immutableTags']
  if (tags === undefined) return
  if (!Array.isArray(tags) || tags.some((tag) => tag !== 'union')) throw badRequest('meta:immutableTags knows the tag union only.')
  if (tags.length === 0) return
  const hasPrimary = descriptorsOf(world, scope, asText(resource['$id'])).some((one) => one['xdm:isPrimary'] === true)
  const properties = expanded['properties']
  const hasIdentityMap = isObject(properties) && properties['identityMap'] !== undefined
  if (!hasPrimary && !hasIdentityMap)
    throw registryError(world, 'XDM-1528-400', 'A schema for the union needs a primary identity descriptor or the identityMap field group.')
  for (const other of membersOf(world, scope, resource)) {
    const path = findConflict(expanded, expandResource(world, scope, other), '')
    if (path !== undefined)
      throw registryError(world, 'XDM-1413-400', `The field ${path} has another type in the schema ${asText(other['title'])} of the same class.`)
  }
}

/** The other schemas of the class that are in the union. */
function membersOf(world: World, scope: Scope, resource: JsonObject): JsonObject[] {
  return world.store
    .list(scope, 'schemas')
    .filter((one) => one['$id'] !== resource['$id'] && one['meta:class'] === resource['meta:class'])
    .filter((one) => asArray(one['meta:immutableTags']).includes('union'))
}

/** The first path that both have with different types. */
function findConflict(first: JsonObject, second: JsonObject, path: string): string | undefined {
  if (first['type'] !== second['type']) return path
  for (const [name, field] of Object.entries(asObject(first['properties']))) {
    const other = asObject(second['properties'])[name]
    const found = isObject(field) && isObject(other) ? findConflict(field, other, path === '' ? name : `${path}.${name}`) : undefined
    if (found !== undefined) return found
  }
  const [items, others] = [first['items'], second['items']]
  return isObject(items) && isObject(others) ? findConflict(items, others, `${path}[*]`) : undefined
}
