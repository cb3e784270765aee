import type { JsonObject, RegistryDefinition } from '../content/types'
import type { Scope } from '../store'
import type { World } from '../world'
import type { Container, RegistryKind } from './kinds'

type GlobalIndex = { byId: Map<string, RegistryDefinition>; byKind: Map<RegistryKind, RegistryDefinition[]> }

const indexes = new WeakMap<RegistryDefinition[], GlobalIndex>()

function globalIndex({ definitions }: World): GlobalIndex {
  const known = indexes.get(definitions)
  if (known !== undefined) return known
  const index: GlobalIndex = { byId: new Map(), byKind: new Map() }
  for (const definition of definitions) {
    index.byId.set(definition.$id, definition)
    index.byId.set(String(definition['meta:altId']), definition)
    const kind = definition['meta:resourceType']
    index.byKind.set(kind, [...(index.byKind.get(kind) ?? []), definition])
  }
  indexes.set(definitions, index)
  return index
}

/** All resources of a kind in one container, in raw form. */
export function listResources(world: World, scope: Scope, container: Container, kind: RegistryKind): JsonObject[] {
  if (container === 'global') return globalIndex(world).byKind.get(kind) ?? []
  return kind === 'behaviors' ? [] : world.store.list(scope, kind)
}

/** One resource in raw form, by `$id` or `meta:altId`. */
export function findResource(world: World, scope: Scope, container: Container, kind: RegistryKind, id: string): JsonObject | undefined {
  if (container === 'global') {
    const found = globalIndex(world).byId.get(id)
    return found?.['meta:resourceType'] === kind ? found : undefined
  }
  if (kind === 'behaviors') return undefined
  return world.store.get(scope, kind, tenantIdOf(id))
}

const searched = ['schemas', 'classes', 'mixins', 'datatypes'] as const

/** Whatever a `$ref` names, Adobe's own or the tenant's. */
export function findAny(world: World, scope: Scope, id: string): JsonObject | undefined {
  const global = globalIndex(world).byId.get(id)
  if (global !== undefined) return global
  for (const kind of searched) {
    const found = world.store.get(scope, kind, tenantIdOf(id))
    if (found !== undefined) return found
  }
  return undefined
}

/** `_tenant.schemas.0f…` → the `$id` it stands for; an `$id` stays as it is. */
function tenantIdOf(id: string): string {
  return id.startsWith('_') ? `https://ns.adobe.com/${id.slice(1).replaceAll('.', '/')}` : id
}
