import { FlowStatus } from '@/components/flows/flow-status'
import { requireUser } from '@/lib/access/authorise'
import { readRunList } from '@/lib/monitoring/read-runs'
import { flowActions } from './all-actions'
import { loadOverview } from './load-flow'

type Props = { params: Promise<{ flowId: string }> }

export default async function FlowPage({ params }: Props) {
  await requireUser()
  const first = await loadOverview((await params).flowId)
  return <FlowStatus actions={flowActions} first={first} firstRuns={await readRunList(first.id, {})} />
}
