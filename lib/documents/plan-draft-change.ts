import 'server-only'
import { findFlow } from '@/lib/data/flows'
import { ExplainedFailure } from '@/lib/explained-error'
import { checkDefinition } from '@/lib/flows/check-definition'
import { readChangeDraft } from '@/lib/provisioning/change/change-flow'
import { openWorkspace } from '@/lib/workspaces/open-workspace'
import { planLivingChange, type LivingChange } from './plan-living-change'

/** What a draft would change of its flow, seen in its workspace. @throws ExplainedFailure `not-found`, `draft-incomplete`, Adobe's */
export async function planDraftChange(draftId: string, ownerId: string, nowMs: number): Promise<LivingChange> {
  const { flowId, target } = await readChangeDraft(draftId, ownerId)
  const flow = await findFlow(flowId)
  if (!flow) throw new ExplainedFailure({ code: 'not-found', retryable: false })
  const { client } = await openWorkspace(flow.workspace.id)
  const living = await planLivingChange(client, flow, target, nowMs)
  return { ...living, problems: [...(living.changes.length > 0 ? checkDefinition(target) : []), ...living.problems] }
}
