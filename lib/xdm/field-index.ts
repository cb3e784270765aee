import type { XdmField } from './field'
import { mapKeySegment, normalisePath, parsePath, printPath } from './xdm-path'

const indexes = new WeakMap<readonly XdmField[], ReadonlyMap<string, XdmField>>()

/** Every field of the tree by its path. Built once a tree: the same array gives the same map. */
export function indexFields(tree: readonly XdmField[]): ReadonlyMap<string, XdmField> {
  const known = indexes.get(tree)
  if (known) return known
  const index = new Map<string, XdmField>()
  const visit = (fields: readonly XdmField[]): void => {
    for (const field of fields) {
      index.set(field.path, field)
      visit(field.children)
    }
  }
  visit(tree)
  indexes.set(tree, index)
  return index
}

/**
 * The field a destination writes to: `payments[0].x` finds `payments[*].x`, `payments[0]` the list itself, and
 * `identityMap.Email[0].id` finds `identityMap.{key}[*].id`. Undefined where the schema has no such field.
 */
export function findField(index: ReadonlyMap<string, XdmField>, destination: string): XdmField | undefined {
  const normal = normalisePath(destination)
  const direct = index.get(normal) ?? index.get(normal.replace(/(?:\[\*\])+$/, ''))
  if (direct) return direct
  const segments = parsePath(normal)
  if (!segments) return undefined
  const walked: typeof segments = []
  let found: XdmField | undefined
  for (const segment of segments) {
    const name = found?.type === 'map' ? mapKeySegment : segment.name
    walked.push({ name, indexes: [] })
    found = index.get(printPath(walked))
    if (!found) return undefined
    walked[walked.length - 1] = { name, indexes: segment.indexes }
  }
  return found
}
