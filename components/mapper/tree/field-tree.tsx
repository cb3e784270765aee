'use client'

import { useCallback, useMemo, useState, type MouseEvent, type PointerEvent, type ReactElement } from 'react'
import type { TreeField } from '@/lib/mapping/tree-view'
import { carriedFit } from '../carried-fit'
import { useMapper, useMapperState } from '../mapper-context'
import { nothingHovered, otherSide, type Side } from '../mapper-store'
import type { LaidTree } from '../use-tree-view'
import { rowPath } from './row-path'
import { TreeRow, type RowContent } from './tree-row'
import { useFieldDrag } from './use-field-drag'
import { useRowFocus } from './use-row-focus'
import { useRowWindow } from './use-row-window'
import { useTreeChoice } from './use-tree-choice'
import { useTreeKeys } from './use-tree-keys'

type FieldTreeProps<Field> = {
  side: Side
  label: string
  laid: LaidTree<Field>
  /** Has to be the same always: rows are drawn again only where their node changed. */
  Content: RowContent<Field>
  empty: ReactElement
  onSearch: () => void
}

/** So long after a scroll a row under a pointer that rests is only passing. */
const passedByMs = 200

/**
 * One tree with the keys and the semantics of a treegrid. Only rows near the window exist, and a scroll touches nothing
 * but those that come and go: at thousands of fields the cost of a row is what decides.
 */
export function FieldTree<Field extends TreeField<Field>>({ side, label, laid, Content, empty, onSearch }: FieldTreeProps<Field>) {
  const { store, actions, trees } = useMapper()
  const handle = trees[side]
  const { rows, places } = laid.view
  const choice = useTreeChoice(side, laid.view)
  const { selectedPaths, choose, chooseUpTo } = choice
  const { first, last } = useRowWindow(handle, rows.length)
  const focus = useRowFocus(handle, laid.view, selectedPaths[0])
  const drag = useFieldDrag(side, choice.together)
  const [hovered, setHovered] = useState<string>()
  const dragged = useMapperState(({ carried }) => (carried?.by === 'pointer' && carried.side === side ? carried.paths : undefined))
  const [pointer] = useState({ x: -1, y: -1 })
  const attach = useCallback((element: HTMLElement | null) => handle.attach(element), [handle])

  // What Tab reaches or is being dragged stays, wherever the tree is scrolled to.
  const drawn = useMemo(() => {
    const kept = [focus.tabStop, dragged?.[0]].flatMap((path) => (path === undefined ? [] : places.get(path) ?? []))
    const window = Array.from({ length: Math.max(0, Math.min(last, rows.length) - first) }, (_, at) => first + at)
    return [...new Set([...window, ...kept])].toSorted((a, b) => a - b)
  }, [rows, places, first, last, focus.tabStop, dragged])

  /** Something was picked up on the other side, with the keyboard or a press. */
  const isAwaited = (): boolean => {
    const { carried } = store.get()
    return carried?.by === 'keyboard' && carried.side === otherSide(side)
  }

  const onKeyDown = useTreeKeys({ side, laid, choice, onSearch })

  function onClick(event: MouseEvent): void {
    const path = rowPath(event.target)
    if (path === undefined) return
    const button = (event.target as Element).closest('button')
    if (button) {
      if (!button.hasAttribute('data-toggle')) return
      handle.focusOn(path)
      return laid.toggle([path])
    }
    if (isAwaited()) return void actions.dropOn(path)
    if (event.shiftKey && !handle.isCoarse) return chooseUpTo(path)
    // A finger has no Ctrl key: each press would add to the choice.
    if ((event.ctrlKey || event.metaKey) && !handle.isCoarse) {
      return choose(selectedPaths.includes(path) ? selectedPaths.filter((one) => one !== path) : [...selectedPaths, path])
    }
    choose([path])
  }

  function onPointerOver(event: PointerEvent): void {
    // A scroll brings other rows under a pointer that rests: they are passed by, not pointed at.
    const isResting = event.clientX === pointer.x && event.clientY === pointer.y
    if (!isResting || event.timeStamp - handle.scrolledAtMs > passedByMs) pointAt(event)
  }

  function pointAt(event: PointerEvent): void {
    Object.assign(pointer, { x: event.clientX, y: event.clientY })
    const path = rowPath(event.target)
    if (path === hovered) return
    setHovered(path)
    const { links, hovered: lit } = store.get()
    const own = path === undefined ? undefined : (side === 'source' ? links.bySource : links.byTarget).get(path)
    if (own) store.set({ hovered: new Set(own.map((link) => link.row.id)) })
    else if (lit.size > 0) store.set({ hovered: nothingHovered })
  }

  return (
    <div
      ref={attach} tabIndex={-1}
      role="treegrid" aria-label={label} aria-multiselectable aria-rowcount={rows.length}
      className="h-full min-h-0 overflow-x-hidden overflow-y-auto outline-none"
      onKeyDown={onKeyDown} onClick={onClick} onPointerOver={onPointerOver} onPointerMove={pointAt}
      onPointerLeave={() => {
        setHovered(undefined)
        if (store.get().hovered.size > 0) store.set({ hovered: nothingHovered })
      }}
      {...focus.handlers} {...drag.handlers}
      onFocus={(event) => {
        focus.handlers.onFocus(event)
        const path = event.target.getAttribute('role') === 'row' && isAwaited() ? rowPath(event.target) : undefined
        const fit = path === undefined ? undefined : carriedFit(store.get(), side, path)
        if (path !== undefined && fit) actions.voiceOver(path, fit)
      }}
    >
      {rows.length === 0 && <div role="row" className="h-full"><div role="gridcell" className="h-full">{empty}</div></div>}
      <div role="presentation" className="relative" style={{ height: rows.length * handle.rowHeight, contain: 'layout size style' }}>
        {drawn.map((place) => {
          const node = rows[place]
          if (!node) return null
          const { path } = node
          const isSelected = selectedPaths.includes(path)
          return (
            <TreeRow
              key={path} Content={Content} node={node} query={laid.query} top={place * handle.rowHeight} height={handle.rowHeight}
              isSelected={isSelected} isTabStop={focus.tabStop === path} isActive={isSelected || hovered === path || focus.focused === path}
              isDropTarget={drag.overPath === path} isDragged={dragged?.includes(path) ?? false}
            />
          )
        })}
      </div>
    </div>
  )
}
