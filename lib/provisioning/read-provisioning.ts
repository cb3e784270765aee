import 'server-only'
import { countCallsByStep } from '@/lib/data/calls'
import { findChangeDraftId } from '@/lib/data/drafts'
import { findFlow, type FlowRow } from '@/lib/data/flows'
import { findLatestProvisioning, type ProvisioningRow } from '@/lib/data/provisionings'
import { listFlowResources, type ResourceRow } from '@/lib/data/resources'
import { planChange, type FlowChange } from './change/plan-change'
import { hashInputs } from './hash-inputs'
import { planFlow, type PlanStep } from './plan'
import type { ProvisioningStepView, ProvisioningView, StepState } from './provisioning-view'

/** How the latest creation or undoing of a flow stands, or undefined where there is no such flow. */
export async function readProvisioning(flowId: string): Promise<ProvisioningView | undefined> {
  // In this order: what ended is never shown with a flow as it was before the end.
  const provisioning = await findLatestProvisioning(flowId)
  const flow = provisioning && (await findFlow(flowId))
  if (!flow) return undefined
  const [resources, calls, draftId] = await Promise.all([
    listFlowResources(flowId), countCallsByStep(provisioning.id), provisioning.change ? changeDraftOf(provisioning) : flow.draftId,
  ])
  const present = new Map(resources.filter(({ superseded }) => !superseded).map((row) => [row.stepKey, row]))
  const { change } = provisioning
  const steps = change
    ? changeSteps(change, flow, resources, provisioning, calls)
    : creationSteps(flow, present, provisioning, calls)
  const { kind, state, error, failedStep, startedAt, finishedAt } = provisioning
  const work = steps.filter(({ mode }) => mode !== 'reuse')
  const undone = resources.filter((row) => isKept(row) || (row.state === 'deleted' && (row.deletedAt ?? row.intendedAt) >= provisioning.createdAt))
  return {
    flowId,
    name: flow.name,
    workspace: flow.workspace,
    lifecycle: flow.lifecycle,
    kind,
    state,
    done: kind !== 'undo' ? work.filter((step) => step.state === 'done' || step.state === 'reused').length : undone.length,
    total: kind !== 'undo' ? work.length : Math.max(provisioning.stepsTotal, undone.length),
    steps,
    ...(error && { error }),
    ...(failedStep && { failedStep }),
    ...(startedAt && { startedAt: startedAt.toISOString() }),
    ...(finishedAt && { finishedAt: finishedAt.toISOString() }),
    ...(flow.adobeFlowId !== undefined && { adobeFlowId: flow.adobeFlowId }),
    ...(draftId !== undefined && { draftId }),
  }
}

function creationSteps(
  { definition, bindings }: FlowRow,
  present: ReadonlyMap<string, ResourceRow>,
  provisioning: ProvisioningRow,
  calls: ReadonlyMap<string, number>,
): ProvisioningStepView[] {
  const isThere = (key: string) => ['created', 'reused'].includes(present.get(key)?.state ?? '')
  return planFlow(definition, bindings).steps.map((step) => {
    const row = present.get(step.key)
    // Intents are written ahead, all together: a step is under way once what it needs is there.
    const isAhead = row?.state === 'intended' && isMoving(provisioning.state) && provisioning.kind === 'create' && !step.needs.every(isThere)
    return toStepView(step, row, provisioning, calls.get(step.key), isAhead ? 'waiting' : undefined)
  })
}

/** What Adobe refuses of a change is mended where the change was thought out. */
const changeDraftOf = async ({ flowId, requestedById }: ProvisioningRow) =>
  requestedById === undefined ? undefined : findChangeDraftId(flowId, requestedById)

