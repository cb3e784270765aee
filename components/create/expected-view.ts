import type { CompleteDraft } from '@/lib/flows/complete-draft'
import { countWork, planFlow } from '@/lib/provisioning/plan'
import type { ProvisioningView } from '@/lib/provisioning/provisioning-view'

type Expected = { flowId: string; draftId: string; draft: CompleteDraft; workspace: ProvisioningView['workspace'] }

/**
 * How a creation stands at the moment it is asked for: everything waits. Shown until the first answer, so that the graph of
 * the review stays in sight and comes alive. Pure.
 */
export function expectedView({ flowId, draftId, draft: { definition, bindings }, workspace }: Expected): ProvisioningView {
  const plan = planFlow(definition, bindings)
  return {
    flowId,
    draftId,
    name: definition.name,
    workspace: { id: workspace.id, name: workspace.name, kind: workspace.kind },
    lifecycle: 'provisioning',
    kind: 'create',
    state: 'queued',
    done: 0,
    total: countWork(plan),
    steps: plan.steps.map(({ key, kind, name, needs, mode, reusedId }) => ({
      key, kind, name, needs, mode, state: mode === 'reuse' ? 'reused' : 'waiting', ...(mode === 'reuse' && reusedId ? { adobeId: reusedId } : {}),
    })),
  }
}
