import 'server-only'
import { findFlow } from '@/lib/data/flows'
import { insertFlowOfDraft, requestProvisioning } from '@/lib/data/request-provisioning'
import { ExplainedFailure } from '@/lib/explained-error'
import { completeDraft, type CompleteDraft } from '@/lib/flows/complete-draft'
import type { DraftAnswers } from '@/lib/flows/draft-answers'
import { setupSteps } from '@/lib/paths'
import { keptKinds, type RemovalScope } from './kept-kinds'
import { wakeProvisioner } from './wake-provisioner'

/** A draft's answers as a definition. @throws ExplainedFailure `draft-incomplete`, leading to the first step that lacks something */
export function completeOrExplain(answers: DraftAnswers): CompleteDraft {
  const complete = completeDraft(answers)
  if (complete.ok) return complete.data
  const lacking = setupSteps.find((step) => complete.error.some((problem) => problem.step === step))
  const mendAt = lacking === undefined || lacking === 'create' ? 'review' : lacking
  throw new ExplainedFailure({ code: 'draft-incomplete', mendAt, retryable: false })
}

/**
 * Makes the flow of a draft and begins its creation. Pressed again it answers with the same flow, and where that had
 * failed, goes on with what the draft says now.
 */
export async function createFlowOfDraft(draftId: string, ownerId: string): Promise<{ flowId: string }> {
  const { flowId, provisioningId } = await insertFlowOfDraft({ draftId, ownerId, complete: completeOrExplain })
  if (provisioningId !== undefined) await wakeProvisioner(provisioningId)
  else if ((await findFlow(flowId))?.lifecycle === 'failed') return resumeFlow(flowId, ownerId)
  return { flowId }
}

/** Goes on from where the creation failed, with what the draft says now. */
export async function resumeFlow(flowId: string, requestedById: string): Promise<{ flowId: string }> {
  const { provisioningId } = await requestProvisioning({ flowId, kind: 'create', requestedById, revise: completeOrExplain })
  await wakeProvisioner(provisioningId)
  return { flowId }
}

/**
 * Removes from Adobe what this flow has made there, or all of it but its data; nothing that it only uses. Without a scope a
 * removal that got stuck goes on as it began.
 */
export async function undoFlow(flowId: string, requestedById: string, scope?: RemovalScope): Promise<{ flowId: string }> {
  const { provisioningId } = await requestProvisioning({ flowId, kind: 'undo', requestedById, ...(scope && { keeps: keptKinds(scope) }) })
  await wakeProvisioner(provisioningId)
  return { flowId }
}
