import type { Json, JsonObject } from '../content/types'
import { asObject, asText, isObject } from '../json'
import { hashText } from '../ids'
import type { Scope } from '../store'
import type { World } from '../world'
import type { LookupView } from './accept'
import { expandResource } from './lookup'

/** A resource as a look-up answers it. */
export function viewResource(world: World, scope: Scope, resource: JsonObject, view: LookupView): JsonObject {
  const shown = view.resolved ? resolvedView(world, scope, resource) : { ...resource }
  const whole: JsonObject = { ...(view.text ? shown : withoutText(shown)), 'meta:allFieldAccess': true }
  if (view.descriptors) whole['meta:descriptors'] = descriptorsOf(world, scope, asText(resource['$id']))
  return whole
}

/** In lists of ids. */
export function viewId(resource: JsonObject): JsonObject {
  const { $id, version, title } = resource
  return { $id: $id ?? '', 'meta:altId': resource['meta:altId'] ?? '', version: version ?? '', title: title ?? '' }
}

/** The etag of the resolved form differs from that of the raw one. */
function resolvedView(world: World, scope: Scope, resource: JsonObject): JsonObject {
  const expanded = expandResource(world, scope, resource)
  const metadata = asObject(expanded['meta:registryMetadata'])
  if (metadata['eTag'] === undefined) return expanded
  return { ...expanded, 'meta:registryMetadata': { ...metadata, eTag: hashText(`full ${asText(metadata['eTag'])}`) } }
}

export function descriptorsOf(world: World, scope: Scope, schemaId: string): JsonObject[] {
  return world.store.list(scope, 'descriptors').filter((one) => one['xdm:sourceSchema'] === schemaId)
}

const maps = new Set(['properties', 'definitions'])

/** Without titles and descriptions, those of fields included; fields that bear such names stay. */
function withoutText(schema: JsonObject): JsonObject {
  const kept = Object.entries(schema).filter(([key, value]) => !(['title', 'description'].includes(key) && typeof value === 'string'))
  return Object.fromEntries(kept.map(([key, value]) => [key, key.startsWith('meta:') ? value : withoutTextBelow(key, value)]))
}

function withoutTextBelow(key: string, value: Json): Json {
  if (Array.isArray(value)) return value.map((item) => (isObject(item) ? withoutText(item) : item))
  if (!isObject(value)) return value
  if (!maps.has(key)) return withoutText(value)
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, isObject(field) ? withoutText(field) : field]))
}
