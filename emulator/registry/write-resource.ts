import type { Json, JsonObject } from '../content/types'
import type { Caller } from '../gateway'
import { applyJsonPatch } from '../json-patch'
import { asArray, asText, equalJson, isObject } from '../json'
import type { Scope } from '../store'
import type { World } from '../world'
import { findBreakingChange, datasetsOf, usersOf } from './breaking-change'
import { buildResource, makeRegistryId } from './build-resource'
import { checkFields } from './check-fields'
import { readParts } from './check-parts'
import { checkUnion } from './check-union'
import { badRequest, registryError } from './errors'
import { type TenantKind, wordFor } from './kinds'
import { expandWith, noteRegistryChange } from './lookup'
import { descriptorsOf } from './views'
import { referencesOf } from './walk-inline'

type Write = { world: World; caller: Caller; kind: TenantKind; body: JsonObject; previous?: JsonObject }

export function createResource(write: Write): JsonObject {
  const id = makeRegistryId(write.world, write.kind)
  return withReferences(keep(write, id, '1.0'))
}

/** Writes the whole resource anew. */
export function replaceResource(write: Write & { previous: JsonObject }): JsonObject {
  return keep(write, asText(write.previous['$id']), asText(write.previous['version']))
}

const readOnly = ['$id', 'meta:altId', 'meta:resourceType', 'version', 'imsOrg', 'meta:containerId', 'meta:registryMetadata', 'meta:tenantNamespace']
const shape = ['allOf', 'definitions', 'properties', 'required']

/** JSON Patch on the raw form; a change of fields makes a new minor version. */
export function patchResource(write: Omit<Write, 'body'> & { previous: JsonObject; patch: Json }): JsonObject {
  const { previous, patch } = write
  const result = applyJsonPatch(previous, patch)
  if (!result.ok) throw badRequest(result.detail)
  const touched = readOnly.find((key) => !equalJson(result.document[key], previous[key]))
  if (touched !== undefined) throw badRequest(`${touched} is given by the registry and cannot be changed.`)
  const { 'meta:class': _class, ...body } = result.document
  const isReshaped = shape.some((key) => !equalJson(body[key], previous[key]))
  const version = asText(previous['version'])
  return withReferences(keep({ ...write, body }, asText(previous['$id']), isReshaped ? nextMinor(version) : version))
}

function keep(write: Write, id: string, version: string): JsonObject {
  const { world, caller, kind, body, previous } = write
  const { scope } = caller
  checkBody(world, scope, kind, body, id)
  const parts = readParts(world, scope, kind, body)
  checkFields(world, scope, kind, body, parts.isAdhoc ? ['_adhoc', `_${id.slice(id.lastIndexOf('/') + 1)}`] : undefined)
  const resource = buildResource({ world, caller, kind, id, body, parts, version, ...(previous !== undefined && { previous }) })
  if (asArray(previous?.['meta:immutableTags']).includes('union') && !asArray(resource['meta:immutableTags']).includes('union'))
    throw badRequest('The tag union cannot be taken away again.')
  if (kind === 'schemas' && resource['meta:immutableTags'] !== undefined)
    checkUnion(world, scope, resource, expandWith(world, scope, resource, resource))
  const breaking = previous === undefined ? undefined : findBreakingChange(world, scope, resource)
  if (breaking !== undefined) throw badRequest(breaking)
  world.store.put(scope, kind, id, resource)
  noteRegistryChange(world)
  return resource
}

function checkBody(world: World, scope: Scope, kind: TenantKind, body: JsonObject, id: string): void {
  const title = asText(body['title'])
  if (title.trim() === '') throw badRequest('The title is missing.')
  if (body['type'] !== undefined && body['type'] !== 'object') throw badRequest('The type of a registry resource is object.')
  const needsParts = kind === 'schemas' || kind === 'classes'
  if (needsParts && asArray(body['allOf']).length === 0) throw badRequest(`A ${wordFor(kind)} needs allOf.`)
  if (body['allOf'] !== undefined && !asArray(body['allOf']).every(isObject)) throw badRequest('allOf is a list of objects.')
  const twin = findTitle(world, scope, title, id)
  if (twin !== undefined)
    throw registryError(world, 'XDM-1521-400', `The title "${title}" is taken by ${asText(twin['$id'])}; titles are unique over all kinds.`)
}

function findTitle(world: World, scope: Scope, title: string, except: string): JsonObject | undefined {
  return (['schemas', 'classes', 'mixins', 'datatypes'] as const)
    .flatMap((kind) => world.store.list(scope, kind))
    .find((resource) => resource['title'] === title && resource['$id'] !== except)
}

function nextMinor(version: string): string {
  const [major = '1', minor = '0'] = version.split('.')
  return `${major}.${Number(minor) + 1}`
}

/** Answers to a creation or patch name the references once more, each once. */
function withReferences(resource: JsonObject): JsonObject {
  const refs = [...new Set(referencesOf(resource))].filter((reference) => !reference.startsWith('#'))
  return refs.length === 0 ? resource : { ...resource, refs }
}

/** Deletes what nothing else needs; a schema's descriptors go with it. */
export function deleteResource(world: World, scope: Scope, kind: TenantKind, resource: JsonObject): void {
  const id = asText(resource['$id'])
  const word = `The ${wordFor(kind)} ${asText(resource['title'])} cannot be deleted`
  if (asArray(resource['meta:immutableTags']).includes('union')) throw badRequest(`${word}: it belongs to the union.`)
  const users = usersOf(world, scope, id)
  if (users.length > 0) throw badRequest(`${word}: ${users.map((one) => asText(one['title'])).join(', ')} refers to it.`)
  const datasets = datasetsOf(world, scope, id)
  if (datasets.length > 0) throw badRequest(`${word}: the dataset ${asText(datasets[0]?.['name'])} uses it.`)
  world.store.transaction(() => {
    for (const descriptor of descriptorsOf(world, scope, id)) world.store.remove(scope, 'descriptors', asText(descriptor['@id']))
    world.store.remove(scope, kind, id)
  })
  noteRegistryChange(world)
}
