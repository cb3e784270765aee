import 'server-only'
import { insertNamedFlow, reviseFailedFlow } from '@/lib/data/named-flows'
import { requestChange, requestChangeAgain } from '@/lib/data/request-change'
import { requestProvisioning } from '@/lib/data/request-provisioning'
import { ExplainedFailure } from '@/lib/explained-error'
import type { DocumentPlan } from './plan-document'
import { isBound } from './resolution'

export type Applied = { flowId: string; provisioningId?: string }

/**
 * Does what a plan says. Where that is a creation or a change, it is only begun: whoever calls it carries the provisioning
 * out, or leaves it to the workers. Flows of one batch share what is equal in them.
 * @throws ExplainedFailure `documents.blocked`, `conflict` where somebody was faster
 */
export async function applyPlan(plan: DocumentPlan, workspaceId: string, requestedById?: string, batchId?: string): Promise<Applied> {
  const { action, definition, bindings, flow, lacking } = plan
  if (action === 'create' && isBound(bindings, lacking)) return insertNamedFlow({ workspaceId, definition, bindings, requestedById, batchId })
  if (action === 'none' && flow) return { flowId: flow.id }
  // Where nothing differs, a change that stopped half-way is what is left to do: back to what the document says.
  if (action === 'change' && flow && plan.changes.length === 0) return requestChangeAgain({ flowId: flow.id, requestedById }, 'back')
  if (action === 'change' && flow) return requestChange({ flowId: flow.id, target: definition, requestedById })
  if (action === 'resume' && flow) {
    if (isBound(bindings, lacking)) await reviseFailedFlow(flow.id, definition, bindings)
    return requestProvisioning({ flowId: flow.id, kind: 'create', ...(requestedById !== undefined && { requestedById }) })
  }
  throw new ExplainedFailure({ code: 'documents.blocked', retryable: false })
}
