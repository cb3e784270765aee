import { memo, type ComponentType, type ReactElement } from 'react'
import type { TreeNode } from '@/lib/mapping/tree-view'

const rowStyle =
  'group absolute inset-x-0 cursor-default outline-none select-none hover:bg-surface-2 data-selected:bg-accent-soft ' +
  'data-drop-target:bg-accent-soft focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent data-dragging:opacity-60'

export type RowContent<Field> = ComponentType<RowContentProps<Field>>

export type RowContentProps<Field> = {
  node: TreeNode<Field>
  isActive: boolean
  /** What the tree is narrowed by: marked in the name. Given with the rows it found, so that a letter typed draws them once. */
  query: string
}

type TreeRowProps<Field> = {
  Content: RowContent<Field>
  node: TreeNode<Field>
  query: string
  top: number
  height: number
  isSelected: boolean
  isTabStop: boolean
  /** The pointer or the focus is on it, or it is chosen: its buttons show. */
  isActive: boolean
  isDropTarget: boolean
  isDragged: boolean
}

function Row<Field extends { name: string }>({ Content, node, query, top, height, isSelected, isTabStop, isActive, isDropTarget, isDragged }: TreeRowProps<Field>) {
  const { path, field, level, hasChildren, isOpen, position, setSize } = node
  return (
    <div
      role="row" data-key={path} aria-label={field.name} aria-level={level} aria-posinset={position} aria-setsize={setSize}
      aria-expanded={hasChildren ? isOpen : undefined} aria-selected={isSelected} tabIndex={isTabStop ? 0 : -1} draggable
      data-selected={isSelected || undefined} data-drop-target={isDropTarget || undefined} data-dragging={isDragged || undefined}
      className={rowStyle} style={{ top, height, contain: 'layout size style' }}
    >
      <div role="gridcell" className="contents"><Content node={node} isActive={isActive} query={query} /></div>
    </div>
  )
}

/** A field as a row of the tree. Drawn again only when something about it changed: events are the tree's. */
export const TreeRow = memo(Row) as <Field extends { name: string }>(props: TreeRowProps<Field>) => ReactElement
