import type { ExplainedError } from '@/lib/explained-error'
import type { StepProblem } from '@/lib/flows/step-problems'
import type { SetupStep } from '@/lib/paths'
import type { ResourceKind } from '@/lib/provisioning/step-keys'

/** How one of a batch stands, in the order of its life. Words: `batches.states.<state>`. */
export const batchItemStates = [
  'preparing',
  /** Its object could not be read. */
  'unread',
  /** Answers are missing. */
  'lacking',
  'ready',
  'queued',
  'creating',
  'failed',
  'live',
  'removing',
  'remove-failed',
  'removed',
] as const

export type BatchItemState = (typeof batchItemStates)[number]

/** One of a batch: a draft while it has no flow, then that flow. Plain data; goes to the browser as it is. */
export type BatchItem = {
  /** Of the flow, else of the draft. */
  id: string
  name: string
  /** The table or resource it reads. */
  object: string
  state: BatchItemState
  draftId?: string
  flowId?: string
  /** Steps done of all, while it is made or removed. */
  done: number
  total: number
  /** Rows of the mapping, and how many of the fields that must be written are. */
  mapped?: number
  required?: number
  requiredMapped?: number
  /** What is still lacking, in the order of the wizard's steps. */
  problems: StepProblem[]
  /** Where the wizard takes it up. */
  step?: SetupStep
  error?: ExplainedError
  /** The title of its schema, which something else in the workspace has already. */
  takenTitle?: string
}

/** Something that several flows of the batch build on. */
export type SharedThing = {
  id: string
  kind: ResourceKind
  name: string
  adobeId?: string
  /** Flows of the batch that use it. */
  users: number
  isReused: boolean
}

export type BatchCounts = Partial<Record<BatchItemState, number>>

/** One batch as its page shows it. Moments are ISO texts. */
export type BatchView = {
  id: string
  name: string
  workspace: { id: string; name: string; kind: string }
  createdAt: string
  items: BatchItem[]
  counts: BatchCounts
  shared: SharedThing[]
  /** Calls to the organisation in the last seconds, and how many it may be. */
  pace: { callsPerSecond: number; budget: number }
}

/** One batch in the list of all. */
export type BatchListRow = { id: string; name: string; workspaceName: string; createdAt: string; drafts: number; flows: number; live: number; failed: number }

/** Nothing goes on with these until somebody has looked. */
export const attentionItemStates: readonly BatchItemState[] = ['unread', 'lacking', 'failed', 'remove-failed']

const moving: readonly BatchItemState[] = ['preparing', 'queued', 'creating', 'removing']

/** Whether anything of it changes by itself. */
export const isMoving = ({ counts }: Pick<BatchView, 'counts'>): boolean => moving.some((state) => (counts[state] ?? 0) > 0)

export function countStates(items: readonly Pick<BatchItem, 'state'>[]): BatchCounts {
  const counts: BatchCounts = {}
  for (const { state } of items) counts[state] = (counts[state] ?? 0) + 1
  return counts
}
