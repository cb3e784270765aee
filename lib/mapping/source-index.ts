import { normalisePath } from '@/lib/xdm/xdm-path'
import type { SourceField } from './mapping-document'

const indexes = new WeakMap<readonly SourceField[], ReadonlyMap<string, SourceField>>()

/** Every source field by its path. The same array gives the same map. */
export function indexSources(tree: readonly SourceField[]): ReadonlyMap<string, SourceField> {
  const known = indexes.get(tree)
  if (known) return known
  const index = new Map<string, SourceField>()
  const visit = (fields: readonly SourceField[]): void => {
    for (const field of fields) {
      index.set(field.path, field)
      visit(field.children)
    }
  }
  visit(tree)
  // A flat column whose name holds a dot is accepted unescaped too, as Data Prep does.
  for (const field of tree) if (!index.has(field.name)) index.set(field.name, field)
  indexes.set(tree, index)
  return index
}

/** The source field a row reads: `items[0].name` finds `items[*].name`, `items[0]` the list. */
export function findSourceField(index: ReadonlyMap<string, SourceField>, path: string): SourceField | undefined {
  const normal = normalisePath(path)
  return index.get(path) ?? index.get(normal) ?? index.get(normal.replace(/(?:\[\*\])+$/, ''))
}
