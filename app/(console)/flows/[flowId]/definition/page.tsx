import { DefinitionView } from '@/components/resources/definition-view'
import { requireUser } from '@/lib/access/authorise'
import { loadFlow } from '../load-flow'

type Props = { params: Promise<{ flowId: string }> }

export default async function FlowDefinitionPage({ params }: Props) {
  await requireUser()
  const flow = await loadFlow((await params).flowId)
  return <DefinitionView definition={flow.definition} />
}
