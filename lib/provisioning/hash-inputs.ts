import { createHash } from 'node:crypto'
import type { Bindings, FlowDefinition } from '@/lib/flows/flow-definition'
import { placeholderInputs } from './call-preview'
import { planFlow } from './plan'
import type { StepKey } from './step-keys'
import { creatingStep } from './steps/creating-steps'

/**
 * What each step of a plan depends on of a person's answers, as one text each: SHA-256 of its call with everything that
 * only comes into being later left open. Two definitions with the same text for a step want the same thing of it.
 */
export function hashInputs(definition: FlowDefinition, bindings: Bindings): Map<StepKey, string> {
  // A start "as soon as created" is the same wish whenever it is read, so the time is a constant here.
  const inputs = placeholderInputs(definition, bindings, { nowMs: 0, placeholder: (key) => `<${key}>` })
  return new Map(
    planFlow(definition, bindings).steps.map(({ key, mode, reusedId }) => [
      key,
      sha256(mode === 'create' ? creatingStep(key).call(inputs) : { mode, reusedId }),
    ]),
  )
}

const sha256 = (value: unknown) => createHash('sha256').update(JSON.stringify(sorted(value))).digest('hex')

/** Keys in a fixed order: PostgreSQL's jsonb gives documents back with theirs in another one. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  return Object.fromEntries(entries.map(([key, one]) => [key, sorted(one)]))
}
