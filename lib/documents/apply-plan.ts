import 'server-only'
import { findFlow } from '@/lib/data/flows'
import { insertNamedFlow, reviseFailedFlow } from '@/lib/data/named-flows'
import { requestProvisioning } from '@/lib/data/request-provisioning'
import { ExplainedFailure } from '@/lib/explained-error'
import { changeFlow } from './change-flow'
import type { DocumentPlan } from './plan-document'
import { isBound } from './resolution'

export type Applied = { flowId: string; provisioningId?: string }

/**
 * Does what a plan says. Where that is a creation, it is only begun: whoever calls it carries the provisioning out, or
 * leaves it to the workers.
 * @throws ExplainedFailure `documents.blocked`, `conflict` where somebody was faster
 */
export async function applyPlan(plan: DocumentPlan, workspaceId: string, requestedById?: string): Promise<Applied> {
  const { action, definition, bindings, flow, lacking } = plan
  if (action === 'create' && isBound(bindings, lacking)) return insertNamedFlow({ workspaceId, definition, bindings, requestedById })
  if (action === 'none' && flow) return { flowId: flow.id }
  const living = action === 'change' && flow ? await findFlow(flow.id) : undefined
  if (living) {
    await changeFlow(living, definition)
    return { flowId: living.id }
  }
  if (action === 'resume' && flow) {
    if (isBound(bindings, lacking)) await reviseFailedFlow(flow.id, definition, bindings)
    return requestProvisioning({ flowId: flow.id, kind: 'create', ...(requestedById !== undefined && { requestedById }) })
  }
  throw new ExplainedFailure({ code: 'documents.blocked', retryable: false })
}
