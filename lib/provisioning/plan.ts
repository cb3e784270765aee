import type { Bindings, FlowDefinition } from '@/lib/flows/flow-definition'
import type { ResourceKind, StepKey } from './step-keys'
import { mappingSetName, sourceConnectionName, targetConnectionName } from './steps/names'

export type PlanMode =
  /** A POST makes it. */
  | 'create'
  /** It is there already and stays when this flow goes. */
  | 'reuse'
  /** It is asked for; Adobe owns it. */
  | 'look-up'
  /** It lives and stays what it is; a PATCH changes some of it. */
  | 'change'

export type PlanStep = {
  key: StepKey
  kind: ResourceKind
  /** Message key within the area `create`. */
  titleKey: `kinds.${ResourceKind}`
  /** Steps whose outputs this one sends, or which have to come before it. All are in the same plan. */
  needs: StepKey[]
  mode: PlanMode
  /** The name it has or will have in Adobe. */
  name: string
  /** Id of what is reused or looked up. */
  reusedId?: string
}

/** Steps in an order in which every step comes after what it needs. */
export type Plan = { steps: PlanStep[] }

/**
 * The resources a definition needs and how they depend on each other. Pure: neither network nor database; the same
 * definition gives the same plan.
 */
export function planFlow(definition: FlowDefinition, bindings: Bindings): Plan {
  const adhoc = definition.rawSchema
  const { schema, dataset, forProfile } = definition.target
  const steps: PlanStep[] = [reuse('base-connection', definition.source.connectionName, bindings.baseConnectionId)]

  steps.push({ ...step('flow-spec', 'look-up', bindings.flowSpec.id, []), reusedId: bindings.flowSpec.id })
  if (adhoc.mode === 'adhoc') {
    steps.push(step('adhoc-class', 'create', adhoc.classTitle, []))
    steps.push(step('adhoc-schema', 'create', adhoc.schemaTitle, ['adhoc-class']))
  }
  if (schema.mode === 'build') {
    steps.push(step('schema', 'create', schema.title, []))
    if (schema.primaryIdentity) steps.push(step('identity-descriptor', 'create', schema.primaryIdentity.path, ['schema']))
  } else {
    steps.push(reuse('schema', schema.title, bindings.schemaId ?? ''))
  }
  const raw: StepKey[] = adhoc.mode === 'adhoc' ? ['adhoc-schema'] : []
  steps.push(step('source-connection', 'create', sourceConnectionName(definition), ['base-connection', ...raw]))
  const mappingSet = step('mapping-set', 'create', mappingSetName(definition), ['schema'])
  const joinsProfile = forProfile === true && schema.mode === 'build'
  if (joinsProfile) steps.push(mappingSet, step('profile-schema', 'create', schema.title, profileNeeds([...steps, mappingSet])))
  if (dataset.mode === 'new') steps.push(step('dataset', 'create', dataset.name, ['schema', ...(joinsProfile ? ['profile-schema' as const] : [])]))
  else steps.push({ ...reuse('dataset', dataset.name, bindings.datasetId ?? ''), needs: ['schema'] })
  // The dataset lies on the longest path, so it is begun first where it can be.
  if (!joinsProfile) steps.push(mappingSet)
  steps.push(step('target-connection', 'create', targetConnectionName(definition), ['schema', 'dataset']))
  steps.push(step('flow', 'create', definition.name, flowNeeds(steps)))
  return { steps }
}

/** No data may flow before the identity is declared, so the descriptor is among the flow's needs. */
function flowNeeds(steps: PlanStep[]): StepKey[] {
  const needed: StepKey[] = ['source-connection', 'target-connection', 'mapping-set', 'flow-spec', 'identity-descriptor']
  return needed.filter((key) => steps.some((other) => other.key === key))
}

/** Joining Profile cannot be undone, so it waits for what is most likely to be refused and does not need it. */
function profileNeeds(steps: PlanStep[]): StepKey[] {
  const needed: StepKey[] = ['schema', 'identity-descriptor', 'mapping-set']
  return needed.filter((key) => steps.some((other) => other.key === key))
}

function step(kind: ResourceKind, mode: PlanMode, name: string, needs: StepKey[]): PlanStep {
  return { key: kind, kind, titleKey: `kinds.${kind}`, needs, mode, name }
}

function reuse(kind: ResourceKind, name: string, reusedId: string): PlanStep {
  return { ...step(kind, 'reuse', name, []), reusedId }
}

/** What stands between a plan and "3 of 9": what is reused asks for no work. */
export function countWork(plan: Plan): number {
  return plan.steps.filter((one) => one.mode !== 'reuse').length
}

/** Every step that needs `key`, directly or through others. */
export function dependentsOf(plan: Plan, key: StepKey): Set<StepKey> {
  const found = new Set<StepKey>([key])
  for (const one of plan.steps) if (one.needs.some((need) => found.has(need))) found.add(one.key)
  found.delete(key)
  return found
}
