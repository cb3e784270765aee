import 'server-only'
import { listOpenDrafts, type OpenDraft } from '@/lib/data/batch-items'
import { findBatch } from '@/lib/data/batches'
import { saveDraft } from '@/lib/data/drafts'
import { needFreeTitle } from '@/lib/documents/find-title'
import { ExplainedFailure } from '@/lib/explained-error'
import type { TargetAnswers } from '@/lib/flows/draft-answers'
import { resumeFlow } from '@/lib/provisioning/create-flow'
import { openWorkspace } from '@/lib/workspaces/open-workspace'
import { carryOutEach, type CarriedOut } from './carry-out-batch'

type Retitling = { batchId: string; ownerId: string; from: string; to: string }

/**
 * Gives the schema that drafts of a batch build together another title, in all of them, and goes on with those whose
 * creation had failed. Counts these. One title for all keeps the schema one that is made once.
 * @throws ExplainedFailure `not-found`, `batches.nothing-retitled` where no draft of this person builds it, `adobe.title-taken` where the
 * new one is no better, and what Adobe says when it does not answer
 */
export async function retitleSchema({ batchId, ownerId, from, to }: Retitling): Promise<CarriedOut> {
  const batch = await findBatch(batchId)
  if (!batch) throw new ExplainedFailure({ code: 'not-found', retryable: false })
  await needFreeTitle((await openWorkspace(batch.workspace.id)).client, to)
  const drafts = (await listOpenDrafts(batchId, ownerId)).filter(({ answers }) => answers.target?.schemaMode === 'build' && answers.target.schemaTitle?.trim() === from)
  if (drafts.length === 0) throw new ExplainedFailure({ code: 'batches.nothing-retitled', values: { title: from }, retryable: false })
  const saved: OpenDraft[] = []
  for (const draft of drafts) {
    const target = retitled(draft.answers.target ?? {}, from, to)
    // Somebody who changes a draft at this very moment knows better; it is left to them.
    if ((await saveDraft({ ...draft, ownerId, sections: { target } })).outcome === 'saved') saved.push(draft)
  }
  return carryOutEach(saved.flatMap(({ flowId }) => flowId ?? []), (flowId) => resumeFlow(flowId, ownerId))
}

/** A dataset that was called like the schema still is. */
function retitled(target: TargetAnswers, from: string, to: string): TargetAnswers {
  const isDatasetAlike = target.datasetMode === 'new' && target.datasetName?.trim() === from
  return { ...target, schemaTitle: to, ...(isDatasetAlike && { datasetName: to }) }
}
