import type { KeyboardEvent } from 'react'
import type { TreeField } from '@/lib/mapping/tree-view'
import { useMapper } from '../mapper-context'
import { otherSide, type Side } from '../mapper-store'
import { usePalette } from '../palette-context'
import type { LaidTree } from '../use-tree-view'
import { rowPath } from './row-path'
import { treeMove } from './tree-keys'
import type { TreeChoice } from './use-tree-choice'
import { useTypeAhead } from './use-type-ahead'

type TreeKeysInput<Field> = { side: Side; laid: LaidTree<Field>; choice: TreeChoice; onSearch: () => void }

/** The keys of a tree: the mapper's own first, then those every tree has. All others stay the browser's. */
export function useTreeKeys<Field extends TreeField<Field>>({ side, laid, choice, onSearch }: TreeKeysInput<Field>): (event: KeyboardEvent) => void {
  const { store, actions, trees } = useMapper()
  const { openPalette } = usePalette()
  const handle = trees[side]
  const { rows, places } = laid.view
  const { selectedPaths, together, choose, chooseUpTo } = choice
  const typeAhead = useTypeAhead(laid.view)

  /** The mapper's own keys. */
  function mapperKeyDone(event: KeyboardEvent, path: string): boolean {
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

  function treeKeyDone(event: KeyboardEvent, path: string): boolean {
    const isCommand = event.ctrlKey || event.metaKey
    const pageRows = Math.max(1, Math.floor((handle.element?.clientHeight ?? 0) / handle.rowHeight) - 1)
    const move = treeMove({ key: event.key, shiftKey: event.shiftKey, isCommand }, path, laid.view, pageRows)
    if (!move) {
      const found = event.altKey || isCommand ? undefined : typeAhead(event.key, path, event.timeStamp)
      if (found !== undefined) moveTo(found, false)
      else if (event.key === 'Escape' && selectedPaths.length > 0) choose([])
      else return false
      return true
    }
    if (move.do === 'focus') moveTo(move.path, move.extends)
    else if (move.do === 'toggle') laid.toggle([move.path])
    else if (move.do === 'choose') choose([move.path])
    else if (move.do === 'all') choose(rows.map((row) => row.path))
    else if (move.do === 'enter') handle.rowElement(path)?.querySelector<HTMLElement>('button:not([data-toggle])')?.focus()
    return true
  }

  /** Between the buttons of a row, and back to it. */
  function buttonKeyDone(event: KeyboardEvent, path: string): boolean {
    if (!['ArrowLeft', 'ArrowRight', 'Escape'].includes(event.key)) return false
    const row = handle.rowElement(path)
    const buttons = [...(row?.querySelectorAll<HTMLElement>('button:not([data-toggle])') ?? [])]
    const at = buttons.findIndex((button) => button.contains(event.target as Node))
    const next = event.key === 'Escape' ? undefined : buttons[at + (event.key === 'ArrowRight' ? 1 : -1)]
    if (next) next.focus()
    else if (event.key !== 'ArrowRight') row?.focus()
    return true
  }

  function moveTo(path: string, isRange: boolean): void {
    const place = places.get(path)
    if (place !== undefined) handle.keepInSight(place)
    handle.focusOn(path)
    if (isRange) chooseUpTo(path)
    else choose([path])
  }

  return (event) => {
    const path = rowPath(event.target)
    if (path === undefined) return
    const isOnRow = (event.target as Element).getAttribute('role') === 'row'
    const isDone = isOnRow ? mapperKeyDone(event, path) || treeKeyDone(event, path) : buttonKeyDone(event, path)
    if (!isDone) return
    event.preventDefault()
    event.stopPropagation()
  }
}
