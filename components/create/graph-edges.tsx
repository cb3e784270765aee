import { cx } from '@/components/ui/cx'
import type { GraphLayout } from '@/lib/provisioning/graph-layout'
import type { StepKey } from '@/lib/provisioning/step-keys'
import { isThere, type GraphStep } from './graph-step'

type GraphEdgesProps = {
  /** Height of a node in the layout's units. */
  nodeHeight: number
  layout: GraphLayout<GraphStep>
  /** The node looked at: its streams are strong. */
  lookedAt: StepKey | undefined
}

/** From a failed node a line leads down to what is said about it, which stands that far below the graph. */
const stemInset = 18
const stemOverhang = 16

/**
 * The curves between the nodes. In a plan all are drawn; while it is carried out, a curve fills from its beginning as soon
 * as what it carries is there. The picture is as wide as its box and exactly as high as the layout.
 */
export function GraphEdges({ layout, nodeHeight, lookedAt }: GraphEdgesProps) {
  const states = new Map(layout.nodes.map(({ node }) => [node.key, node.state]))
  return (
    <svg
      aria-hidden
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      preserveAspectRatio="none"
      style={{ height: layout.height }}
      className="pointer-events-none absolute inset-x-0 top-0 hidden w-full overflow-visible @min-[44rem]:block"
    >
      {layout.edges.map(({ from, to, path }) => {
        const state = states.get(from) ?? 'planned'
        const isStrong = lookedAt === from || lookedAt === to
        return (
          <g key={`${from} ${to}`} fill="none">
            <path d={path} vectorEffect="non-scaling-stroke" strokeWidth={1.5} className="stroke-line-strong opacity-45" />
            <path
              d={path}
              vectorEffect="non-scaling-stroke"
              strokeWidth={isStrong ? 3 : 2}
              className={cx(
                'stroke-accent transition-[clip-path,opacity] duration-150 ease-out [clip-path:inset(-4px_0_-4px_0)]',
                state !== 'planned' && !isThere(state) && '[clip-path:inset(-4px_100%_-4px_0)]',
                lookedAt && !isStrong && 'opacity-35',
              )}
            />
          </g>
        )
      })}
      {layout.nodes.map(({ node, x, y }) =>
        node.state === 'failed' ? (
          <path
            key={node.key}
            d={`M ${x + stemInset} ${y + nodeHeight} V ${layout.height + stemOverhang}`}
            fill="none"
            vectorEffect="non-scaling-stroke"
            strokeWidth={2}
            className="stroke-bad"
          />
        ) : null,
      )}
    </svg>
  )
}
