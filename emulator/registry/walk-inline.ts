import type { JsonObject } from '../content/types'
import { asArray, asObject, isObject } from '../json'

/**
 * The nodes of a resource whose `properties` end up at its root: the resource itself, the inline parts of its `allOf`
 * and its own `definitions` that these name.
 */
export function inlineRoots(resource: JsonObject): JsonObject[] {
  const roots: JsonObject[] = []
  const open: JsonObject[] = [resource]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (roots.includes(node)) continue
    roots.push(node)
    open.push(...asArray(node['allOf']).filter(isObject))
    const name = localName(node)
    const target = name === undefined ? undefined : asObject(resource['definitions'])[name]
    if (isObject(target)) open.push(target)
  }
  return roots
}

/** `#/definitions/customFields` → `customFields`. */
export function localName(node: JsonObject): string | undefined {
  const reference = node['$ref']
  const prefix = '#/definitions/'
  return typeof reference === 'string' && reference.startsWith(prefix) ? reference.slice(prefix.length) : undefined
}

type Visit = (field: JsonObject, name: string | undefined, path: string) => void

/** Visits a node and every field below it, without following references. `name` is undefined for the node itself. */
export function walkFields(node: JsonObject, visit: Visit, name?: string, path = ''): void {
  visit(node, name, path)
  for (const [key, field] of Object.entries(asObject(node['properties'])))
    if (isObject(field)) walkFields(field, visit, key, path === '' ? key : `${path}.${key}`)
  for (const key of ['items', 'additionalProperties'] as const) {
    const inner = node[key]
    if (isObject(inner)) walkFields(inner, visit, undefined, `${path}${key === 'items' ? '[*]' : '{*}'}`)
  }
  for (const part of asArray(node['allOf'])) if (isObject(part)) walkFields(part, visit, undefined, path)
}

/** Every `$ref` anywhere in a resource. */
export function allReferences(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(allReferences)
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, inner]) => (key === '$ref' && typeof inner === 'string' ? [inner] : allReferences(inner)))
}

/** `$ref`s of a resource's parts, in their order. */
export function referencesOf(resource: JsonObject): string[] {
  return asArray(resource['allOf']).flatMap((part) => (isObject(part) && typeof part['$ref'] === 'string' ? [part['$ref']] : []))
}
