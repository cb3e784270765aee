import { useLayoutEffect, useMemo } from 'react'
import { useDragAndDrop, type DragAndDropHooks, type DragAndDropOptions } from 'react-aria-components/useDragAndDrop'
import { useTranslations } from 'next-intl'
import { carriedFit } from './carried-fit'
import { useLatest } from './latest'
import { useMapper } from './mapper-context'
import { otherSide, type Side } from './mapper-store'

const dragType = (side: Side): string => `application/x-tributary-${side}`

/** Drag from one tree onto the other, by pointer and, with announcements, by keyboard (React Aria). */
export function useFieldDrag(side: Side, nameOf: (path: string) => string): DragAndDropHooks {
  const t = useTranslations('mapper')
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
      const paths = [...keys].map(String)
      const [path] = paths
      if (path !== undefined) actions.pickUp({ side, path, paths, by: 'pointer' })
    },
    onDragEnd: () => actions.letGo(),
    onItemDrop: async ({ items, target }) => {
      const texts = items.flatMap((item) => (item.kind === 'text' ? [item.getText(dragType(otherSide(side)))] : []))
      actions.put(otherSide(side), await Promise.all(texts), String(target.key))
    },
    renderDragPreview: (items) => (
      <span className="inline-flex h-7 items-center rounded-md border border-accent bg-surface-1 px-2 font-mono text-13 text-ink">
        {items.length > 1 ? t('row.dragMany', { count: items.length }) : nameOf(items[0]?.['text/plain'] ?? '')}
      </span>
    ),
  }), [store, actions, side, nameOf, made, t])
  const { dragAndDropHooks } = useDragAndDrop(options)
  useLayoutEffect(() => made.set({ hooks: dragAndDropHooks }))
  return dragAndDropHooks
}
