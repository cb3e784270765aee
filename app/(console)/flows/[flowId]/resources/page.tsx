import { ResourceList } from '@/components/resources/resource-list'
import { requireUser } from '@/lib/access/authorise'
import { readResources } from '@/lib/monitoring/read-resources'
import { loadFlow } from '../load-flow'
import { checkResourcesAction } from '../resource-actions'

type Props = { params: Promise<{ flowId: string }> }

export default async function FlowResourcesPage({ params }: Props) {
  await requireUser()
  const flow = await loadFlow((await params).flowId)
  return <ResourceList flowId={flow.id} first={await readResources(flow.id)} check={checkResourcesAction} />
}
