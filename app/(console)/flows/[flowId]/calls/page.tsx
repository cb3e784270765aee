import { CallList } from '@/components/resources/call-list'
import { requireUser } from '@/lib/access/authorise'
import { callListQuery, readCalls } from '@/lib/monitoring/read-calls'
import { toQuery } from '../../to-query'
import { loadFlow } from '../load-flow'

type Props = { params: Promise<{ flowId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function FlowCallsPage({ params, searchParams }: Props) {
  await requireUser()
  const [{ flowId }, asked] = await Promise.all([params, searchParams])
  const flow = await loadFlow(flowId)
  return <CallList flowId={flow.id} first={await readCalls(flow.id, callListQuery.parse(asked))} firstQuery={toQuery(asked)} />
}
