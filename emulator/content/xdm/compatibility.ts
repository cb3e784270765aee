import type { Json, JsonObject } from '../types'
import { isJsonObject } from './xdm-type'

/** Parts of the public files that the registry does not answer. */
const droppedKeys = new Set(['$schema', 'meta:license', 'meta:titleId', 'meta:descriptionId', 'examples', 'meta:tags', 'patternProperties'])

/** A definition is asked for its part named by a JSON Pointer fragment (`…#/definitions/x`). */
export type FragmentLookup = (id: string, fragment: string) => JsonObject | undefined

/**
 * A field's name in the registry: without `xdm:`, `@id` as `_id`, and for every other prefix the
 * name of the object it is nested in (`repo:createDate` → `_repo`, `createDate`). Names that are addresses below
 * `https://ns.adobe.com/experience/` nest under `_experience`.
 */
export function compatibleName(name: string): { parent?: string; name: string } {
  if (name.startsWith('@')) return { name: `_${name.slice(1)}` }
  const experience = /^https:\/\/ns\.adobe\.com\/experience\/([^/]+)$/.exec(name)?.[1]
  if (experience !== undefined) return { parent: '_experience', name: experience }
  const colon = name.indexOf(':')
  if (colon === -1) return { name }
  const prefix = name.slice(0, colon)
  const rest = name.slice(colon + 1)
  return prefix === 'xdm' ? { name: rest } : { parent: `_${prefix}`, name: rest }
}

/** Rewrites a public JSON Schema (whole definition or part) into the form the registry answers. */
export function toCompatibleForm(schema: JsonObject, lookup: FragmentLookup): JsonObject {
  const whole = inlineFragment(schema, lookup)
  const out: JsonObject = {}
  for (const [key, value] of Object.entries(whole)) {
    if (!droppedKeys.has(key) && !isStrayField(key)) out[key] = convertKeyword(key, value, lookup)
  }
  if (Array.isArray(whole['required'])) applyRequired(out, whole['required'])
  return out
}

/** The public files hold a field or two beside `properties` by mistake; no registry takes these for keywords. */
function isStrayField(key: string): boolean {
  return key.startsWith('xdm:') || key.startsWith('@')
}

/** A reference to a part of another file becomes a copy: the registry refers to whole definitions only. */
function inlineFragment(schema: JsonObject, lookup: FragmentLookup): JsonObject {
  const { $ref: reference, ...rest } = schema
  if (typeof reference !== 'string') return schema
  const hash = reference.indexOf('#')
  if (hash <= 0) return schema
  const fragment = lookup(reference.slice(0, hash), reference.slice(hash + 1))
  return fragment === undefined ? rest : { ...inlineFragment(fragment, lookup), ...rest }
}

function convertKeyword(key: string, value: Json, lookup: FragmentLookup): Json {
  if (key === 'properties' && isJsonObject(value)) return convertProperties(value, lookup)
  if (key === 'definitions' && isJsonObject(value)) return convertDefinitions(value, lookup)
  if ((key === 'items' || key === 'additionalProperties') && isJsonObject(value)) return toCompatibleForm(value, lookup)
  if ((key === 'allOf' || key === 'anyOf' || key === 'oneOf') && Array.isArray(value)) {
    return value.flatMap((part): Json[] => (isJsonObject(part) ? convertPart(part, lookup) : [part]))
  }
  return value
}

function convertPart(part: JsonObject, lookup: FragmentLookup): JsonObject[] {
  const reference = part['$ref']
  if (typeof reference !== 'string') return [toCompatibleForm(part, lookup)]
  if (reference.endsWith('#/definitions/@context')) return []
  return [{ ...toCompatibleForm(part, lookup), type: 'object' }]
}

function convertDefinitions(definitions: JsonObject, lookup: FragmentLookup): JsonObject {
  const kept = Object.entries(definitions).filter(([name]) => name !== '@context')
  return Object.fromEntries(
    kept.map(([name, value]) => [name, isJsonObject(value) ? toCompatibleForm(value, lookup) : value]),
  ) as JsonObject
}

function convertProperties(properties: JsonObject, lookup: FragmentLookup): JsonObject {
  const out: JsonObject = {}
  for (const [origin, value] of Object.entries(properties)) {
    if (origin === '@context' || !isJsonObject(value)) continue
    const { parent, name } = compatibleName(origin)
    const converted: JsonObject = { ...toCompatibleForm(value, lookup), 'meta:xdmField': origin }
    if (parent === undefined) out[name] = converted
    else propertiesOf(out, parent)[name] = converted
  }
  return out
}

/** The properties of the object that holds one prefix's fields, made on first use. */
function propertiesOf(siblings: JsonObject, parent: string): JsonObject {
  const existing = siblings[parent]
  if (isJsonObject(existing) && isJsonObject(existing['properties'])) return existing['properties']
  const properties: JsonObject = {}
  siblings[parent] = { type: 'object', properties }
  return properties
}

function applyRequired(out: JsonObject, required: Json[]): void {
  const own: string[] = []
  for (const origin of required) {
    if (typeof origin !== 'string' || origin === '@context') continue
    const { parent, name } = compatibleName(origin)
    if (parent === undefined) own.push(name)
  }
  if (own.length > 0) out['required'] = own
  else delete out['required']
}
