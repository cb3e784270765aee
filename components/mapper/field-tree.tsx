'use client'

import { useLayoutEffect, useMemo, useRef, type KeyboardEvent, type PointerEvent, type ReactElement } from 'react'
import { ListLayout, Virtualizer } from 'react-aria-components/Virtualizer'
import { Tree } from 'react-aria-components/Tree'
import type { TreeNode } from '@/lib/mapping/tree-view'
import { useMapper, useMapperState } from './mapper-context'
import { nothingHovered, otherSide, type Side } from './mapper-store'
import { usePalette } from './palette-context'
import { carriedFit } from './carried-fit'
import { useFieldDrag } from './use-field-drag'
import type { LaidTree } from './use-tree-view'

type FieldTreeProps<Field> = {
  side: Side
  label: string
  laid: LaidTree<Field>
  /** Has to be the same function always: rows are drawn again only where their node changed. */
  renderNode: (node: TreeNode<Field>) => ReactElement
  nameOf: (path: string) => string
  empty: ReactElement
  onSearch: () => void
}

const rowPath = (target: EventTarget): string | undefined =>
  (target as Element).closest<HTMLElement>('[role="row"]')?.dataset['key']

/** One tree: virtual rows, arrow keys and type-ahead (React Aria), drag both ways, and the mapper's own keys. */
export function FieldTree<Field>({ side, label, laid, renderNode, nameOf, empty, onSearch }: FieldTreeProps<Field>) {
  const { store, actions, trees } = useMapper()
  const { openPalette } = usePalette()
  const handle = trees[side]
  const element = useRef<HTMLDivElement>(null)
  const dragAndDropHooks = useFieldDrag(side, nameOf)
  const selected = useMapperState(({ chosen, links }) => {
    if (chosen?.side === side) return chosen.path
    const link = chosen?.rowId === undefined ? undefined : links.byRow.get(chosen.rowId)
    return side === 'source' ? link?.sources[0] : link?.target
  })
  const picked = useMapperState((state) => (state.picked?.side === side ? state.picked.paths : undefined))
  const selectedKeys = useMemo(() => picked ?? (selected === undefined ? [] : [selected]), [picked, selected])
  const layoutOptions = useMemo(() => ({ rowHeight: handle.rowHeight }), [handle.rowHeight])

  useLayoutEffect(() => {
    const tree = element.current
    if (!tree) return
    handle.attach(tree)
    const notify = () => handle.changed()
    tree.addEventListener('scroll', notify, { passive: true })
    const observer = new ResizeObserver(notify)
    observer.observe(tree)
    return () => {
      tree.removeEventListener('scroll', notify)
      observer.disconnect()
      handle.attach(null)
    }
  }, [handle])

  function onKeyDown(event: KeyboardEvent): void {
    const path = rowPath(event.target)
    const isOnRow = (event.target as Element).getAttribute('role') === 'row'
    if (path === undefined || !isOnRow) return
    if (!keyDone(event, path)) return
    event.preventDefault()
    event.stopPropagation()
  }

  /** True for the keys that are the mapper's own; all others stay the tree's. */
  function keyDone(event: KeyboardEvent, path: string): boolean {
    const { carried, links } = store.get()
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) openPalette({ side, path })
    else if (event.key === 'Enter' && event.shiftKey) actions.goAcross(side, path)
    else if (event.key === 'Enter' && !event.altKey) enter(path, carried?.side)
    else if (event.key === 'Escape' && carried) actions.letGo()
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      const own = side === 'source' ? links.bySource : links.byTarget
      actions.remove([...new Set(together(path).flatMap((one) => (own.get(one) ?? []).map((link) => link.row.id)))])
    } else if (event.key === '/' && !event.ctrlKey && !event.metaKey) onSearch()
    else return false
    return true
  }

  function enter(path: string, carriedSide: Side | undefined): void {
    if (carriedSide === otherSide(side)) return void actions.dropOn(path)
    actions.pickUp({ side, path, paths: together(path), by: 'keyboard' })
  }

  /** The fields chosen together, where this one is among them; else itself. */
  function together(path: string): readonly string[] {
    const { picked } = store.get()
    return picked?.side === side && picked.paths.includes(path) ? picked.paths : [path]
  }

  /** Something was picked up on the other side, with the keyboard or a press. */
  const isAwaited = (): boolean => {
    const { carried } = store.get()
    return carried?.by === 'keyboard' && carried.side === otherSide(side)
  }

  function voiceFit(path: string): void {
    const fit = isAwaited() ? carriedFit(store.get(), side, path) : undefined
    if (fit) actions.voiceOver(path, fit)
  }

  function onPointerOver(event: PointerEvent): void {
    const path = rowPath(event.target)
    const { links, hovered } = store.get()
    const own = path === undefined ? undefined : (side === 'source' ? links.bySource : links.byTarget).get(path)
    if (own) store.set({ hovered: new Set(own.map((link) => link.row.id)) })
    else if (hovered.size > 0) store.set({ hovered: nothingHovered })
  }

  return (
    <div
      className="h-full min-h-0"
      onKeyDownCapture={onKeyDown}
      onFocusCapture={({ target }) => {
        const path = target.getAttribute('role') === 'row' ? rowPath(target) : undefined
        if (path !== undefined) voiceFit(path)
      }}
      onClickCapture={(event) => {
        const path = rowPath(event.target)
        const isOnButton = (event.target as Element).closest('button') !== null
        if (path !== undefined && !isOnButton && isAwaited()) actions.dropOn(path)
      }}
      onPointerOver={onPointerOver}
      onPointerLeave={() => store.get().hovered.size > 0 && store.set({ hovered: nothingHovered })}
    >
      <Virtualizer layout={ListLayout} layoutOptions={layoutOptions}>
        <Tree
          ref={element}
          aria-label={label}
          items={laid.view.roots}
          expandedKeys={laid.expanded}
          onExpandedChange={(keys) => laid.toggle(difference(laid.expanded, new Set([...keys].map(String))))}
          // A finger has no Ctrl key: each press would add to the choice.
          selectionMode={handle.isCoarse ? 'single' : 'multiple'}
          selectionBehavior="replace"
          selectedKeys={selectedKeys}
          onSelectionChange={(keys) => {
            // With something in hand the arrows look for its place; the choice stays where it came from.
            if (store.get().carried) return
            actions.pick(side, keys === 'all' ? laid.view.rows.map((row) => row.path) : [...keys].map(String))
          }}
          dragAndDropHooks={dragAndDropHooks}
          renderEmptyState={() => empty}
          className="h-full overflow-x-hidden overflow-y-auto outline-none"
        >
          {renderNode}
        </Tree>
      </Virtualizer>
    </div>
  )
}

function difference(before: ReadonlySet<string>, after: ReadonlySet<string>): string[] {
  return [...[...before].filter((key) => !after.has(key)), ...[...after].filter((key) => !before.has(key))]
}
