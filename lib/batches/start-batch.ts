import 'server-only'
import { findFlowSpecForSource } from '@/lib/adobe/flow-service/specs'
import { insertBatch, waitAgain } from '@/lib/data/batches'
import { needFreeTitle } from '@/lib/documents/find-title'
import { orExplain } from '@/lib/documents/or-explain'
import { ExplainedFailure } from '@/lib/explained-error'
import { sendJob } from '@/lib/jobs/queue'
import { log } from '@/lib/log'
import { checkSchedule } from '@/lib/schedule/check-schedule'
import { findSource } from '@/lib/sources/catalogue'
import { openWorkspace } from '@/lib/workspaces/open-workspace'
import type { BatchRequest } from './batch-choices'
import { batchPreparationJob } from './preparation-job'

/**
 * Begins a draft for each object, and has their answers proposed. The schedule is held against the flow specification
 * first, since it is the same for all.
 * @throws ExplainedFailure `schedule-refused`, `adobe.spec-unknown`, `adobe.title-taken` for one new schema, and what Adobe says when it does not answer
 */
export async function startBatch({ workspaceId, source, objects, choices }: BatchRequest, ownerId: string, nowMs: number): Promise<{ batchId: string }> {
  await checkFirst(workspaceId, source, choices, nowMs)
  const drafts = objects.map((table) => ({
    answers: { source: { workspaceId, ...source }, data: { kind: source.sourceKind, table } },
    step: 'data' as const,
  }))
  const { batchId } = await insertBatch({ workspaceId, name: source.connectionName, ownerId, choices, drafts })
  await wakePreparation(batchId)
  return { batchId }
}

/** Tries once more what could not be read; answers how many drafts that concerns. */
export async function prepareAgain(batchId: string, ownerId: string): Promise<number> {
  const count = await waitAgain(batchId, ownerId)
  if (count > 0) await wakePreparation(batchId)
  return count
}

async function checkFirst(workspaceId: string, source: BatchRequest['source'], { schedule, target }: BatchRequest['choices'], nowMs: number): Promise<void> {
  const { client } = await openWorkspace(workspaceId)
  const flowSpecName = findSource(source.sourceKey)?.flowSpecName
  const asked = { connectionSpecId: source.connectionSpec.id, ...(flowSpecName !== undefined && { flowSpecName }) }
  const spec = orExplain(await findFlowSpecForSource(client, asked), 'source')
  if (!spec) throw new ExplainedFailure({ code: 'adobe.spec-unknown', mendAt: 'source', retryable: false })
  const [problem] = checkSchedule(schedule, spec.scheduleSpec, nowMs)
  if (problem) throw new ExplainedFailure({ code: 'batches.schedule-refused', values: { field: problem.field }, mendAt: 'schedule', retryable: false })
  if (target.mode === 'one') await needFreeTitle(client, target.title)
}

/** Where the word is lost, the sweep finds the batch a moment later. */
async function wakePreparation(batchId: string): Promise<void> {
  await sendJob(batchPreparationJob, { batchId }).catch((error: unknown) => log.warn('batch.wake-failed', { batchId, error }))
}
