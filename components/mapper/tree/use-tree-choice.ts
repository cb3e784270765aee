import { useMemo, useState } from 'react'
import type { TreeView } from '@/lib/mapping/tree-view'
import { useMapper, useMapperState } from '../mapper-context'
import type { Side } from '../mapper-store'

const none: readonly string[] = []

export type TreeChoice = {
  selectedPaths: readonly string[]
  /** The fields chosen together, where this one is among them; else itself. */
  together: (path: string) => readonly string[]
  choose: (paths: readonly string[]) => void
  /** Everything from where the choice began to a row. */
  chooseUpTo: (path: string) => void
}

/** What is chosen in a tree: one field, the end of the chosen link, or several fields. */
export function useTreeChoice<Field>(side: Side, { rows, places }: Pick<TreeView<Field>, 'rows' | 'places'>): TreeChoice {
  const { store, actions } = useMapper()
  const [anchor, setAnchor] = useState<string>()
  const selected = useMapperState(({ chosen, links }) => {
    if (chosen?.side === side) return chosen.path
    const link = chosen?.rowId === undefined ? undefined : links.byRow.get(chosen.rowId)
    return side === 'source' ? link?.sources[0] : link?.target
  })
  const picked = useMapperState((state) => (state.picked?.side === side ? state.picked.paths : undefined))
  const selectedPaths = useMemo(() => picked ?? (selected === undefined ? none : [selected]), [picked, selected])

  function pick(paths: readonly string[]): void {
    // With something in hand the arrows look for its place; the choice stays where it came from.
    if (!store.get().carried) actions.pick(side, paths)
  }

  return {
    selectedPaths,
    together: (path) => (picked?.includes(path) ? picked : [path]),
    choose: (paths) => {
      setAnchor(paths.at(-1))
      pick(paths)
    },
    chooseUpTo: (path) => {
      const [from, to] = [places.get(anchor ?? selectedPaths[0] ?? path), places.get(path)]
      if (from === undefined || to === undefined) return
      pick(rows.slice(Math.min(from, to), Math.max(from, to) + 1).map((row) => row.path))
    },
  }
}
