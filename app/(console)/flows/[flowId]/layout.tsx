import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { FlowHead } from '@/components/flows/flow-head'
import { deltaCandidates } from '@/lib/flows/delta-column'
import type { FlowDefinition } from '@/lib/flows/flow-definition'
import { flowActions } from './all-actions'
import { loadFlow, loadOverview } from './load-flow'

type Props = { children: ReactNode; params: Promise<{ flowId: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await loadFlow((await params).flowId)).name }
}

/** Columns by which a run started by hand can tell new rows, the chosen or best one first. */
function dateColumnsOf({ data }: FlowDefinition): string[] {
  const candidates = data.kind === 'table' ? deltaCandidates(data.columns).map(({ name }) => name) : []
  return data.deltaColumn === undefined ? candidates : [data.deltaColumn, ...candidates.filter((name) => name !== data.deltaColumn)]
}

/** The head over every page of a flow. */
export default async function FlowLayout({ children, params }: Props) {
  const { flowId } = await params
  const [first, flow] = await Promise.all([loadOverview(flowId), loadFlow(flowId)])
  return (
    <div className="page">
      <FlowHead first={first} actions={flowActions} dateColumns={dateColumnsOf(flow.definition)} />
      {children}
    </div>
  )
}
