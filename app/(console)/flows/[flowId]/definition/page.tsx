import { ChangeFlowButton, FlowChange } from '@/components/flows/flow-change'
import { DefinitionView } from '@/components/resources/definition-view'
import { requireUser } from '@/lib/access/authorise'
import { env } from '@/lib/env'
import { exportDocument } from '@/lib/flows/export-document'
import { flowActions } from '../all-actions'
import { loadFlow } from '../load-flow'

type Props = { params: Promise<{ flowId: string }> }

export default async function FlowDefinitionPage({ params }: Props) {
  await requireUser()
  const flow = await loadFlow((await params).flowId)
  const document = exportDocument(flow.definition, env().TRIBUTARY_URL)
  // What looks like a secret is not exported; here the person sees where it stands.
  const text = document.ok ? document.data : JSON.stringify(flow.definition, null, 2)
  const isLive = flow.lifecycle === 'live'
  return (
    <>
      {isLive && (
        <div className="mt-5 empty:hidden">
          <FlowChange flowId={flow.id} actions={flowActions} />
        </div>
      )}
      <DefinitionView
        flowId={flow.id}
        definition={flow.definition}
        document={text.trimEnd()}
        change={isLive && <ChangeFlowButton flowId={flow.id} startChange={flowActions.startChange} />}
      />
    </>
  )
}
