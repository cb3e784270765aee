import 'server-only'
import { randomUUID } from 'node:crypto'
import { explainFailure } from '@/lib/actions/explain-failure'
import { findContent, type FlowContent } from '@/lib/data/flows'
import { finishCreation } from '@/lib/data/finish-creation'
import { LeaseLost } from '@/lib/data/lease-lost'
import { claimLease, finishProvisioning, releaseLease, type Claim, type Finish, type Lease } from '@/lib/data/leases'
import { findProvisioning, listAbandonedTargets } from '@/lib/data/provisionings'
import { listFlowResources, type ResourceRow } from '@/lib/data/resources'
import { ExplainedFailure } from '@/lib/explained-error'
import { log } from '@/lib/log'
import { changeResources } from './change/change-resources'
import { createResources, type Creation } from './create-resources'
import type { Execution } from './execution'
import { defaultLeaseTimes, keepLease, type LeaseTimes } from './keep-lease'
import { openExecution, type ExecutionSettings, type OpenExecution } from './open-execution'
import { mayGoLater, removeResources } from './remove-resources'

export type ExecuteOptions = ExecutionSettings & { signal?: AbortSignal; lease?: LeaseTimes; owner?: string }

/** Names this process among those that may hold a lease. */
const thisProcess = `${process.pid}-${randomUUID().slice(0, 8)}`

/**
 * Carries one provisioning out as far as it goes: to the end, to a failure that a person has to see, or until the work is
 * called off or taken over. Does nothing where somebody else is at it. Whatever it has done is in the ledger at any moment,
 * so it may end at any moment.
 */
export async function executeProvisioning(provisioningId: string, options: ExecuteOptions = {}): Promise<void> {
  const times = options.lease ?? defaultLeaseTimes
  const claim = await claimLease(provisioningId, options.owner ?? thisProcess, times.leaseMs)
  if (!claim) return
  const { lease } = claim
  const kept = keepLease(lease, times, options.signal)
  try {
    const end = await carryOut(claim, () => openExecution(lease, kept, options))
    if (end === 'handed-on') await releaseLease(lease)
    else if (end !== 'ended') await finishProvisioning(lease, end)
    log.info('provisioning.ended', { provisioningId, kind: lease.kind, state: typeof end === 'string' ? end : end.state })
  } catch (error) {
    if (error instanceof LeaseLost) return log.info('provisioning.lease-lost', { provisioningId, fence: lease.fence })
    // The database itself failed: the lease runs out, and somebody goes on.
    throw error
  } finally {
    kept.end()
  }
}

/** What is left to write of an end: all of it, nothing, or only that somebody is to go on. */
type End = Finish | 'ended' | 'handed-on'

async function carryOut({ lease, readContent }: Claim, open: () => OpenExecution): Promise<End> {
  try {
    const execution = open()
    const [flow, rows] = await Promise.all([readContent?.() ?? findContent(lease.flowId), lease.isFirst ? [] : listFlowResources(lease.flowId)])
    if (!flow) return { state: 'failed', error: { code: 'not-found', retryable: false } }
    // What was made before may be asked for or removed first.
    if (!lease.isFirst) await execution.ready
    if (lease.kind === 'undo') return await undo(execution, lease).finally(execution.flushJournal)
    const creation = lease.kind === 'change' ? changeFlow(execution, lease, flow) : createResources(execution, flow.definition, flow.bindings, rows)
    return await creation.then((outcome) => endWork(lease, execution, outcome)).finally(execution.flushJournal)
  } catch (error) {
    if (error instanceof LeaseLost || !isExplicable(error)) throw error
    return { state: 'failed', error: explainFailure(error, { provisioning: lease.provisioningId }) }
  }
}

async function changeFlow(execution: Execution, { provisioningId, flowId }: Lease, { adobeFlowId, bindings }: FlowContent): Promise<Creation> {
  const [provisioning, abandoned] = await Promise.all([findProvisioning(provisioningId), listAbandonedTargets(flowId)])
  if (!provisioning?.change || adobeFlowId === undefined) throw new ExplainedFailure({ code: 'flow-not-live', retryable: false })
  return changeResources(execution, provisioning.change, { adobeFlowId, bindings, abandoned })
}

async function endWork(lease: Lease, execution: Execution, creation: Creation): Promise<End> {
  if (creation.outcome === 'halted') return 'handed-on'
  if (creation.outcome === 'failed') return { state: 'failed', error: creation.error, failedStep: creation.step }
  if (lease.kind === 'change') return { state: 'succeeded' }
  const rest = await execution.records.takeRest()
  if (await finishCreation(lease, rest)) return 'ended'
  // Called off in the last moment: what was made is written down all the same, so that it can be removed.
  if (rest.length > 0) await execution.ledger.recordMade(rest)
  return { state: 'succeeded' }
}

/** Faults of ours are shown under a reference; those of the database are not a result, since they cannot be written down. */
const isExplicable = (error: unknown) => error instanceof ExplainedFailure || !(error instanceof Error && error.name.startsWith('PrismaClient'))

async function undo(execution: Execution, { provisioningId }: Lease): Promise<End> {
  const { ledger } = execution
  const [rows, provisioning] = await Promise.all([ledger.rows(), findProvisioning(provisioningId)])
  // Only what is there for certain can be kept: what may or may not exist is looked for and removed.
  const isKept = (row: ResourceRow) => row.state === 'created' && !row.superseded && provisioning?.keeps.includes(row.kind) === true
  const kept = rows.filter(isKept)
  if (kept.length > 0) await ledger.recordKept(kept.map(({ id }) => id))
  const { left: all } = await removeResources(execution, rows.filter((row) => !isKept(row)))
  // What Adobe never lets go is no failure: the ledger keeps it, and every page names it.
  const left = all.filter(mayGoLater)
  if (left.length === 0) return { state: 'succeeded' }
  if (execution.isHalted()) return 'handed-on'
  const [first] = left
  const adobe = first?.error.adobe
  return {
    state: 'failed',
    error: { code: 'parts-left-behind', values: { count: left.length }, retryable: true, mendAt: 'nowhere', ...(adobe && { adobe }) },
    failedStep: first?.row.stepKey,
  }
}
