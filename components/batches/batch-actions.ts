import type { ActionAnswer } from '@/lib/actions/action-answer'
import type { BatchRequest } from '@/lib/batches/batch-choices'

type Carry = (raw: { batchId: string }) => Promise<ActionAnswer<{ count: number }>>

/** What a person can do about a batch; the routes hand it in, so that components know no route. */
export type BatchActions = {
  create: Carry
  resumeAll: Carry
  undoAll: Carry
  readAgain: Carry
  /** Another title for a schema that several of them build. */
  retitle: (raw: { batchId: string; from: string; to: string }) => Promise<ActionAnswer<{ count: number }>>
  resume: (raw: { flowId: string }) => Promise<ActionAnswer<unknown>>
  undo: (raw: { flowId: string }) => Promise<ActionAnswer<unknown>>
}

export type StartBatch = (raw: BatchRequest) => Promise<ActionAnswer<{ batchId: string }>>
