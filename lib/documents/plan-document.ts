import 'server-only'
import type { AdobeClient } from '@/lib/adobe/types'
import type { FlowRow } from '@/lib/data/flows'
import { findFlowsNamed } from '@/lib/data/named-flows'
import { ExplainedFailure } from '@/lib/explained-error'
import { checkDefinition } from '@/lib/flows/check-definition'
import { compareDefinitions, type DefinitionChange } from '@/lib/flows/compare-definitions'
import type { DocumentProblem } from '@/lib/flows/document-problem'
import type { Bindings, FlowDefinition } from '@/lib/flows/flow-definition'
import { planFlow, type PlanStep } from '@/lib/provisioning/plan'
import { checkMappingInWorkspace } from './check-mapping-in-workspace'
import { planLivingChange } from './plan-living-change'
import { isBound, withFoundNames, type Choices, type Lacking, type TakenTitle } from './resolution'
import { resolveDefinition } from './resolve-definition'

/** What applying a document to a workspace would do. */
export type DocumentPlan = {
  /**
   * `create` makes the flow; `resume` goes on with one whose creation has not ended; `change` changes a living one; `none`
   * has nothing to do; `blocked` cannot be applied, and says why.
   */
  action: 'create' | 'resume' | 'change' | 'none' | 'blocked'
  /** The document as it is kept here: with the account's name in this workspace. */
  definition: FlowDefinition
  bindings: Partial<Bindings>
  flow?: { id: string; lifecycle: FlowRow['lifecycle']; adobeFlowId?: string }
  /** Parts that would be created or reused. */
  steps: PlanStep[]
  changes: DefinitionChange[]
  problems: DocumentProblem[]
  warnings: DocumentProblem[]
  lacking: Lacking[]
  taken: TakenTitle[]
}

export type PlanRequest = {
  workspaceId: string
  client: AdobeClient
  definition: FlowDefinition
  choices?: Choices
  /** Name of the account here, where it is another than the document's. */
  connectionName?: string | undefined
  /** The flow the document is about, where it is to get another name. */
  flowName?: string | undefined
  nowMs: number
}

/**
 * Compares a document with what is in the ledger, and where there is nothing yet, with what the workspace offers. Changes
 * nothing. A flow is known by its name within its workspace.
 * @throws ExplainedFailure `documents.several-flows`, and what Adobe says when it does not answer
 */
export async function planDocument(request: PlanRequest): Promise<DocumentPlan> {
  const { workspaceId, connectionName } = request
  const definition = connectionName === undefined ? request.definition : withConnectionName(request.definition, connectionName)
  const problems = checkDefinition(definition)
  const flows = await findFlowsNamed(workspaceId, request.flowName ?? definition.name)
  const [flow] = flows
  if (flows.length > 1) {
    throw new ExplainedFailure({ code: 'documents.several-flows', values: { name: definition.name, count: flows.length }, retryable: false })
  }
  if (!flow && request.flowName !== undefined) throw new ExplainedFailure({ code: 'not-found', retryable: false })
  return flow ? planForFlow(flow, definition, problems, request) : planCreation(definition, problems, request)
}

const withConnectionName = (definition: FlowDefinition, connectionName: string): FlowDefinition => ({
  ...definition, source: { ...definition.source, connectionName },
})

async function planForFlow(flow: FlowRow, definition: FlowDefinition, problems: DocumentProblem[], request: PlanRequest): Promise<DocumentPlan> {
  const { id, lifecycle, adobeFlowId } = flow
  if (lifecycle === 'live') return planForLiving(flow, definition, problems, request)
  const changes = compareDefinitions(flow.definition, definition)
  const shared = {
    flow: { id, lifecycle, ...(adobeFlowId !== undefined && { adobeFlowId }) },
    changes, problems, warnings: [], lacking: [], taken: [],
  }
  if (lifecycle === 'deleting') return { ...shared, action: 'blocked', definition, bindings: flow.bindings, steps: [] }
  if (changes.length === 0 || lifecycle === 'provisioning') {
    // What is being made is not changed under the hands of whoever makes it.
    const action = changes.length === 0 ? 'resume' : 'blocked'
    return { ...shared, action, definition, bindings: flow.bindings, steps: planFlow(flow.definition, flow.bindings).steps }
  }
  const fresh = await planCreation(definition, problems, request)
  // Titles are taken by what the failed creation has made already; the runner knows its own.
  const action = fresh.action === 'create' || (fresh.lacking.length === 0 && fresh.problems.length === 0) ? 'resume' : 'blocked'
  return { ...fresh, ...shared, action, lacking: fresh.lacking, problems: fresh.problems, warnings: fresh.warnings }
}

async function planForLiving(flow: FlowRow, definition: FlowDefinition, problems: DocumentProblem[], { client, nowMs }: PlanRequest): Promise<DocumentPlan> {
  const { id, lifecycle, adobeFlowId, bindings } = flow
  const living = await planLivingChange(client, flow, definition, nowMs)
  const all = living.changes.length === 0 ? [] : [...problems, ...living.problems]
  const isBlocked = all.length > 0 || living.changes.some(({ isPossible }) => !isPossible)
  const isDone = living.changes.length === 0 && !living.isUnfinished
  return {
    ...living,
    action: isDone ? 'none' : isBlocked ? 'blocked' : 'change',
    definition, bindings, problems: all, lacking: [], taken: [],
    flow: { id, lifecycle, ...(adobeFlowId !== undefined && { adobeFlowId }) },
  }
}

async function planCreation(definition: FlowDefinition, problems: DocumentProblem[], request: PlanRequest): Promise<DocumentPlan> {
  const { client, choices = {}, nowMs } = request
  const resolution = await resolveDefinition(client, definition, choices, nowMs)
  const { bindings, lacking, taken, schedule, names } = resolution
  const mapping = await checkMappingInWorkspace(client, definition, bindings)
  const all = [...problems, ...schedule, ...(mapping?.errors ?? [])]
  const known = withFoundNames(definition, names)
  const isPossible = isBound(bindings, lacking) && all.length === 0 && taken.length === 0
  return {
    action: isPossible ? 'create' : 'blocked',
    definition: known,
    bindings,
    steps: planFlow(known, { baseConnectionId: '', flowSpec: { id: '', version: '' }, ...bindings }).steps,
    changes: [], problems: all, warnings: mapping?.warnings ?? [], lacking, taken,
  }
}
