import { z } from 'zod'
import { compareDefinitions, type DefinitionChange } from '@/lib/flows/compare-definitions'
import { flowDefinition, type Bindings } from '@/lib/flows/flow-definition'
import { planFlow, type Plan, type PlanStep } from '../plan'
import type { StepKey } from '../step-keys'

/** What a living flow is, and what it is to become. */
export const flowChange = z.object({ before: flowDefinition, target: flowDefinition })
export type FlowChange = z.infer<typeof flowChange>

/** Ids that things have in Adobe by now. */
export type KnownIds = Partial<Record<StepKey, string>>

export const changesMapping = (changes: readonly DefinitionChange[]): boolean => changes.some(({ path }) => path === 'mapping.rows')

/**
 * The parts of a living flow in the light of a change: the flow itself is changed, a new mapping set is made where the
 * mapping differs, everything else stays as it is and under its name. Pure.
 */
export function planChange({ before, target }: FlowChange, bindings: Bindings, ids: KnownIds = {}): Plan {
  const changes = compareDefinitions(before, target)
  const isRemapped = changesMapping(changes)
  const fresh = new Map(planFlow(target, bindings).steps.map((step) => [step.key, step]))
  const steps = planFlow(before, bindings).steps.map((step): PlanStep => {
    const next = fresh.get(step.key) ?? step
    if (step.key === 'mapping-set' && isRemapped) return { ...next, mode: 'create' }
    const reusedId = ids[step.key] ?? step.reusedId
    if (step.key === 'flow' && changes.length > 0) return { ...next, mode: 'change', ...(reusedId && { reusedId }) }
    return { ...step, mode: 'reuse', ...(reusedId && { reusedId }) }
  })
  return { steps }
}
