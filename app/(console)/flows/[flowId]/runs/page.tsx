import { RunList } from '@/components/runs/run-list'
import { requireUser } from '@/lib/access/authorise'
import { readRunList, runListQuery } from '@/lib/monitoring/read-runs'
import { toQuery } from '../../to-query'
import { loadFlow } from '../load-flow'

type Props = { params: Promise<{ flowId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function FlowRunsPage({ params, searchParams }: Props) {
  await requireUser()
  const [{ flowId }, asked] = await Promise.all([params, searchParams])
  const flow = await loadFlow(flowId)
  return <RunList flowId={flow.id} first={await readRunList(flow.id, runListQuery.parse(asked))} firstQuery={toQuery(asked)} />
}
