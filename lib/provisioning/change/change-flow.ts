import 'server-only'
import { getDraft, startChangeDraft } from '@/lib/data/drafts'
import { findFlow } from '@/lib/data/flows'
import { requestChange, requestChangeAgain } from '@/lib/data/request-change'
import { ExplainedFailure } from '@/lib/explained-error'
import type { FlowDefinition } from '@/lib/flows/flow-definition'
import { draftFromDefinition } from '@/lib/flows/draft-from-definition'
import { takeChangeable } from '@/lib/flows/take-changeable'
import { completeOrExplain } from '../create-flow'
import { wakeProvisioner } from '../wake-provisioner'

const notFound = () => new ExplainedFailure({ code: 'not-found', retryable: false })

/**
 * A draft with what a living flow is now, for changing it; the one the person has begun already, where there is one.
 * @throws ExplainedFailure `not-found`, `flow-not-live`
 */
export async function beginChange(flowId: string, ownerId: string): Promise<{ draftId: string }> {
  const flow = await findFlow(flowId)
  if (!flow) throw notFound()
  if (flow.lifecycle !== 'live') throw new ExplainedFailure({ code: 'flow-not-live', retryable: false })
  const { definition, bindings, workspace } = flow
  const draft = await startChangeDraft(ownerId, flowId, draftFromDefinition(definition, { workspaceId: workspace.id, bindings }))
  return { draftId: draft.id }
}

/** The flow a draft is to change, and what it is to become. @throws ExplainedFailure `not-found`, `draft-incomplete` */
export async function readChangeDraft(draftId: string, ownerId: string): Promise<{ flowId: string; target: FlowDefinition }> {
  const draft = await getDraft(draftId, ownerId)
  const flow = draft?.changes && (await findFlow(draft.changes.flowId))
  if (!flow) throw notFound()
  return { flowId: flow.id, target: takeChangeable(flow.definition, completeOrExplain(draft.answers).definition) }
}

/** Begins to make a living flow what a draft says. Pressed twice, there is one change. */
export async function changeFlowOfDraft(draftId: string, ownerId: string): Promise<{ flowId: string }> {
  const { flowId, target } = await readChangeDraft(draftId, ownerId)
  const { provisioningId } = await requestChange({ flowId, target, requestedById: ownerId })
  await wakeProvisioner(provisioningId)
  return { flowId }
}

/** Goes on with a change that stopped, or back to what the flow was before it. */
export async function changeFlowAgain(flowId: string, way: 'on' | 'back', requestedById: string): Promise<{ flowId: string }> {
  const { provisioningId } = await requestChangeAgain({ flowId, requestedById }, way)
  await wakeProvisioner(provisioningId)
  return { flowId }
}
