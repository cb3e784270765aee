import type { TreeNode, TreeView } from '@/lib/mapping/tree-view'

export type KeyPress = { key: string; shiftKey: boolean; isCommand: boolean }

/** What a key does in a tree. */
export type TreeMove =
  | { do: 'focus'; path: string; extends: boolean }
  | { do: 'toggle'; path: string }
  | { do: 'choose'; path: string }
  /** Into the row, to its buttons. */
  | { do: 'enter' }
  | { do: 'all' }
  | { do: 'none' }

/** The keys of a tree as the ARIA pattern has them; undefined for a key that is not the tree's. */
export function treeMove<Field>({ key, shiftKey, isCommand }: KeyPress, path: string, view: TreeView<Field>, pageRows: number): TreeMove | undefined {
  const place = view.places.get(path)
  const node = place === undefined ? undefined : view.rows[place]
  if (place === undefined || !node) return undefined
  const to = (next: number): TreeMove => {
    const row = view.rows[Math.max(0, Math.min(view.rows.length - 1, next))]
    return row ? { do: 'focus', path: row.path, extends: shiftKey } : { do: 'none' }
  }
  switch (key) {
    case 'ArrowDown': return to(place + 1)
    case 'ArrowUp': return to(place - 1)
    case 'Home': return to(0)
    case 'End': return to(view.rows.length - 1)
    case 'PageDown': return to(place + pageRows)
    case 'PageUp': return to(place - pageRows)
    case 'ArrowRight': return node.hasChildren && !node.isOpen ? { do: 'toggle', path } : { do: 'enter' }
    case 'ArrowLeft': return node.isOpen ? { do: 'toggle', path } : toParent(node, place, view)
    case ' ': return { do: 'choose', path }
    case 'a': return isCommand ? { do: 'all' } : undefined
    default: return undefined
  }
}

function toParent<Field>(node: TreeNode<Field>, place: number, view: TreeView<Field>): TreeMove {
  const above = view.rows.slice(0, place).findLast(({ level }) => level < node.level)
  return above ? { do: 'focus', path: above.path, extends: false } : { do: 'none' }
}

/** The next row, from the one after `path` round to itself, whose name begins with what was typed. */
export function rowByName<Field extends { name: string }>(typed: string, path: string, { rows, places }: TreeView<Field>): string | undefined {
  // While a word goes on, the row that fits already stays.
  const start = (places.get(path) ?? -1) + (typed.length > 1 ? 0 : 1)
  const wanted = typed.toLowerCase()
  return [...rows.slice(start), ...rows.slice(0, start)].find(({ field }) => field.name.toLowerCase().startsWith(wanted))?.path
}
