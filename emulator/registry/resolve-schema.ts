import type { Json, JsonObject } from '../content/types'
import { asArray, asObject, asText, isObject } from '../json'

/** Finds what a `$ref` names, in raw form. */
export type FindReference = (id: string) => JsonObject | undefined

type Visit = { find: FindReference; home: JsonObject; trail: readonly string[] }

const structural = new Set(['$ref', 'allOf', 'definitions', 'properties', 'items', 'additionalProperties', 'required'])

/** What a definition says about itself, not about the fields of whoever includes it. */
const identity = new Set([
  '$id', '$schema', 'title', 'description', 'version', 'imsOrg', 'meta:altId', 'meta:resourceType', 'meta:extensible', 'meta:abstract',
  'meta:extends', 'meta:intendedToExtend', 'meta:containerId', 'meta:tenantNamespace', 'meta:registryMetadata', 'meta:sandboxId',
  'meta:sandboxType', 'meta:datasetNamespace', 'meta:class', 'meta:immutableTags', 'meta:createdDate', 'meta:status',
])

/**
 * A registry resource with every `$ref` and `allOf` resolved into `properties`: the registry's `xed-full` form.
 * A definition that contains itself is cut at its second appearance, as an object without fields.
 */
export function resolveSchema(resource: JsonObject, find: FindReference): JsonObject {
  const { 'meta:referencedFrom': _from, ...resolved } = resolve(resource, { find, home: resource, trail: [`${asText(resource['$id'])}#`] })
  return resolved
}

function resolve(schema: JsonObject, visit: Visit): JsonObject {
  let result: JsonObject = {}
  const reference = schema['$ref']
  if (typeof reference === 'string') result = resolveReference(reference, visit)
  for (const part of asArray(schema['allOf'])) if (isObject(part)) result = merge(result, withoutIdentity(resolve(part, visit)))
  return merge(result, resolveOwn(schema, visit))
}

function resolveOwn(schema: JsonObject, visit: Visit): JsonObject {
  const own: JsonObject = {}
  for (const [key, value] of Object.entries(schema)) if (!structural.has(key)) own[key] = value
  if (isObject(schema['properties'])) own['properties'] = mapObjects(schema['properties'], (field) => resolve(field, visit))
  if (isObject(schema['items'])) own['items'] = resolve(schema['items'], visit)
  const values = schema['additionalProperties']
  if (values !== undefined) own['additionalProperties'] = isObject(values) ? resolve(values, visit) : values
  if (schema['required'] !== undefined) own['required'] = schema['required']
  return own
}

function resolveReference(reference: string, visit: Visit): JsonObject {
  const [id = '', pointer = ''] = reference.split('#')
  const home = id === '' ? visit.home : visit.find(id)
  const target = followPointer(home, pointer)
  if (home === undefined || target === undefined) return {}
  const key = `${id === '' ? asText(visit.home['$id']) : id}#${pointer}`
  if (visit.trail.includes(key)) return { type: 'object', 'meta:xdmType': 'object', 'meta:referencedFrom': reference }
  const resolved = withoutIdentity(resolve(target, { find: visit.find, home, trail: [...visit.trail, key] }))
  return id === '' ? resolved : { ...resolved, 'meta:referencedFrom': id }
}

function followPointer(home: JsonObject | undefined, pointer: string): JsonObject | undefined {
  let at: Json | undefined = home
  for (const step of pointer.split('/').filter((part) => part !== '')) at = asObject(at)[step.replaceAll('~1', '/').replaceAll('~0', '~')]
  return isObject(at) ? at : undefined
}

/** Later facts win, fields of both are kept, and whatever either requires is required. */
function merge(first: JsonObject, second: JsonObject): JsonObject {
  const merged: JsonObject = { ...first, ...second }
  const [mine, theirs] = [first['properties'], second['properties']]
  if (isObject(mine) && isObject(theirs)) {
    const properties: JsonObject = { ...mine }
    for (const [name, field] of Object.entries(theirs)) {
      const known = properties[name]
      properties[name] = isObject(known) && isObject(field) ? merge(known, field) : field
    }
    merged['properties'] = properties
  }
  for (const key of ['items', 'additionalProperties']) {
    const [mine, theirs] = [first[key], second[key]]
    if (isObject(mine) && isObject(theirs)) merged[key] = merge(mine, theirs)
  }
  const required = [...new Set([...asArray(first['required']), ...asArray(second['required'])])]
  if (required.length > 0) merged['required'] = required
  return merged
}

function withoutIdentity(schema: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => !identity.has(key)))
}

function mapObjects(object: JsonObject, change: (value: JsonObject) => JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, isObject(value) ? change(value) : value]))
}
