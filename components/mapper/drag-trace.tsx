'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { fitSentence } from './field-words'
import { curvePath } from './link-geometry'
import { useMapper } from './mapper-context'
import { otherSide, type Side } from './mapper-store'
import { carriedFit } from './carried-fit'

const openAfterMs = 500

/** The pointer in the layer, the layer's size, and the row of the other side under it. */
type Place = { x: number; y: number; width: number; height: number; path: string | undefined }

type DragTraceProps = { portOf: (side: Side, path: string) => { x: number; y: number } | undefined }

/** While something is dragged: the line from where it left to the pointer, and whether it fits what lies under it. */
export function DragTrace({ portOf }: DragTraceProps) {
  const t = useTranslations('mapper')
  const { store, trees, actions } = useMapper()
  const box = useRef<HTMLDivElement>(null)
  const line = useRef<SVGPathElement>(null)
  const note = useRef<HTMLParagraphElement>(null)

  useEffect(() => {
    let over: string | undefined
    let opening: ReturnType<typeof setTimeout> | undefined
    let frame = 0
    let last: Place | undefined
    /** A closed branch opens when one stays on it, whether or not it takes anything itself. */
    const rest = (side: Side, path: string | undefined) => {
      if (path === over) return
      over = path
      clearTimeout(opening)
      if (path !== undefined) opening = setTimeout(() => trees[side].openBranch(path), openAfterMs)
    }
    const finish = (event: DragEvent) => {
      if (event.dataTransfer?.dropEffect === 'none' && over !== undefined) actions.refuse(over)
    }
    const paint = () => {
      frame = 0
      const { carried } = store.get()
      if (!carried || !last || !box.current || !line.current || !note.current) return
      const { x, y, width, height, path } = last
      const port = portOf(carried.side, carried.path)
      line.current.setAttribute('d', port ? curvePath(port.x, port.y, x, y) : '')
      const fit = path === undefined ? undefined : carriedFit(store.get(), otherSide(carried.side), path)
      box.current.dataset['level'] = fit?.level ?? 'none'
      note.current.textContent = fit ? fitSentence(t, fit) : ''
      note.current.style.translate = `${Math.max(8, Math.min(x + 14, width - 280))}px ${Math.min(y + 18, height - 56)}px`
    }
    const follow = (event: DragEvent) => {
      const { carried } = store.get()
      if (!carried || !box.current) return
      const layer = box.current.getBoundingClientRect()
      const row = (event.target as Element).closest<HTMLElement>('[role="row"]')
      const side = row?.closest<HTMLElement>('[data-side]')?.dataset['side']
      const path = side === otherSide(carried.side) ? row?.dataset['key'] : undefined
      rest(otherSide(carried.side), path)
      last = { x: event.clientX - layer.left, y: event.clientY - layer.top, width: layer.width, height: layer.height, path }
      // Once a frame, and after whoever else measures for this event: what is written here would have to be laid out first.
      frame ||= requestAnimationFrame(paint)
    }
    // The trees keep the event to themselves on its way up, so it is read on its way down.
    document.addEventListener('dragover', follow, true)
    document.addEventListener('dragend', finish, true)
    return () => {
      clearTimeout(opening)
      cancelAnimationFrame(frame)
      document.removeEventListener('dragover', follow, true)
      document.removeEventListener('dragend', finish, true)
    }
  }, [store, trees, actions, portOf, t])

  return (
    <div ref={box} aria-hidden data-level="none" className="group/trace pointer-events-none absolute inset-0 z-20 overflow-hidden">
      <svg className="size-full">
        <path
          ref={line}
          className={
            'fill-none stroke-accent [stroke-width:2] group-data-[level=lossy]/trace:stroke-warn ' +
            'group-data-[level=impossible]/trace:stroke-bad group-data-[level=impossible]/trace:[stroke-dasharray:5_4]'
          }
        />
      </svg>
      <p
        ref={note}
        className={
          'absolute top-0 left-0 max-w-64 rounded-md border border-line bg-surface-1 px-2 py-1 text-12 text-ink shadow-float empty:hidden ' +
          'group-data-[level=lossy]/trace:border-warn group-data-[level=impossible]/trace:border-bad'
        }
      />
    </div>
  )
}
