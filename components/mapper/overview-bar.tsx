'use client'

import { useEffect, useRef } from 'react'
import { useMapper } from './mapper-context'

const barWidth = 10

/** A map of the whole open tree beside its scroll bar: where links, missing fields and problems are. Press to go there. */
export function OverviewBar() {
  const { store, trees } = useMapper()
  const canvas = useRef<HTMLCanvasElement>(null)

  useEffect(() => {
    const element = canvas.current
    const brush = element?.getContext('2d')
    if (!element || !brush) return
    let frame = 0
    let colours: readonly string[] | undefined
    const paint = () => {
      frame = 0
      colours ??= ['--color-accent', '--color-warn', '--color-bad'].map((name) => colourOf(element, name))
      const { links } = store.get()
      const { rows } = trees.target.shown
      const height = element.clientHeight
      const scale = window.devicePixelRatio
      element.width = barWidth * scale
      element.height = height * scale
      brush.scale(scale, scale)
      const marks = colours.map(() => new Path2D())
      const step = Math.min(trees.target.rowHeight, height / Math.max(1, rows.length))
      rows.forEach((row, place) => {
        const { path, isOpen } = row as { path: string; isOpen: boolean }
        const problem = links.problemsByTarget.get(path)?.[0]
        const isLinked = links.byTarget.has(path) || (!isOpen && links.belowTarget.has(path))
        if (!problem && !isLinked) return
        marks[problem ? (problem.severity === 'error' ? 2 : 1) : 0]?.rect(2, place * step, barWidth - 4, Math.max(2, Math.min(4, step)))
      })
      // What is worst lies over the rest.
      marks.forEach((mark, at) => {
        brush.fillStyle = colours?.[at] ?? ''
        brush.fill(mark)
      })
    }
    const schedule = () => { frame ||= requestAnimationFrame(paint) }
    const recolour = () => {
      colours = undefined
      schedule()
    }
    let [drawnLinks, drawnView]: [unknown, unknown] = [undefined, undefined]
    const whenChanged = () => {
      if (drawnLinks === store.get().links && drawnView === trees.target.shown) return
      ;[drawnLinks, drawnView] = [store.get().links, trees.target.shown]
      schedule()
    }
    const observer = new ResizeObserver(schedule)
    observer.observe(element)
    const scheme = matchMedia('(prefers-color-scheme: dark)')
    scheme.addEventListener('change', recolour)
    const theme = new MutationObserver(recolour)
    theme.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    const stops = [store.subscribe(whenChanged), trees.target.subscribe(whenChanged)]
    schedule()
    return () => {
      for (const stop of stops) stop()
      scheme.removeEventListener('change', recolour)
      observer.disconnect()
      theme.disconnect()
      cancelAnimationFrame(frame)
    }
  }, [store, trees])

  return (
    <canvas
      ref={canvas}
      aria-hidden
      onClick={(event) => {
        const box = event.currentTarget.getBoundingClientRect()
        const { rows } = trees.target.shown
        const step = Math.min(trees.target.rowHeight, box.height / Math.max(1, rows.length))
        trees.target.scrollToPlace(Math.min(rows.length - 1, Math.floor((event.clientY - box.top) / step)))
      }}
      className="h-full w-2.5 shrink-0 cursor-pointer border-l border-line bg-surface-2"
    />
  )
}

/** The colour of this theme: a canvas understands neither variables nor `light-dark()`, an element's style does. */
function colourOf(element: HTMLElement, name: string): string {
  element.style.color = `var(${name})`
  return getComputedStyle(element).color
}
