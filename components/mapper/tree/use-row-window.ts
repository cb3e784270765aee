import { useLayoutEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import type { TreeHandle } from '../tree-handle'
import { rowWindow, type RowWindow } from './row-window'

/** The rows of a tree to draw, kept right while it is scrolled, resized or laid out anew. */
export function useRowWindow(handle: TreeHandle, count: number): RowWindow {
  const [drawn, setDrawn] = useState<RowWindow>({ first: 0, last: 0 })
  useLayoutEffect(() => {
    const { element } = handle
    if (!element) return undefined
    const look = (): void => {
      // Asked when the layout is known anyway: in the middle of a change the question would lay everything out once more.
      const next = rowWindow(handle.look(), element.clientHeight, handle.rowHeight, count)
      setDrawn((now) => (now.first === next.first && now.last === next.last ? now : next))
      handle.changed()
    }
    // Before this very frame is painted: rows that come later than their place leave a gap to be seen.
    const onScroll = (event: Event): void => {
      handle.scrolled(event.timeStamp)
      flushSync(look)
    }
    element.addEventListener('scroll', onScroll, { passive: true })
    // Tells the size for the first time after the next layout, still before that frame is painted.
    const observer = new ResizeObserver(() => flushSync(look))
    observer.observe(element)
    return () => {
      element.removeEventListener('scroll', onScroll)
      observer.disconnect()
    }
  }, [handle, count])
  return drawn
}
