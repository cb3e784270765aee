import type { Json, JsonObject } from '../content/types'
import { altIdOf, globalLibraryVersion } from '../content/xdm/identifiers'
import { annotateXdmTypes } from '../content/xdm/xdm-type'
import type { Caller } from '../gateway'
import { hashText, makeHex } from '../ids'
import { asArray, asObject, isObject } from '../json'
import type { World } from '../world'
import type { Parts } from './check-parts'
import type { TenantKind } from './kinds'

/** Samples of Adobe's show 32 digits for classes and 48 for the rest. */
export function makeRegistryId(world: World, kind: TenantKind): string {
  return `https://ns.adobe.com/${world.installation.tenantId}/${kind}/${makeHex(kind === 'classes' ? 32 : 48)}`
}

const kept = [
  'title', 'type', 'description', 'definitions', 'properties', 'required', 'allOf', 'meta:intendedToExtend', 'meta:immutableTags',
  'meta:status', 'meta:xdmType', 'meta:enum',
]

type Build = { world: World; caller: Caller; kind: TenantKind; id: string; body: JsonObject; parts: Parts; previous?: JsonObject; version: string }

/** A tenant's resource as it is stored and answered: the body with everything that the registry adds. */
export function buildResource(build: Build): JsonObject {
  const { world, caller, kind, id, body, parts } = build
  const own = Object.fromEntries(Object.entries(body).filter(([key]) => kept.includes(key) || (key.startsWith('meta:') && !isServerOwned(key))))
  const namespace = kind === 'classes' && parts.isAdhoc ? `_${id.slice(id.lastIndexOf('/') + 1)}` : parts.datasetNamespace
  const named = kind === 'classes' && namespace !== undefined ? renameAdhoc(own, namespace) : own
  const typed = annotateXdmTypes(fillTypes({ ...named, type: 'object' }))
  const allOf = asArray(typed['allOf']).map((part): Json => ({ ...asObject(part), type: 'object', 'meta:xdmType': 'object' }))
  return {
    $id: id,
    'meta:altId': altIdOf(id),
    'meta:resourceType': kind,
    version: build.version,
    description: '',
    ...typed,
    ...(typed['allOf'] !== undefined && { allOf }),
    imsOrg: world.installation.orgId,
    'meta:extensible': kind !== 'schemas',
    'meta:abstract': kind !== 'schemas' && kind !== 'datatypes',
    'meta:extends': parts.extends,
    ...(parts.classId !== undefined && { 'meta:class': parts.classId }),
    ...(namespace !== undefined && { 'meta:datasetNamespace': namespace }),
    'meta:xdmType': 'object',
    'meta:containerId': 'tenant',
    'meta:sandboxId': caller.sandbox.id,
    'meta:sandboxType': caller.sandbox.type,
    'meta:tenantNamespace': `_${world.installation.tenantId}`,
    'meta:registryMetadata': metadata(build),
  }
}

const serverOwned = new Set([
  'meta:altId', 'meta:resourceType', 'meta:extensible', 'meta:abstract', 'meta:extends', 'meta:class', 'meta:datasetNamespace',
  'meta:containerId', 'meta:sandboxId', 'meta:sandboxType', 'meta:tenantNamespace', 'meta:registryMetadata', 'meta:allFieldAccess',
])
const isServerOwned = (key: string) => serverOwned.has(key)

function metadata({ world, caller, previous }: Build): JsonObject {
  const before = asObject(previous?.['meta:registryMetadata'])
  const now = world.clock.now()
  const { clientId, userId } = caller.credential
  return {
    'repo:createdDate': before['repo:createdDate'] ?? now,
    'repo:lastModifiedDate': now,
    'xdm:createdClientId': before['xdm:createdClientId'] ?? clientId,
    'xdm:lastModifiedClientId': clientId,
    'xdm:createdUserId': before['xdm:createdUserId'] ?? userId,
    'xdm:lastModifiedUserId': userId,
    eTag: hashText(`${now} ${makeHex(32)}`),
    'meta:globalLibVersion': globalLibraryVersion,
  }
}

/** A node with `properties` is an object, whether it says so or not. */
function fillTypes(node: JsonObject): JsonObject {
  const filled: JsonObject = { ...node }
  if (isObject(node['properties']) && node['type'] === undefined) filled['type'] = 'object'
  for (const key of ['properties', 'definitions']) if (isObject(node[key])) filled[key] = mapObjects(asObject(node[key]), fillTypes)
  for (const key of ['items', 'additionalProperties']) if (isObject(node[key])) filled[key] = fillTypes(asObject(node[key]))
  if (Array.isArray(node['allOf'])) filled['allOf'] = node['allOf'].map((part) => (isObject(part) ? fillTypes(part) : part))
  return filled
}

/** Adobe puts `_` and the id of the new class where an ad-hoc class says `_adhoc`. */
function renameAdhoc(node: JsonObject, namespace: string): JsonObject {
  const renamed: JsonObject = { ...node }
  const properties = node['properties']
  if (isObject(properties))
    renamed['properties'] = Object.fromEntries(Object.entries(properties).map(([name, field]) => [name === '_adhoc' ? namespace : name, field]))
  if (isObject(node['definitions'])) renamed['definitions'] = mapObjects(node['definitions'], (inner) => renameAdhoc(inner, namespace))
  if (Array.isArray(node['allOf'])) renamed['allOf'] = node['allOf'].map((part) => (isObject(part) ? renameAdhoc(part, namespace) : part))
  return renamed
}

function mapObjects(object: JsonObject, change: (value: JsonObject) => JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, isObject(value) ? change(value) : value]))
}
