import { useTranslations } from 'next-intl'
import { useEffect, useState, type DragEvent } from 'react'
import { carriedFit } from '../carried-fit'
import { carriedName } from '../field-words'
import { useMapper } from '../mapper-context'
import { type Side } from '../mapper-store'
import { createEdgeScroller } from './edge-scroller'
import { rowPath } from './row-path'

export type FieldDrag = {
  /** The row that would take what is dragged, were it let go now. */
  overPath: string | undefined
  handlers: Record<'onDragStart' | 'onDragOver' | 'onDragLeave' | 'onDrop' | 'onDragEnd', (event: DragEvent<HTMLElement>) => void>
}

const previewStyle =
  'fixed top-0 -left-full inline-flex h-7 items-center rounded-md border border-accent bg-surface-1 px-2 font-mono text-13 text-ink'

/** What is seen under the pointer: a name, not a picture of the row. */
function showPreview({ dataTransfer }: DragEvent, text: string): void {
  const preview = document.createElement('span')
  preview.className = previewStyle
  preview.textContent = text
  document.body.append(preview)
  dataTransfer.setDragImage(preview, -12, 8)
  // The browser takes its picture after this event.
  setTimeout(() => preview.remove())
}

/** Drag from one tree onto the other by pointer. What fits is taken, the edges scroll; keys have their own way. */
export function useFieldDrag(side: Side, together: (path: string) => readonly string[]): FieldDrag {
  const t = useTranslations('mapper')
  const { store, actions } = useMapper()
  const [overPath, setOverPath] = useState<string>()
  const [scroller] = useState(createEdgeScroller)
  useEffect(() => scroller.stop, [scroller])

  const end = (): void => {
    scroller.stop()
    setOverPath(undefined)
  }
  /** What is dragged here from the other side. */
  const carriedHere = () => {
    const { carried } = store.get()
    return carried?.by === 'pointer' && carried.side !== side ? carried : undefined
  }

  return {
    overPath,
    handlers: {
      onDragStart: (event) => {
        const path = rowPath(event.target)
        if (path === undefined) return
        const paths = together(path)
        event.dataTransfer.effectAllowed = 'link'
        event.dataTransfer.setData('text/plain', paths.join('\n'))
        showPreview(event, carriedName(t, { path, paths }))
        actions.pickUp({ side, path, paths, by: 'pointer' })
      },
      onDragOver: (event) => {
        if (!carriedHere()) return
        scroller.follow(event.currentTarget, event.clientY)
        const path = rowPath(event.target)
        const fit = path === undefined ? undefined : carriedFit(store.get(), side, path)
        const isTaken = fit !== undefined && fit.level !== 'impossible'
        if (isTaken) {
          event.preventDefault()
          event.dataTransfer.dropEffect = 'link'
        }
        setOverPath(isTaken ? path : undefined)
      },
      onDragLeave: (event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) end()
      },
      onDrop: (event) => {
        const [carried, path] = [carriedHere(), rowPath(event.target)]
        end()
        if (!carried || path === undefined) return
        event.preventDefault()
        actions.put(carried.side, carried.paths, path)
      },
      onDragEnd: () => actions.letGo(),
    },
  }
}
