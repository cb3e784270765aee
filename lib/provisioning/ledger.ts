import type { LookFor } from '@/lib/adobe/created-resources'
import type { ResourceRow } from '@/lib/data/resources'
import type { ExplainedError } from '@/lib/explained-error'
import type { ResourceKind, StepKey } from './step-keys'
import type { StepOutput } from './steps/step'

export type Intent = {
  stepKey: StepKey
  kind: ResourceKind
  name: string
  marker: string
  inputHash: string
  /** By what the thing would be found in Adobe; kept, because the definition may change later. */
  look: LookFor
}

/** Something that Adobe has made, or that was found to be there by its marker. */
export type Made = {
  rowId: string
  kind: ResourceKind
  output: StepOutput
  callId?: string | undefined
  /** It was sent, or may have been, more than once. */
  resent: boolean
  /** From the sending to the answer; absent for what was found. */
  tookMs?: number
}

export type Reused = { stepKey: StepKey; kind: ResourceKind; name: string; adobeId: string; inputHash: string; isWork: boolean }

/** All that one execution is going to do, as far as it is known before anything is sent. */
export type Beginning = {
  reused: readonly Omit<Reused, 'isWork'>[]
  intents: readonly Intent[]
  /** Rows that failed without a trace in Adobe and are tried again under the same marker. */
  again: readonly string[]
}

/**
 * What one execution reads and writes of a flow's ledger. Every write is durable when it returns and is refused with
 * LeaseLost once another execution has taken over.
 */
export type Ledger = {
  /** All rows of the flow, superseded ones included, in the order they were begun. */
  rows(): Promise<ResourceRow[]>
  /**
   * Writes down all that is about to be made, and with it what undoes it, before anything is sent: one write, so that no
   * step of the way waits for one of its own. Answers the rows of the intents, in their order.
   */
  begin(work: Beginning): Promise<ResourceRow[]>
  /** The same for one thing whose look could not be known at the beginning. */
  intend(intent: Intent): Promise<ResourceRow>
  /** A row that failed without a trace in Adobe is tried again under the same marker. */
  intendAgain(rowId: string): Promise<void>
  /** Forgets intents of which this execution knows that nothing was sent. */
  withdraw(rowIds: readonly string[]): Promise<void>
  recordMade(made: readonly Made[]): Promise<void>
  /** `isWork`: Adobe was asked for it, so it counts among the steps done. */
  recordReused(step: Reused): Promise<void>
  /** `inDoubt`: it may exist all the same, and whoever goes on has to look first. */
  recordFailure(rowId: string, error: ExplainedError, inDoubt: boolean): Promise<void>
  /** A second thing that carries a row's marker: noted so that it is removed like everything that is no longer wanted. */
  recordTwin(rowId: string, adobeId: string): Promise<void>
  supersede(rowIds: readonly string[]): Promise<void>
  /** Lets go of a thing before it is removed. `kept`: another flow uses it, so it stays and is theirs. */
  beginRemoval(rowId: string): Promise<'ours' | 'kept'>
  /** Lets go of things that stay in Adobe when the flow goes. */
  recordKept(rowIds: readonly string[]): Promise<void>
  recordDeleted(rowId: string): Promise<void>
  recordUndeletable(rowId: string, error: ExplainedError): Promise<void>
  /** Of a thing that lives: what a patch has made of it. It counts among the steps done. */
  recordChanged(rowId: string, changed: { name: string; etag?: string | undefined }): Promise<void>
  /** Rows now stand for what these hashes are of, although nothing was made anew. */
  restamp(stamps: readonly { id: string; inputHash: string }[]): Promise<void>
  /** Figures for lists: steps done of all. */
  recordProgress(done: number, total: number): Promise<void>
}
