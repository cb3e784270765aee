import { childrenOf, type Node } from './node'

/**
 * Whether a tree is taller than a bound, walked without recursion. A row of binary operators counts
 * once, because evaluating, checking and printing walk it in a loop.
 */
export function exceedsHeight(root: Node, bound: number): boolean {
  const open: { node: Node; height: number }[] = [{ node: root, height: 1 }]
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    const { node, height } = entry
    if (height > bound) return true
    for (const child of childrenOf(node)) {
      const sameRow = node.kind === 'binary' && child === node.left && child.kind === 'binary'
      open.push({ node: child, height: sameRow ? height : height + 1 })
    }
  }
  return false
}
