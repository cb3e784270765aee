import { DefinitionView } from '@/components/resources/definition-view'
import { requireUser } from '@/lib/access/authorise'
import { env } from '@/lib/env'
import { exportDocument } from '@/lib/flows/export-document'
import { loadFlow } from '../load-flow'

type Props = { params: Promise<{ flowId: string }> }

export default async function FlowDefinitionPage({ params }: Props) {
  await requireUser()
  const flow = await loadFlow((await params).flowId)
  const document = exportDocument(flow.definition, env().TRIBUTARY_URL)
  // What looks like a secret is not exported; here the person sees where it stands.
  const text = document.ok ? document.data : JSON.stringify(flow.definition, null, 2)
  return <DefinitionView flowId={flow.id} definition={flow.definition} document={text.trimEnd()} />
}
