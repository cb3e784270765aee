'use client'

import { useMemo, useState, type CSSProperties, type ReactNode } from 'react'
import { layOutGraph, type GraphSizes } from '@/lib/provisioning/graph-layout'
import type { StepKey } from '@/lib/provisioning/step-keys'
import { GraphEdges } from './graph-edges'
import { GraphNode } from './graph-node'
import type { GraphStep } from './graph-step'

/** The layout's own units across, which stretch with the page; CSS pixels down. */
const sizes: GraphSizes = { nodeWidth: 208, nodeHeight: 82, columnGap: 56, rowGap: 12 }

type StreamGraphProps = {
  /** In an order in which every step comes after what it needs; read so, and a list in this order on a phone. */
  steps: readonly GraphStep[]
  label: string
  /** Where pressing a node leads, if anywhere. */
  hrefOf?: (step: GraphStep) => string | undefined
  onFollow?: (step: GraphStep) => void
  /** What stands on a node beyond itself: below the graph where there is room, right under the node on a phone. */
  below?: (step: GraphStep) => ReactNode
}

/** The resources and how they depend on each other: streams that join. One list in the document, however it is drawn. */
export function StreamGraph({ steps, label, hrefOf, onFollow, below }: StreamGraphProps) {
  const [lookedAt, setLookedAt] = useState<StepKey>()
  const layout = useMemo(() => layOutGraph(steps, sizes), [steps])
  const bounds = { '--graph-height': `${layout.height}px`, maxWidth: layout.width * 1.35 } as CSSProperties
  return (
    <div className="@container">
      <div className="relative" style={bounds}>
        <GraphEdges layout={layout} nodeHeight={sizes.nodeHeight} lookedAt={lookedAt} />
        <ol aria-label={label} className="flex flex-col gap-2 @min-[44rem]:block @min-[44rem]:pt-(--graph-height)">
          {layout.nodes.map(({ node, x, y }) => {
            const under = below?.(node)
            return (
              <li key={node.key}>
                <GraphNode
                  step={node}
                  href={hrefOf?.(node)}
                  onFollow={() => onFollow?.(node)}
                  at={{ left: `${(x / layout.width) * 100}%`, top: `${y}px`, width: `${(sizes.nodeWidth / layout.width) * 100}%`, height: `${sizes.nodeHeight}px` }}
                  onLook={(isLookedAt) => setLookedAt((now) => (isLookedAt ? node.key : now === node.key ? undefined : now))}
                />
                {under && <div className="@min-[44rem]:pt-4">{under}</div>}
              </li>
            )
          })}
        </ol>
      </div>
    </div>
  )
}
