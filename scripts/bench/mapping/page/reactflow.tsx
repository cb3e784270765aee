import { Handle, Position, ReactFlow, type Edge, type Node, type NodeProps } from '@xyflow/react'
import '@xyflow/react/dist/style.css'
import { useMemo } from 'react'
import { createRoot } from 'react-dom/client'
import { indexFields } from '@/lib/xdm/field-index'
import type { BenchLists } from '../make-lists'
import { runContender } from './run-contender'

const rowHeight = 32
const targetX = 620

type FieldData = { label: string; side: 'source' | 'target' }

/** One field as a node with a handle to drag links from or to. */
function Field({ data: { label, side } }: NodeProps<FieldData>) {
  return (
    <div data-bench-node={side} style={{ width: 320, height: 26, padding: '2px 8px', border: '1px solid #999', background: '#fff', fontSize: 13, overflow: 'hidden' }}>
      <Handle type={side === 'source' ? 'source' : 'target'} position={side === 'source' ? Position.Right : Position.Left} />
      {label}
    </div>
  )
}

const nodeTypes = { field: Field }

/** The usual way on React Flow: every field a node, every link an edge, only what is in sight drawn. */
function FieldNodes({ lists }: { lists: BenchLists }) {
  const nodes = useMemo((): Node<FieldData>[] => {
    const make = (side: 'source' | 'target', paths: readonly string[], x: number) => paths.map((path, at): Node<FieldData> => ({
      id: `${side}:${path}`, type: 'field', position: { x, y: at * rowHeight }, data: { label: path, side }, draggable: false,
    }))
    return [...make('source', lists.sources.map(({ path }) => path), 0), ...make('target', [...indexFields(lists.targets).keys()], targetX)]
  }, [lists])
  const edges = useMemo(
    (): Edge[] => lists.document.rows.map(({ id, source, destination }) => ({ id, source: `source:${source}`, target: `target:${destination}` })), [lists],
  )
  return (
    <div style={{ height: '100dvh' }}>
      <ReactFlow
        defaultNodes={nodes} defaultEdges={edges} nodeTypes={nodeTypes} onlyRenderVisibleElements panOnScroll
        defaultViewport={{ x: 20, y: 20, zoom: 1 }} minZoom={0.1}
      />
    </div>
  )
}

await runContender({
  prepare: (lists) => (root) => createRoot(root).render(<FieldNodes lists={lists} />),
  rows: (side) => `[data-bench-node="${side}"]`,
})
