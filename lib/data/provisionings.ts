import 'server-only'
import { explainedError, type ExplainedError } from '@/lib/explained-error'
import { isStepKey, type StepKey } from '@/lib/provisioning/step-keys'
import { database } from './database'
import type { Provisioning } from './generated/client'

export type ProvisioningKind = 'create' | 'undo'
export type ProvisioningRow = {
  id: string
  flowId: string
  workspaceId: string
  kind: ProvisioningKind
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
  return {
    id: row.id,
    flowId: row.flowId,
    workspaceId: row.workspaceId,
    kind: row.kind === 'undo' ? 'undo' : 'create',
    state: states.find((state) => state === row.state) ?? 'failed',
    stepsDone: row.stepsDone,
    stepsTotal: row.stepsTotal,
    fence: row.fence,
    createdAt: row.createdAt,
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

/** Provisionings that wait or run although nobody holds a lease on them, the oldest first. */
export async function listUnattended(): Promise<string[]> {
  const rows = await database().$queryRaw<{ id: string }[]>`
    SELECT id FROM provisioning
    WHERE state IN ('queued', 'running') AND ("leaseUntil" IS NULL OR "leaseUntil" < now())
      AND "createdAt" < now() - interval '2 seconds'
    ORDER BY "createdAt" LIMIT 50`
  return rows.map(({ id }) => id)
}
