import { useLayoutEffect, useState, type FocusEvent } from 'react'
import type { TreeView } from '@/lib/mapping/tree-view'
import { useLatest } from '../latest'
import type { TreeHandle } from '../tree-handle'
import { rowPath } from './row-path'

export type RowFocus = {
  /** The one row that Tab reaches. */
  tabStop: string | undefined
  /** The row that has the focus now, or something in it. */
  focused: string | undefined
  handlers: Record<'onFocus' | 'onBlur', (event: FocusEvent<HTMLElement>) => void>
}

/** One row of a tree is in the tab order: the last that had the focus, else the chosen one, else the first. */
export function useRowFocus<Field>(handle: TreeHandle, { rows, places }: Pick<TreeView<Field>, 'rows' | 'places'>, chosen: string | undefined): RowFocus {
  const [last, setLast] = useState<string>()
  const [hasFocus, setFocus] = useState(false)
  // A new object with every wish, so that the same row can be asked for twice.
  const [wanted, setWanted] = useState<{ path: string }>()
  const focusedPath = useLatest(last)

  useLayoutEffect(() => {
    handle.attachFocus({
      get focusedPath() {
        return focusedPath.get()
      },
      focusOn: (path) => {
        setLast(path)
        setWanted({ path })
      },
    })
  }, [handle, focusedPath])

  useLayoutEffect(() => {
    if (wanted) handle.rowElement(wanted.path)?.focus({ preventScroll: true })
  }, [handle, wanted])

  const tabStop = [last, chosen].find((path) => path !== undefined && places.has(path)) ?? rows[0]?.path
  return {
    tabStop,
    focused: hasFocus ? last : undefined,
    handlers: {
      onFocus: ({ target }) => {
        setFocus(true)
        const path = rowPath(target)
        if (path !== undefined) setLast(path)
      },
      onBlur: ({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setFocus(false)
      },
    },
  }
}
