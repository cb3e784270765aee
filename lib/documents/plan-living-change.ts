import 'server-only'
import { getFlow } from '@/lib/adobe/flow-service/flows'
import type { AdobeClient } from '@/lib/adobe/types'
import type { FlowRow } from '@/lib/data/flows'
import { findFlowsNamed } from '@/lib/data/named-flows'
import { findLatestProvisioning } from '@/lib/data/provisionings'
import { listFlowResources, type ResourceRow } from '@/lib/data/resources'
import { compareDefinitions, type DefinitionChange } from '@/lib/flows/compare-definitions'
import type { DocumentProblem } from '@/lib/flows/document-problem'
import type { FlowDefinition } from '@/lib/flows/flow-definition'
import { factsOf, readFact, wantedFact, wantedFacts } from '@/lib/provisioning/change/flow-facts'
import { changesMapping, planChange } from '@/lib/provisioning/change/plan-change'
import type { PlanStep } from '@/lib/provisioning/plan'
import { checkMappingInWorkspace } from './check-mapping-in-workspace'
import { orExplain } from './or-explain'
import { checkScheduleInWorkspace } from './resolve-definition'

/** What changing a living flow would do. Plain data. */
export type LivingChange = {
  changes: DefinitionChange[]
  steps: PlanStep[]
  problems: DocumentProblem[]
  warnings: DocumentProblem[]
  /** An earlier change has not come to its end: the flow may be half changed, even where nothing differs. */
  isUnfinished: boolean
}

/**
 * Holds a definition against a living flow: what differs, what that makes, what stands in the way here, and what somebody
 * has set in Adobe that would be overwritten. Only reads.
 * @throws ExplainedFailure what Adobe says when it does not answer
 */
export async function planLivingChange(client: AdobeClient, flow: FlowRow, target: FlowDefinition, nowMs: number): Promise<LivingChange> {
  const changes = compareDefinitions(flow.definition, target)
  const [resources, last] = await Promise.all([listFlowResources(flow.id), findLatestProvisioning(flow.id)])
  const present = resources.filter(({ superseded }) => !superseded)
  const ids = Object.fromEntries(present.map(({ stepKey, adobeId }) => [stepKey, adobeId]))
  const isUnfinished = last?.kind === 'change' && last.state !== 'succeeded'
  const { steps } = planChange({ before: flow.definition, target }, flow.bindings, ids)
  if (changes.length === 0) return { changes, steps, problems: [], warnings: [], isUnfinished }
  const [inWorkspace, named, drift] = await Promise.all([
    checkInWorkspace(client, flow, target, changes, nowMs),
    checkName(flow, target),
    findDrift(client, flow, present, changes),
  ])
  return { changes, steps, problems: [...inWorkspace.problems, ...named], warnings: [...inWorkspace.warnings, ...drift], isUnfinished }
}

async function checkInWorkspace(client: AdobeClient, flow: FlowRow, target: FlowDefinition, changes: DefinitionChange[], nowMs: number) {
  const isRescheduled = changes.some(({ path }) => path.startsWith('schedule.'))
  const [mapping, schedule] = await Promise.all([
    changesMapping(changes) ? checkMappingInWorkspace(client, target, flow.bindings) : undefined,
    isRescheduled ? checkScheduleInWorkspace(client, target, nowMs) : [],
  ])
  // The start stays what it is, and of a flow that lives it has passed.
  const ofSchedule = schedule.filter(({ path }) => path !== 'schedule.start')
  return { problems: [...(mapping?.errors ?? []), ...ofSchedule], warnings: mapping?.warnings ?? [] }
}

/** Documents find their flow by its name, so no two of a workspace may come to have one. */
async function checkName(flow: FlowRow, { name }: FlowDefinition): Promise<DocumentProblem[]> {
  if (name === flow.name) return []
  const others = (await findFlowsNamed(flow.workspace.id, name)).filter(({ id }) => id !== flow.id)
  return others.length > 0 ? [{ path: 'name', area: 'documents', code: 'name-taken', values: { name } }] : []
}

/** Facts about to be changed that are not what we last set: somebody has changed them in Adobe. */
async function findDrift(client: AdobeClient, flow: FlowRow, present: ResourceRow[], changes: DefinitionChange[]): Promise<DocumentProblem[]> {
  const item = orExplain(await getFlow(client, flow.adobeFlowId ?? ''), 'nowhere')
  const marker = present.find(({ kind }) => kind === 'flow')?.marker ?? ''
  const sets = present.filter(({ kind, adobeId }) => kind === 'mapping-set' && adobeId !== undefined)
  const known = sets.map(({ adobeId = '', detail }) => wantedFacts(flow.definition, marker, { id: adobeId, version: detail.version ?? 0 }))
  const paths = { name: 'name', description: 'description', frequency: 'schedule.frequency', interval: 'schedule.interval', mapping: 'mapping.rows' }
  return [...factsOf(changes)].flatMap((fact): DocumentProblem[] => {
    const found = readFact(item, fact)
    if (known.length === 0 || known.some((one) => wantedFact(one, fact) === found)) return []
    return [{ path: paths[fact], area: 'documents', code: 'changed-in-adobe', values: { found: found.slice(0, 80) } }]
  })
}
