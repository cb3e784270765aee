import type { ResourceRow } from '@/lib/data/resources'
import type { ExplainedError } from '@/lib/explained-error'
import { compareDefinitions } from '@/lib/flows/compare-definitions'
import type { Bindings, FlowDefinition } from '@/lib/flows/flow-definition'
import type { Creation } from '../create-resources'
import type { Execution } from '../execution'
import { hashInputs } from '../hash-inputs'
import { makeOnce } from '../make-once'
import { noteVanished } from '../note-vanished'
import type { PlanStep } from '../plan'
import { removeResources } from '../remove-resources'
import { mappingSetName } from '../steps/names'
import type { StepOutput } from '../steps/step'
import { factsOf, wantedFacts, type FlowFact } from './flow-facts'
import { patchLivingFlow } from './patch-living-flow'
import { changesMapping, type FlowChange } from './plan-change'

export type LivingFlow = {
  adobeFlowId: string
  bindings: Bindings
  /** What earlier changes wanted that did not come to their end: what they touched may be half changed. */
  abandoned: readonly FlowDefinition[]
}

/**
 * Makes a living flow in Adobe what a change wants: the new mapping set first, then one patch that names it, then the old
 * mapping set goes. Each step is in the ledger before it is sent or recognises itself as done, so that it can end at any
 * moment and be gone on with; the way back is the same with the old definition as what is wanted.
 * @throws LeaseLost when somebody else has taken over
 */
export async function changeResources(execution: Execution, change: FlowChange, { adobeFlowId, bindings, abandoned }: LivingFlow): Promise<Creation> {
  const { ledger } = execution
  const { before, target } = change
  const touched = new Set<FlowFact>([target, ...abandoned].flatMap((wanted) => [...factsOf(compareDefinitions(before, wanted))]))
  const stamps = hashInputs(target, bindings)
  const rows = await presentRows(execution, change, bindings)
  const flowRow = rows.find(({ kind }) => kind === 'flow')

  const mapping = await mappingSetOf(execution, change, bindings, rows)
  if ('outcome' in mapping) return mapping
  const { row: mappingRow, output } = mapping
  const ref = output && { id: output.adobeId, version: output.detail?.version ?? 0 }
  const wanted = wantedFacts(target, flowRow?.marker ?? '', ref)
  const patched = await patchLivingFlow(execution, adobeFlowId, wanted, touched)
  if (execution.isHalted() && !patched.ok) return { outcome: 'halted' }
  if (!patched.ok) return { outcome: 'failed', step: 'flow', error: patched.error }
  if (flowRow) await ledger.recordChanged(flowRow.id, { name: target.name, etag: patched.data.etag })

  const present = (await ledger.rows()).filter(({ superseded }) => !superseded)
  const outdated = present.filter(({ kind, id }) => kind === 'mapping-set' && mappingRow && id !== mappingRow)
  if (outdated.length > 0) await ledger.supersede(outdated.map(({ id }) => id))
  // What Adobe does not let go stays in the ledger as left behind; the change is done all the same.
  await removeResources(execution, (await ledger.rows()).filter(({ superseded, kind }) => superseded && kind === 'mapping-set'))
  await ledger.restamp(present.filter((row) => !outdated.includes(row) && !row.isShareable).flatMap(({ id, stepKey }) => {
    const inputHash = stamps.get(stepKey)
    return inputHash === undefined ? [] : [{ id, inputHash }]
  }))
  return { outcome: 'complete' }
}

/** Rows that count. A mapping set that an earlier try has made and somebody has removed since is noted as gone. */
async function presentRows(execution: Execution, { target }: FlowChange, bindings: Bindings): Promise<ResourceRow[]> {
  const { ledger } = execution
  const wantedHash = hashInputs(target, bindings).get('mapping-set')
  const rows = (await ledger.rows()).filter(({ superseded }) => !superseded)
  const made = rows.filter(({ kind, inputHash }) => kind === 'mapping-set' && inputHash === wantedHash)
  if (!(await noteVanished(execution, made))) return rows
  return (await ledger.rows()).filter(({ superseded }) => !superseded)
}

type WantedMappingSet = { row: string | undefined; output?: StepOutput } | Extract<Creation, { outcome: 'failed' | 'halted' }>

/** The mapping set that the flow is to name: the one it has, or a new one, made exactly once. */
async function mappingSetOf(execution: Execution, { before, target }: FlowChange, bindings: Bindings, rows: ResourceRow[]): Promise<WantedMappingSet> {
  const sets = rows.filter(({ kind, state }) => kind === 'mapping-set' && state !== 'deleted')
  const wantedHash = hashInputs(target, bindings).get('mapping-set') ?? ''
  if (!changesMapping(compareDefinitions(before, target))) {
    const oldHash = hashInputs(before, bindings).get('mapping-set')
    const kept = sets.find(({ inputHash }) => inputHash === oldHash) ?? sets.find(({ state }) => state === 'created')
    return { row: kept?.id, ...(kept?.adobeId !== undefined && { output: outputOf(kept) }) }
  }
  const known = sets.find(({ inputHash }) => inputHash === wantedHash)
  if (known?.state === 'created') return { row: known.id, output: outputOf(known) }
  const step: PlanStep = {
    key: 'mapping-set', kind: 'mapping-set', titleKey: 'kinds.mapping-set', needs: [], mode: 'create', name: mappingSetName(target),
  }
  const schemaId = rows.find(({ kind }) => kind === 'schema')?.adobeId ?? bindings.schemaId ?? ''
  const made = await makeOnce(execution, step, { definition: target, bindings, outputs: { schema: { adobeId: schemaId } } }, { row: known, inputHash: wantedHash })
  await execution.records.settle()
  if (made.ok) return { row: await rowOf(execution, made.data.adobeId), output: made.data }
  return execution.isHalted() ? { outcome: 'halted' } : failedAt(made.error)
}

const failedAt = (error: ExplainedError) => ({ outcome: 'failed' as const, step: 'mapping-set' as const, error })

async function rowOf({ ledger }: Execution, adobeId: string): Promise<string | undefined> {
  return (await ledger.rows()).find((row) => row.kind === 'mapping-set' && row.adobeId === adobeId)?.id
}

function outputOf({ adobeId = '', etag, detail }: ResourceRow): StepOutput {
  return { adobeId, ...(etag !== undefined && { etag }), detail }
}
