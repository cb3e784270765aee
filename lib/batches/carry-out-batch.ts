import 'server-only'
import { listBatchDrafts, listBatchFlows } from '@/lib/data/batch-items'
import { ExplainedFailure } from '@/lib/explained-error'
import { createFlowOfDraft, resumeFlow, undoFlow } from '@/lib/provisioning/create-flow'

export type CarriedOut = {
  /** Flows that were begun, gone on with or are being removed now. */
  count: number
}

/** Makes a flow of every draft that lacks nothing. Pressed again it does nothing to those that are flows already. */
export async function createBatchFlows(batchId: string, ownerId: string): Promise<CarriedOut> {
  const drafts = (await listBatchDrafts(batchId, ownerId)).filter(({ preparation }) => preparation === undefined)
  return carryOutEach(drafts.map(({ id }) => id), (id) => createFlowOfDraft(id, ownerId))
}

/** Goes on with all creations of a batch that failed. */
export async function resumeBatch(batchId: string, ownerId: string): Promise<CarriedOut> {
  const failed = (await listBatchFlows(batchId)).filter(({ lifecycle }) => lifecycle === 'failed')
  return carryOutEach(failed.map(({ id }) => id), (id) => resumeFlow(id, ownerId))
}

/** Removes from Adobe everything that the flows of a batch have made there. */
export async function undoBatch(batchId: string, ownerId: string): Promise<CarriedOut> {
  const flows = (await listBatchFlows(batchId)).filter(({ lifecycle }) => lifecycle !== 'deleted')
  return carryOutEach(flows.map(({ id }) => id), (id) => undoFlow(id, ownerId))
}

/** What has an explanation of its own (a draft that lacks something, a flow that went live meanwhile) stops no other. */
export async function carryOutEach(ids: readonly string[], work: (id: string) => Promise<unknown>): Promise<CarriedOut> {
  let count = 0
  for (const id of ids) {
    try {
      await work(id)
      count += 1
    } catch (error) {
      if (!(error instanceof ExplainedFailure)) throw error
    }
  }
  return { count }
}
