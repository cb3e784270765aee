import { useDeferredValue, useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { branchesAbove, selectFields } from '@/lib/mapping/select-fields'
import { layTree, type TreeField, type TreeView } from '@/lib/mapping/tree-view'
import { ancestorPaths } from '@/lib/xdm/xdm-path'
import { useMapper, useMapperState } from './mapper-context'
import type { Side } from './mapper-store'

type Field<Self> = TreeField<Self> & { title?: string }

type TreeViewInput<Self> = {
  side: Side
  tree: readonly Self[]
  filter: ((field: Self) => boolean) | undefined
  firstOpen: () => Iterable<string>
}

export type LaidTree<Self> = {
  view: TreeView<Self>
  expanded: ReadonlySet<string>
  toggle: (paths: Iterable<string>) => void
  query: string
  /** How many fields a search or filter found; undefined while nothing narrows the tree. */
  matchCount: number | undefined
}

/**
 * The open part of one tree. A search or filter opens its matches by itself; what a person then opens or closes holds
 * until the search changes, and what was open before comes back when it is emptied.
 */
export function useTreeView<Self extends Field<Self>>({ side, tree, filter, firstOpen }: TreeViewInput<Self>): LaidTree<Self> {
  const { store, trees } = useMapper()
  const handle = trees[side]
  // The letters appear at once; the trees follow as fast as they can.
  const query = useDeferredValue(useMapperState((state) => state.queries[side]))
  const [opened, setOpened] = useState<ReadonlySet<string>>(() => new Set(firstOpen()))
  const [flipped, setFlipped] = useState<{ of: unknown; paths: ReadonlySet<string> }>({ of: undefined, paths: new Set() })
  const selection = useMemo(() => selectFields(tree, query, filter), [tree, query, filter])
  const found = useMemo(() => (selection ? branchesAbove(tree, selection.matched) : undefined), [tree, selection])
  const turned = flipped.of === found ? flipped.paths : undefined

  const view = useMemo(() => {
    const isOpen = (path: string): boolean =>
      found ? found.has(path) !== (turned?.has(path) ?? false) : opened.has(path)
    // What this side showed last: its rows are kept wherever nothing about them changed.
    return layTree({ tree, isOpen, selection }, handle.shown as TreeView<Self>)
  }, [tree, selection, found, turned, opened, handle])
  const expanded = useMemo(() => new Set(view.rows.flatMap((row) => (row.isOpen ? [row.path] : []))), [view])

  useLayoutEffect(() => {
    handle.lay(view)
  }, [view, handle])

  useEffect(() => {
    handle.onOpen((path) => {
      if (selection && !selection.kept.has(path)) {
        const { queries } = store.get()
        store.set({ filter: 'all', queries: { ...queries, [side]: '' } })
      } else if (found) {
        const shut = ancestorPaths(path).filter((above) => !expanded.has(above))
        const now = new Set(turned)
        for (const above of shut) if (!now.delete(above)) now.add(above)
        setFlipped({ of: found, paths: now })
      }
      setOpened((current) => new Set([...current, ...ancestorPaths(path)]))
    })
  }, [handle, store, side, selection, found, turned, expanded])

  const toggle = (paths: Iterable<string>): void => {
    const turn = (current: ReadonlySet<string>): ReadonlySet<string> => {
      const next = new Set(current)
      for (const path of paths) if (!next.delete(path)) next.add(path)
      return next
    }
    if (found) setFlipped({ of: found, paths: turn(turned ?? new Set()) })
    else setOpened(turn)
  }

  return { view, expanded, toggle, query, matchCount: selection?.matched.size }
}
