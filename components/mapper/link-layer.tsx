'use client'

import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useRef, type MouseEvent, type PointerEvent } from 'react'
import { bundleLinks, type LinkBundle } from './link-bundles'
import type { DrawnStub } from './link-geometry'
import { LinkPainter } from './link-painter'
import { DragTrace } from './drag-trace'
import { useMapper, useMapperState } from './mapper-context'
import { nothingHovered, type Chosen, type Side } from './mapper-store'

const lastName = (path: string): string => path.split('.').at(-1) ?? path

/** The curves between the trees, the stubs of what is out of sight, and the line of a drag. Covers both trees. */
export function LinkLayer() {
  const t = useTranslations('mapper')
  const { store, trees, actions } = useMapper()
  const svg = useRef<SVGSVGElement>(null)
  const stubBox = useRef<HTMLDivElement>(null)
  const painter = useRef<LinkPainter>(undefined)
  const isCarrying = useMapperState((state) => state.carried?.by === 'pointer')
  // The same always: a drag listens once, and forgets nothing when the page around it is drawn again.
  const portOf = useCallback((side: Side, path: string) => painter.current?.portOf(side, path), [])

  useEffect(() => {
    if (!svg.current || !stubBox.current) return
    const stubName = ({ side, bundles, isAbove, isBelow }: DrawnStub): string => {
      const arrow = isAbove && isBelow ? '↕' : isAbove ? '↑' : isBelow ? '↓' : '…'
      const [first] = bundles
      const count = bundles.reduce((sum, { rowIds }) => sum + rowIds.length, 0)
      // A target's row names its source already, so its stub is only the way there.
      if (side === 'target') return count > 1 ? `${arrow} ${count}` : arrow
      return first && count === 1 ? `${arrow} ${lastName(first.targetPath)}` : `${arrow} ${t('links.stubMany', { count })}`
    }
    const made = new LinkPainter({ svg: svg.current, stubBox: stubBox.current, trees, stubName })
    painter.current = made
    let drawn: unknown
    let layout: unknown[] = []
    const bundle = () => {
      const { links } = store.get()
      if (drawn === links && layout[0] === trees.source.shown && layout[1] === trees.target.shown) return
      drawn = links
      layout = [trees.source.shown, trees.target.shown]
      made.setBundles(bundleLinks(links, (path) => trees.source.endOf(path), (path) => trees.target.endOf(path)))
    }
    const light = () => {
      const { hovered, chosen } = store.get()
      const rows = chosen ? [...actions.linksOf(chosen)].map((link) => link.row.id) : []
      made.setLit(new Set([...hovered, ...rows]))
    }
    const refresh = () => {
      bundle()
      made.schedule()
    }
    const observer = new ResizeObserver(() => made.remeasure())
    observer.observe(svg.current)
    const stops = [
      store.subscribe(() => {
        bundle()
        light()
      }),
      trees.source.subscribe(refresh),
      trees.target.subscribe(refresh),
    ]
    for (const tree of [trees.source, trees.target]) if (tree.element) observer.observe(tree.element)
    bundle()
    light()
    return () => {
      for (const stop of stops) stop()
      observer.disconnect()
      made.dispose()
    }
  }, [store, trees, actions, t])

  function onPointerMove(event: PointerEvent): void {
    const bundle = painter.current?.bundleOf(event.target as Element)
    const rows = bundle ? new Set(bundle.rowIds) : nothingHovered
    const { hovered } = store.get()
    if (rows.size !== hovered.size || [...rows].some((id) => !hovered.has(id))) store.set({ hovered: rows })
  }

  function press(bundle: LinkBundle): void {
    const [rowId] = bundle.rowIds
    if (rowId === undefined) return
    if (bundle.rowIds.length > 1) {
      // A bundle opens what hides its links.
      trees.source.reveal(bundle.sourcePath)
      trees.target.reveal(bundle.targetPath)
    }
    actions.choose({ side: 'link', rowId } satisfies Chosen)
  }

  function onStubPress(event: MouseEvent): void {
    const key = (event.target as Element).closest<HTMLElement>('button[data-key]')?.dataset['key']
    const stub = painter.current?.drawnStubs.find((one) => one.key === key)
    const [bundle] = stub?.bundles ?? []
    if (!stub || !bundle) return
    if (stub.side === 'source') trees.target.reveal(bundle.targetPath)
    else trees.source.reveal(bundle.sourcePath)
    press(bundle)
  }

  return (
    <>
      <svg
        ref={svg}
        aria-hidden
        className="pointer-events-none absolute inset-0 size-full overflow-hidden"
        onPointerMove={onPointerMove}
        onPointerLeave={() => store.set({ hovered: nothingHovered })}
        onClick={(event) => {
          const bundle = painter.current?.bundleOf(event.target as Element)
          if (bundle) press(bundle)
        }}
      />
      <div ref={stubBox} aria-hidden className="pointer-events-none absolute inset-0 overflow-hidden" onClick={onStubPress} />
      {isCarrying && <DragTrace portOf={portOf} />}
    </>
  )
}
