import type { ResourceRow } from '@/lib/data/resources'
import type { Plan } from './plan'
import type { StepKey } from './step-keys'

export type Comparison = {
  /** Rows that still say what the plan wants, by step; not all of them are done. */
  kept: Map<StepKey, ResourceRow>
  /** Rows that a later answer has replaced: they no longer count and what they stand for is removed. */
  outdated: ResourceRow[]
}

/**
 * What of a ledger still serves a plan. A row is outdated when its step is gone, when its own inputs have changed, or when
 * something it was made of is made anew. Pure.
 */
export function compareWithLedger(plan: Plan, hashes: ReadonlyMap<StepKey, string>, rows: readonly ResourceRow[]): Comparison {
  const kept = new Map<StepKey, ResourceRow>()
  const present = rows.filter((row) => !row.superseded)
  const remade = new Set<StepKey>()
  for (const step of plan.steps) {
    const row = present.find(({ stepKey }) => stepKey === step.key)
    // What is yet to be made cannot be what an existing row was made of.
    if (!row) {
      remade.add(step.key)
      continue
    }
    const isGone = row.state === 'deleted' || row.state === 'deleting' || row.state === 'undeletable'
    const isChanged = row.inputHash !== hashes.get(step.key)
    if (isGone || isChanged || step.needs.some((need) => remade.has(need))) remade.add(step.key)
    else kept.set(step.key, row)
  }
  const keptIds = new Set([...kept.values()].map(({ id }) => id))
  return { kept, outdated: present.filter(({ id }) => !keptIds.has(id)) }
}
