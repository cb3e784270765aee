import 'server-only'
import { findAnswers, listBatchDrafts, listBatches, listBatchFlows, listBatchShared, readPace, type BatchDraft, type BatchFlow } from '@/lib/data/batch-items'
import { findBatch } from '@/lib/data/batches'
import { env } from '@/lib/env'
import type { DraftAnswers } from '@/lib/flows/draft-answers'
import { findProblems } from '@/lib/flows/step-problems'
import { countStates, type BatchItem, type BatchItemState, type BatchListRow, type BatchView } from './batch-view'

/** How a batch stands: its drafts, its flows and what they have in common. Undefined where there is none. */
export async function readBatch(batchId: string, ownerId: string): Promise<BatchView | undefined> {
  const batch = await findBatch(batchId)
  if (!batch) return undefined
  const { id, name, workspace, createdAt } = batch
  const [drafts, flows, shared, callsPerSecond] = await Promise.all([
    listBatchDrafts(id, ownerId), listBatchFlows(id), listBatchShared(id), readPace(workspace.orgId),
  ])
  const open = await toItems(drafts)
  // A creation that was undone has given its draft back; the draft says how it stands now.
  const given = new Set(open.map(({ object }) => object))
  const made = flows.map(toFlowItem).filter(({ state, object }) => state !== 'removed' || !given.has(object))
  const items = [...open, ...made].toSorted((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1))
  return {
    id,
    name,
    workspace: { id: workspace.id, name: workspace.name, kind: workspace.kind },
    createdAt: createdAt.toISOString(),
    items,
    counts: countStates(items),
    shared,
    pace: { callsPerSecond, budget: env().TRIBUTARY_CALLS_PER_SECOND },
  }
}

export async function readBatchList(): Promise<BatchListRow[]> {
  return (await listBatches(100)).map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }))
}

// Answers hold every column; a page that asks each second does not read them anew while nothing has changed.
const remembered = new Map<string, BatchItem>()
const rememberedMax = 2_000

async function toItems(drafts: readonly BatchDraft[]): Promise<BatchItem[]> {
  const unknown = drafts.filter((draft) => !remembered.has(keyOf(draft)))
  const answers = await findAnswers(unknown.map(({ id }) => id))
  for (const draft of unknown) remembered.set(keyOf(draft), toDraftItem(draft, answers.get(draft.id) ?? {}))
  const items = drafts.flatMap((draft) => remembered.get(keyOf(draft)) ?? [])
  for (const key of remembered.keys()) {
    if (remembered.size <= rememberedMax) break
    remembered.delete(key)
  }
  return items
}

const keyOf = ({ id, revision, preparation }: BatchDraft) => `${id} ${revision} ${preparation ?? ''}`

function toDraftItem({ id, preparation, error }: BatchDraft, answers: DraftAnswers): BatchItem {
  const { data, mapping, review } = answers
  const problems = preparation === undefined ? findProblems(answers) : []
  const state = preparation === 'waiting' ? 'preparing' : preparation === 'failed' ? 'unread' : problems.length > 0 ? 'lacking' : 'ready'
  const verdict = mapping?.verdict
  const object = data?.table ?? ''
  return {
    id, draftId: id, name: review?.name ?? object, object, state, done: 0, total: 0, problems,
    step: problems[0]?.step ?? (state === 'ready' ? 'review' : 'data'),
    ...(verdict && { mapped: verdict.mapped, required: verdict.required, requiredMapped: verdict.requiredMapped }),
    ...(state === 'unread' && error && { error }),
  }
}

function toFlowItem(flow: BatchFlow): BatchItem {
  const { id, name, object, draftId, kind, stepsDone, stepsTotal, partsGone, error, refusedTitle } = flow
  const state = stateOf(flow)
  return {
    id, flowId: id, name, object, state, problems: [],
    done: kind === 'undo' ? Math.min(partsGone, stepsTotal) : stepsDone,
    total: stepsTotal,
    ...(draftId !== undefined && { draftId }),
    ...((state === 'failed' || state === 'remove-failed') && error && { error }),
    ...(error?.code === 'adobe.title-taken' && refusedTitle !== undefined && { takenTitle: refusedTitle }),
  }
}

function stateOf({ lifecycle, state }: BatchFlow): BatchItemState {
  switch (lifecycle) {
    case 'live':
      return 'live'
    case 'deleted':
      return 'removed'
    case 'deleting':
      return state === 'failed' ? 'remove-failed' : 'removing'
    case 'failed':
      return 'failed'
    default:
      return state === 'queued' ? 'queued' : 'creating'
  }
}
