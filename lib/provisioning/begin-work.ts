import type { ResourceRow } from '@/lib/data/resources'
import type { Execution } from './execution'
import type { Intent } from './ledger'
import { intentOf } from './make-once'
import type { PlanStep } from './plan'
import { isShareable } from './share-key'
import type { StepKey } from './step-keys'
import { creatingStep } from './steps/creating-steps'
import type { StepInputs } from './steps/step'

type Work = {
  toDo: readonly PlanStep[]
  /** Rows that still say what the plan wants. */
  kept: ReadonlyMap<StepKey, ResourceRow>
  hashes: ReadonlyMap<StepKey, string>
  inputs: Pick<StepInputs, 'definition' | 'bindings' | 'outputs'>
}

/**
 * Writes down in one go what an execution is about to make, and notes what it only uses, whose outputs are there with it.
 * Answers the rows of which certainly nothing was sent yet. Left out is what cannot be looked for before something else
 * exists, and what the flows of a batch have in common: that is written when its turn comes.
 * @throws LeaseLost when somebody else has taken over
 */
export async function beginWork({ ledger, shares, adobeNowMs, newMarker }: Execution, { toDo, kept, hashes, inputs }: Work): Promise<Map<StepKey, ResourceRow>> {
  const hashOf = ({ key }: PlanStep) => hashes.get(key) ?? ''
  const reused = toDo
    .filter(({ mode }) => mode === 'reuse')
    .map((step) => ({ stepKey: step.key, kind: step.kind, name: step.name, adobeId: step.reusedId ?? '', inputHash: hashOf(step) }))
  for (const { stepKey, adobeId } of reused) inputs.outputs[stepKey] = { adobeId }

  const creations = toDo.filter(({ key, mode }) => mode === 'create' && !(shares && isShareable(key)))
  const isKnownHow = ({ key }: PlanStep) => (creatingStep(key).lookNeeds ?? []).every((need) => inputs.outputs[need] !== undefined)
  const intents: Intent[] = creations
    .filter((step) => !kept.has(step.key) && isKnownHow(step))
    .map((step) => intentOf(step, { ...inputs, marker: newMarker(), nowMs: adobeNowMs() }, hashOf(step)))
  const again = creations.flatMap(({ key }) => kept.get(key) ?? []).filter(({ state }) => state === 'failed')

  if (reused.length + intents.length + again.length === 0) return new Map()
  const rows = await ledger.begin({ reused, intents, again: again.map(({ id }) => id) })
  const tried = again.map((row): ResourceRow => ({ ...row, state: 'intended' }))
  return new Map([...rows, ...tried].map((row) => [row.stepKey, row]))
}
