import 'server-only'
import { explainedError, type ExplainedError } from '@/lib/explained-error'
import type { FlowDefinition } from '@/lib/flows/flow-definition'
import { flowChange, type FlowChange } from '@/lib/provisioning/change/plan-change'
import { isStepKey, type StepKey } from '@/lib/provisioning/step-keys'
import { database } from './database'
import type { Provisioning } from './generated/client'

export const provisioningKinds = ['create', 'change', 'undo'] as const
export type ProvisioningKind = (typeof provisioningKinds)[number]

export const kindOf = (text: string): ProvisioningKind => provisioningKinds.find((kind) => kind === text) ?? 'create'

export type ProvisioningRow = {
  id: string
  flowId: string
  workspaceId: string
  kind: ProvisioningKind
  /** Of a change: what the flow was and what it is to become. */
  change?: FlowChange
  /** Of an undoing: kinds of what the flow has made that stay in Adobe. */
  keeps: readonly string[]
  state: 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled'
  stepsDone: number
  stepsTotal: number
  fence: number
  error?: ExplainedError
  failedStep?: StepKey
  requestedById?: string
  createdAt: Date
  startedAt?: Date
  finishedAt?: Date
}

const states = ['queued', 'running', 'succeeded', 'failed', 'cancelled'] as const

export function toProvisioningRow(row: Provisioning): ProvisioningRow {
  const error = explainedError.safeParse(row.error)
  const change = flowChange.safeParse(row.change)
  return {
    id: row.id,
    flowId: row.flowId,
    workspaceId: row.workspaceId,
    kind: kindOf(row.kind),
    keeps: row.keeps,
    state: states.find((state) => state === row.state) ?? 'failed',
    stepsDone: row.stepsDone,
    stepsTotal: row.stepsTotal,
    fence: row.fence,
    createdAt: row.createdAt,
    ...(change.success && { change: change.data }),
    ...(error.success && { error: error.data }),
    ...(row.failedStep !== null && isStepKey(row.failedStep) && { failedStep: row.failedStep }),
    ...(row.requestedById !== null && { requestedById: row.requestedById }),
    ...(row.startedAt !== null && { startedAt: row.startedAt }),
    ...(row.finishedAt !== null && { finishedAt: row.finishedAt }),
  }
}

/** The provisioning that says how a flow stands now. */
export async function findLatestProvisioning(flowId: string): Promise<ProvisioningRow | undefined> {
  const row = await database().provisioning.findFirst({ where: { flowId }, orderBy: { createdAt: 'desc' } })
  return row ? toProvisioningRow(row) : undefined
}

export async function findProvisioning(id: string): Promise<ProvisioningRow | undefined> {
  const row = await database().provisioning.findUnique({ where: { id } })
  return row ? toProvisioningRow(row) : undefined
}

/** What changes of a flow wanted that did not come to their end since it was last as it should be. */
export async function listAbandonedTargets(flowId: string): Promise<FlowDefinition[]> {
  const rows = await database().provisioning.findMany({ where: { flowId, kind: 'change' }, orderBy: { createdAt: 'desc' }, take: 20 })
  const ends = rows.findIndex(({ state }) => state === 'succeeded')
  const open = rows.slice(0, ends < 0 ? undefined : ends).filter(({ state }) => state === 'failed' || state === 'cancelled')
  return open.flatMap((row) => toProvisioningRow(row).change?.target ?? [])
}

/** Provisionings that wait or run although nobody holds a lease on them, the oldest first. */
export async function listUnattended(): Promise<string[]> {
  const rows = await database().$queryRaw<{ id: string }[]>`
    SELECT id FROM provisioning
    WHERE state IN ('queued', 'running') AND ("leaseUntil" IS NULL OR "leaseUntil" < now())
      AND "createdAt" < now() - interval '2 seconds'
    ORDER BY "createdAt" LIMIT 50`
  return rows.map(({ id }) => id)
}

/**
 * Flows whose removal got stuck and is due to be tried again: a minute after the first failure, then after twice as long
 * each time, at most an hour, ten times in all.
 */
export async function listStuckRemovals(): Promise<string[]> {
  const rows = await database().$queryRaw<{ flowId: string }[]>`
    SELECT "flowId" FROM (
      SELECT p."flowId", count(*) AS tries, max(p."finishedAt") AS "lastAt"
      FROM provisioning p JOIN flow f ON f.id = p."flowId"
      WHERE f.lifecycle = 'deleting' AND p.kind = 'undo'
      GROUP BY p."flowId"
      HAVING bool_and(p.state = 'failed')
    ) AS stuck
    WHERE tries < 10 AND "lastAt" < now() - least(interval '1 hour', interval '1 minute' * power(2, tries - 1))`
  return rows.map(({ flowId }) => flowId)
}
