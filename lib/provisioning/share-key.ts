import { createHash } from 'node:crypto'
import type { PlanStep } from './plan'
import type { StepKey } from './step-keys'
import type { StepOutput } from './steps/step'

/** What flows of one batch may have in common: things that carry no flow's name and that several flows can build on. */
const shareable: ReadonlySet<StepKey> = new Set(['adhoc-class', 'adhoc-schema', 'schema', 'identity-descriptor', 'profile-schema', 'dataset'])

export const isShareable = (key: StepKey): boolean => shareable.has(key)

/**
 * By what the flows of a batch recognise that they want the very same thing: the same inputs, built on the same things.
 * Two datasets of one name over two schemas are not the same. What a step only waits for belongs to one flow and makes no
 * difference. Known only when all that the step needs is there.
 */
export function shareKey(
  batchId: string,
  step: Pick<PlanStep, 'key' | 'needs'>,
  inputHash: string,
  outputs: Partial<Record<StepKey, StepOutput>>,
): string {
  const builtOn = step.needs.filter(isShareable).map((need) => outputs[need]?.adobeId ?? '')
  return createHash('sha256').update(JSON.stringify([batchId, step.key, inputHash, ...builtOn])).digest('hex')
}
