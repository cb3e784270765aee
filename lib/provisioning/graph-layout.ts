import type { StepKey } from './step-keys'

/** What the layout has to know of a node; plans and ledgers both have it. */
export type GraphNode = { key: StepKey; needs: readonly StepKey[] }

export type Placed<Node extends GraphNode> = { node: Node; column: number; row: number; x: number; y: number }
export type Edge = { from: StepKey; to: StepKey; path: string }
export type GraphLayout<Node extends GraphNode> = { nodes: Placed<Node>[]; edges: Edge[]; width: number; height: number }

/** Sizes in CSS pixels. */
export type GraphSizes = { nodeWidth: number; nodeHeight: number; columnGap: number; rowGap: number }

export const graphSizes: GraphSizes = { nodeWidth: 208, nodeHeight: 68, columnGap: 56, rowGap: 16 }

/** Streams run in lanes: raw data on top, what Adobe lends in the middle, the target below. Missing lanes close up. */
const lanes: StepKey[][] = [
  ['base-connection'],
  ['adhoc-class', 'adhoc-schema', 'source-connection'],
  ['flow-spec', 'flow'],
  ['mapping-set'],
  ['schema', 'dataset', 'target-connection'],
  ['identity-descriptor', 'profile-schema'],
]

/**
 * Places each node in the column of its longest way from a beginning and in the lane of its stream, and draws the
 * curves between: leaving level, arriving level, as everywhere in the product. Pure.
 */
export function layOutGraph<Node extends GraphNode>(nodes: readonly Node[], sizes: GraphSizes = graphSizes): GraphLayout<Node> {
  const columns = columnsOf(nodes)
  const used = lanes.filter((lane) => lane.some((key) => columns.has(key)))
  const placed = nodes.map((node): Placed<Node> => {
    const column = columns.get(node.key) ?? 0
    const row = used.findIndex((lane) => lane.includes(node.key))
    const x = column * (sizes.nodeWidth + sizes.columnGap)
    return { node, column, row, x, y: row * (sizes.nodeHeight + sizes.rowGap) }
  })
  const byKey = new Map(placed.map((one) => [one.node.key, one]))
  const edges = placed.flatMap((to) =>
    to.node.needs.flatMap((need): Edge[] => {
      const from = byKey.get(need)
      return from ? [{ from: need, to: to.node.key, path: curve(from, to, sizes) }] : []
    }),
  )
  const width = Math.max(0, ...placed.map((one) => one.x + sizes.nodeWidth))
  const height = Math.max(0, ...placed.map((one) => one.y + sizes.nodeHeight))
  return { nodes: placed, edges, width, height }
}

/** A beginning is drawn right before its first use, so that no curve runs under nodes that have nothing to do with it. */
function columnsOf(nodes: readonly GraphNode[]): Map<StepKey, number> {
  const byKey = new Map(nodes.map((node) => [node.key, node]))
  const columns = new Map<StepKey, number>()
  const depth = (key: StepKey): number => {
    const known = columns.get(key)
    if (known !== undefined) return known
    const needs = (byKey.get(key)?.needs ?? []).filter((need) => byKey.has(need))
    const value = needs.length === 0 ? 0 : 1 + Math.max(...needs.map(depth))
    columns.set(key, value)
    return value
  }
  for (const node of nodes) depth(node.key)
  for (const node of nodes) {
    if (node.needs.length > 0) continue
    const users = nodes.filter((other) => other.needs.includes(node.key)).map((other) => columns.get(other.key) ?? 1)
    if (users.length > 0) columns.set(node.key, Math.max(0, Math.min(...users) - 1))
  }
  return columns
}

/** Bends only in the last gap, and stays in its own lane before it, so that a long way crosses no node in between. */
function curve(from: { x: number; y: number }, to: { x: number; y: number }, sizes: GraphSizes): string {
  const startX = from.x + sizes.nodeWidth
  const startY = from.y + sizes.nodeHeight / 2
  const endY = to.y + sizes.nodeHeight / 2
  const bendX = Math.max(startX, to.x - sizes.columnGap)
  const half = (to.x - bendX) / 2
  return `M ${startX} ${startY} H ${bendX} C ${bendX + half} ${startY}, ${to.x - half} ${endY}, ${to.x} ${endY}`
}
