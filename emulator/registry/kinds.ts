import type { ApiError } from '../http'
import type { World } from '../world'
import { registryError } from './errors'

/** Kinds of resources by their name in `$id`s; field groups keep their old name there. */
export const registryKinds = ['behaviors', 'classes', 'mixins', 'datatypes', 'schemas'] as const
export type RegistryKind = (typeof registryKinds)[number]
/** What a tenant can make. */
export type TenantKind = Exclude<RegistryKind, 'behaviors'>
export type Container = 'global' | 'tenant'

/** Path segment → kind. */
export const kindOfSegment: Record<string, RegistryKind> = {
  behaviors: 'behaviors',
  classes: 'classes',
  fieldgroups: 'mixins',
  mixins: 'mixins',
  datatypes: 'datatypes',
  schemas: 'schemas',
}

const words: Record<RegistryKind, string> = {
  behaviors: 'behavior',
  classes: 'class',
  mixins: 'field group',
  datatypes: 'data type',
  schemas: 'schema',
}

export const wordFor = (kind: RegistryKind): string => words[kind]

/** Adobe documents 1010 for classes and 1012 for schemas; the others of the range are put in our order. */
const missing: Record<RegistryKind, string> = {
  classes: 'XDM-1010-404',
  mixins: 'XDM-1011-404',
  schemas: 'XDM-1012-404',
  datatypes: 'XDM-1013-404',
  behaviors: 'XDM-1014-404',
}

export function notFound(world: World, kind: RegistryKind, id: string): ApiError {
  return registryError(world, missing[kind], `The ${words[kind]} ${id} does not exist in this container and sandbox.`)
}
