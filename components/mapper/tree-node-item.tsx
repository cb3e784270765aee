import type { ComponentType } from 'react'
import type { ReactElement } from 'react'
import { Collection } from 'react-aria-components/Collection'
import { TreeItem, TreeItemContent } from 'react-aria-components/Tree'
import type { TreeNode } from '@/lib/mapping/tree-view'

const rowStyle =
  'group h-full cursor-default outline-none select-none hover:bg-surface-2 data-selected:bg-accent-soft ' +
  'data-drop-target:bg-accent-soft data-focus-visible:outline-2 data-focus-visible:-outline-offset-2 ' +
  'data-focus-visible:outline-accent data-dragging:opacity-60'

type RowProps<Field> = { node: TreeNode<Field>; isActive: boolean }

/** Makes the function that turns a laid node into a tree row. Made once a side, outside of any component. */
export function makeNodeRenderer<Field extends { name: string }>(Row: ComponentType<RowProps<Field>>) {
  return function renderNode(node: TreeNode<Field>): ReactElement {
    return (
      <TreeItem id={node.path} textValue={node.field.name} hasChildItems={node.hasChildren} className={rowStyle}>
        <TreeItemContent>
          {({ isHovered, isSelected, isFocusVisible, isFocusVisibleWithin }) => (
            <Row node={node} isActive={isHovered || isSelected || isFocusVisible || isFocusVisibleWithin} />
          )}
        </TreeItemContent>
        {node.isOpen && <Collection items={node.children}>{renderNode}</Collection>}
      </TreeItem>
    )
  }
}