function changeSteps(
  change: FlowChange,
  { bindings }: FlowRow,
  resources: readonly ResourceRow[],
  provisioning: ProvisioningRow,
  calls: ReadonlyMap<string, number>,
): ProvisioningStepView[] {
  const present = resources.filter(({ superseded }) => !superseded)
  const ids = Object.fromEntries(present.map(({ stepKey, adobeId }) => [stepKey, adobeId]))
  const newHash = hashInputs(change.target, bindings).get('mapping-set')
  const { steps } = planChange(change, bindings, ids)
  const newSet = present.find(({ kind, inputHash }) => kind === 'mapping-set' && inputHash === newHash)
  const isReady = newSet?.state === 'created' || steps.every(({ mode }) => mode !== 'create')
  return steps.map((step) => {
    const row = step.mode === 'create' ? newSet : present.find(({ stepKey }) => stepKey === step.key)
    const state = stateInChange(step.mode, row, provisioning, isReady)
    const view = toStepView(step, row, provisioning, calls.get(step.key), state)
    // The flow's own row tells of its making; why it could not be changed is told by the change.
    return step.mode === 'change' && state === 'failed' && provisioning.error ? { ...view, error: provisioning.error } : view
  })
}

function toStepView(
  { key, kind, name, needs, mode, reusedId }: PlanStep,
  row: ResourceRow | undefined,
  provisioning: ProvisioningRow,
  attempts: number | undefined,
  known?: StepState,
): ProvisioningStepView {
  const adobeId = row?.adobeId ?? reusedId
  const finishedAt = row?.deletedAt ?? row?.createdAt
  const state = known ?? (row ? stateOf(row, isMoving(provisioning.state), provisioning.kind) : mode === 'reuse' ? 'reused' : 'waiting')
  return {
    key,
    kind,
    name,
    needs,
    mode,
    state: state === 'reused' && mode === 'look-up' ? 'done' : state,
    ...(adobeId && { adobeId }),
    ...(row?.etag !== undefined && { etag: row.etag }),
    ...(row?.isShared && { isShared: true }),
    ...(row?.error && state !== 'running' && { error: row.error }),
    ...(row && mode !== 'reuse' && state !== 'waiting' && { startedAt: row.intendedAt.toISOString() }),
    ...(finishedAt && mode !== 'reuse' && { finishedAt: finishedAt.toISOString() }),
    ...(attempts !== undefined && { attempts }),
  }
}

/** The flow has let go of it, and it stays for another one. */
const isKept = ({ released, state }: ResourceRow) => released && ['created', 'intended', 'failed'].includes(state)

/**
 * How a part stands in a change: what is new as in a creation, all else untouched; the flow is at work once the mapping
 * set it is to name is there.
 */
function stateInChange(mode: PlanStep['mode'], row: ResourceRow | undefined, { state, failedStep }: ProvisioningRow, isReady: boolean): StepState {
  if (mode === 'reuse') return 'reused'
  if (mode === 'create') return row ? stateOf(row, isMoving(state), 'create') : 'waiting'
  if (state === 'succeeded') return 'done'
  if (failedStep === 'flow') return 'failed'
  return isMoving(state) && isReady ? 'running' : 'waiting'
}

const isMoving = (state: ProvisioningRow['state']) => state === 'running' || state === 'queued'

/** What the ledger says of a step, read in the light of whether somebody is working on it. */
function stateOf(row: ResourceRow, isActive: boolean, kind: ProvisioningRow['kind']): StepState {
  if (isKept(row)) return 'kept'
  switch (row.state) {
    case 'intended':
      if (isActive && kind === 'create') return 'running'
      return row.error ? 'failed' : 'waiting'
    case 'created':
      // A removal that has ended without it has left it where it was.
      return kind === 'undo' && !isActive ? 'left-behind' : 'done'
    case 'reused':
      return 'reused'
    case 'failed':
      return kind === 'undo' ? 'removed' : isActive ? 'waiting' : 'failed'
    case 'deleting':
      return isActive ? 'removing' : 'left-behind'
    case 'deleted':
      return 'removed'
    case 'undeletable':
      return isActive ? 'removing' : 'left-behind'
  }
}
