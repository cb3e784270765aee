import { useLayoutEffect, useMemo } from 'react'
import { useDragAndDrop, type DragAndDropHooks, type DragAndDropOptions } from 'react-aria-components/useDragAndDrop'
import { fitOf } from '@/lib/mapping/compatibility'
import { useLatest } from './latest'
import { useMapper } from './mapper-context'
import { otherSide, type MapperState, type Side } from './mapper-store'

const dragType = (side: Side): string => `application/x-tributary-${side}`

/** How what is carried would fit a field of the other side; undefined when nothing is carried or the side is its own. */
export function carriedFit({ carried, sourceIndex, targetIndex }: MapperState, side: Side, path: string) {
  if (!carried || carried.side === side) return undefined
  const source = sourceIndex.get(side === 'source' ? path : carried.path)
  const target = targetIndex.get(side === 'target' ? path : carried.path)
  return source && target ? fitOf(source.type, target) : undefined
}

/** Drag from one tree onto the other, by pointer and, with announcements, by keyboard (React Aria). */
export function useFieldDrag(side: Side, nameOf: (path: string) => string): DragAndDropHooks {
  const { store, actions } = useMapper()
  const made = useLatest<{ hooks?: DragAndDropHooks }>({})
  const options = useMemo((): DragAndDropOptions => ({
    getItems: (keys) => [...keys].map((key) => ({ [dragType(side)]: String(key), 'text/plain': String(key) })),
    getAllowedDropOperations: () => ['link'],
    acceptedDragTypes: [dragType(otherSide(side))],
    getDropOperation: (target, types) => {
      if (target.type !== 'item' || target.dropPosition !== 'on' || !types.has(dragType(otherSide(side)))) return 'cancel'
      // By keyboard every row can be reached: branches have to be opened, and a refusal has to be heard with its reason.
      if (made.get().hooks?.isVirtualDragging?.()) return 'link'
      return carriedFit(store.get(), side, String(target.key))?.level === 'impossible' ? 'cancel' : 'link'
    },
    onDragStart: ({ keys }) => {
      const [path] = keys
      if (path !== undefined) actions.pickUp({ side, path: String(path), by: 'pointer' })
    },
    onDragEnd: () => actions.letGo(),
    onItemDrop: async ({ items, target }) => {
      const [item] = items
      if (item?.kind !== 'text') return
      const path = await item.getText(dragType(otherSide(side)))
      if (side === 'target') actions.link(path, String(target.key))
      else actions.link(String(target.key), path)
    },
    renderDragPreview: (items) => (
      <span className="inline-flex h-7 items-center rounded-md border border-accent bg-surface-1 px-2 font-mono text-13 text-ink">
        {nameOf(items[0]?.['text/plain'] ?? '')}
      </span>
    ),
  }), [store, actions, side, nameOf, made])
  const { dragAndDropHooks } = useDragAndDrop(options)
  useLayoutEffect(() => made.set({ hooks: dragAndDropHooks }))
  return dragAndDropHooks
}
