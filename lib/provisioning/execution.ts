import type { AdobeClient } from '@/lib/adobe/types'
import type { ResourceRow } from '@/lib/data/resources'
import type { ExplainedError } from '@/lib/explained-error'
import type { Intent, Ledger } from './ledger'
import type { Records } from './record-in-order'
import type { StepKey } from './step-keys'
import type { StepOutput } from './steps/step'

/** How long a thing is looked for that may exist: Adobe promises no read after write. Pauses in ms before each look. */
export type Patience = readonly number[]

export const defaultPatience: Patience = [0, 500, 1_500, 3_000]

/** What became of asking for something that the flows of a batch have in common. */
export type SharedClaim =
  | { outcome: 'made'; output: StepOutput }
  /** It is for this execution to make. `isNew`: nobody has ever sent it. */
  | { outcome: 'mine'; row: ResourceRow; isNew: boolean }
  /** Another flow of the batch is at it. */
  | { outcome: 'busy' }
  /** Adobe has refused it meanwhile, and would again. */
  | { outcome: 'refused'; error: ExplainedError }

/** What one execution works with. */
export type Execution = {
  ledger: Ledger
  /** What was made is written down through these, behind the calls. */
  records: Records
  /** Of a flow that belongs to a batch: what equals something of another flow there is made once for all. */
  shares?: { batchId: string; claim: (intent: Intent, shareKey: string) => Promise<SharedClaim> }
  /** Settles when calls can be made: the first writes do not wait for it. */
  ready: Promise<void>
  /** The client with every call of it noted under a step. */
  clientFor: (key: StepKey) => AdobeClient
  /** The journal entry of the last POST for a step. */
  lastPostOf: (key: StepKey) => string | undefined
  /** Adobe's time in epoch ms. */
  adobeNowMs: () => number
  /** This machine's time in epoch ms. */
  nowMs: () => number
  sleep: (ms: number) => Promise<void>
  newMarker: () => string
  width: number
  patience: Patience
  /** True when the work was called off or this process stops: what is under way ends, nothing more begins. */
  isHalted: () => boolean
  /** Steps whose sending was in doubt in this execution; these are looked at once more in the end. */
  doubts: Set<StepKey>
  /** Steps whose thing was made by a sending of this execution. */
  made: Set<StepKey>
}
