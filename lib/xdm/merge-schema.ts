import type { XdmField } from './field'
import { buildSchemaTree, type SchemaTreeOptions } from './schema-tree'

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Schemas nest a dozen levels at most; deeper is a definition that holds itself, where the first part's word stands. */
const deepestLevel = 24

/** Two nodes of one path: fields of both, `required` of both, every other keyword from the first that has it. */
function mergeNodes(first: Record<string, unknown>, second: Record<string, unknown>, level: number): Record<string, unknown> {
  if (first === second || level > deepestLevel) return first
  const merged: Record<string, unknown> = { ...second, ...first }
  for (const key of ['items', 'additionalProperties']) {
    const [a, b] = [first[key], second[key]]
    if (isObject(a) && isObject(b)) merged[key] = mergeNodes(a, b, level + 1)
  }
  const [a, b] = [first['properties'], second['properties']]
  if (isObject(a) && isObject(b)) merged['properties'] = mergeProperties(a, b, level)
  const required = [first['required'], second['required']].flatMap((list): unknown[] => (Array.isArray(list) ? list : []))
  if (required.length > 0) merged['required'] = [...new Set(required)]
  const allOf = [first['allOf'], second['allOf']].flatMap((list): unknown[] => (Array.isArray(list) ? list : []))
  if (allOf.length > 0) merged['allOf'] = allOf
  return merged
}

function mergeProperties(a: Record<string, unknown>, b: Record<string, unknown>, level: number): Record<string, unknown> {
  const merged = { ...a }
  for (const [name, inner] of Object.entries(b)) {
    const known = merged[name]
    merged[name] = isObject(known) && isObject(inner) ? mergeNodes(known, inner, level + 1) : (known ?? inner)
  }
  return merged
}

/**
 * The field tree of a schema before it exists: what the registry would answer for a schema whose `allOf` names these
 * parts (a class and its field groups, each as `xed-full` JSON). Order of the parts matters only where two disagree
 * about one field's type: the first wins, as the class is named first.
 */
export function mergeSchemaTree(parts: readonly unknown[], options: SchemaTreeOptions = {}): XdmField[] {
  const merged = parts.filter(isObject).reduce<Record<string, unknown>>((whole, part) => mergeNodes(whole, part, 0), {})
  return buildSchemaTree(merged, options)
}
