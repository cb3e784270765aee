import type { TreeField, TreeSelection } from './tree-view'

type Searchable = { path: string; name: string; title?: string }

const haystacks = new WeakMap<object, { path: string; name: string }>()

/** Lower case once a field, not once a keystroke. */
function haystackOf(field: Searchable): { path: string; name: string } {
  const known = haystacks.get(field)
  if (known) return known
  const made = {
    path: `${field.path} ${field.title ?? ''}`.toLowerCase(),
    name: `${field.name} ${field.title ?? ''}`.toLowerCase(),
  }
  haystacks.set(field, made)
  return made
}

/** The words of a search, lower case. */
export const searchWords = (query: string): string[] => query.toLowerCase().split(/\s+/).filter(Boolean)

/**
 * A field matches when its path holds every word and its own name or title at least one: `order price` finds
 * `commerce.order.priceTotal`, and `order` the order itself but not everything in it.
 */
export function matchesWords(field: Searchable, words: readonly string[]): boolean {
  if (words.length === 0) return true
  const { path, name } = haystackOf(field)
  return words.every((word) => path.includes(word)) && words.some((word) => name.includes(word) || word.includes('.'))
}

/**
 * What a search and a filter leave of a tree: the matches, everything above them, and, where a search ends at a match,
 * what is inside it. Undefined when neither narrows anything. Linear in the tree.
 */
export function selectFields<Field extends TreeField<Field> & Searchable>(
  tree: readonly Field[], query: string, filter?: (field: Field) => boolean,
): TreeSelection | undefined {
  const words = searchWords(query)
  if (words.length === 0 && !filter) return undefined
  const kept = new Set<string>()
  const matched = new Set<string>()
  const keepInside = (fields: readonly Field[]): void => {
    for (const field of fields) {
      kept.add(field.path)
      keepInside(field.children)
    }
  }
  const visit = (field: Field): boolean => {
    const isMatch = (!filter || filter(field)) && matchesWords(field, words)
    if (isMatch) matched.add(field.path)
    let hasMatch = false
    for (const child of field.children) hasMatch = visit(child) || hasMatch
    if (isMatch || hasMatch) kept.add(field.path)
    if (isMatch && !hasMatch && !filter) keepInside(field.children)
    return isMatch || hasMatch
  }
  for (const field of tree) visit(field)
  return { kept, matched }
}

/** The branches that have to be open for every match to be seen. */
export function branchesAbove<Field extends TreeField<Field>>(
  tree: readonly Field[], matched: ReadonlySet<string>,
): Set<string> {
  const open = new Set<string>()
  const visit = (field: Field): boolean => {
    let hasMatch = false
    for (const child of field.children) hasMatch = visit(child) || hasMatch
    if (hasMatch) open.add(field.path)
    return hasMatch || matched.has(field.path)
  }
  for (const field of tree) visit(field)
  return open
}
