import 'server-only'
import type { ExplainedError } from '@/lib/explained-error'
import type { Intent, Ledger } from '@/lib/provisioning/ledger'
import type { StepOutput } from '@/lib/provisioning/steps/step'
import { Prisma } from './generated/client'
import { underLease, type Lease } from './leases'
import { listFlowResources, toResourceRow, type ResourceDetail } from './resources'

type Transaction = Prisma.TransactionClient

/** The ledger of the flow that a lease is for. Every write passes the lease's fence. */
export function openLedger(lease: Lease): Ledger {
  const { flowId, workspaceId } = lease
  const change = (id: string, data: Prisma.ResourceUpdateInput) =>
    underLease(lease, async (transaction) => {
      await transaction.resource.update({ where: { id }, data })
    })

  return {
    rows: () => listFlowResources(flowId),
    intend: (intent) => underLease(lease, (transaction) => insertIntent(transaction, lease, intent)),
    intendAgain: (id) => change(id, { state: 'intended', error: Prisma.DbNull, intendedAt: new Date() }),
    recordCreated: (id, made, facts) =>
      underLease(lease, async (transaction) => {
        const { kind } = await writeCreated(transaction, id, made, facts)
        if (kind === 'flow') {
          const data = { adobeFlowId: made.adobeId, etag: made.etag ?? null, adobeState: 'enabled' }
          await transaction.flow.update({ where: { id: flowId }, data })
        }
      }),
    recordReused: ({ stepKey, kind, name, adobeId, inputHash }) =>
      underLease(lease, async (transaction) => {
        // Not carried by the thing itself; only unique, as every row's marker is.
        const marker = `reused ${flowId} ${stepKey} ${inputHash}`
        const row = { workspaceId, kind, name, adobeId, inputHash, state: 'reused', createdById: lease.requestedById }
        const { id } = await transaction.resource.upsert({ where: { marker }, create: { ...row, marker }, update: { state: 'reused' } })
        await transaction.flowResource.upsert({
          where: { flowId_resourceId: { flowId, resourceId: id } },
          create: { flowId, resourceId: id, stepKey },
          update: { superseded: false },
        })
      }),
    recordFailure: (id, error, inDoubt) => change(id, { error: toJson(error), state: inDoubt ? 'intended' : 'failed' }),
    recordTwin: (id, adobeId) => underLease(lease, (transaction) => insertTwin(transaction, flowId, id, adobeId)),
    supersede: (ids) =>
      underLease(lease, async (transaction) => {
        await transaction.flowResource.updateMany({ where: { flowId, resourceId: { in: [...ids] } }, data: { superseded: true } })
      }),
    recordDeleting: (id) => change(id, { state: 'deleting', error: Prisma.DbNull }),
    recordDeleted: (id) => change(id, { state: 'deleted', error: Prisma.DbNull, deletedAt: new Date() }),
    recordUndeletable: (id, error) => change(id, { state: 'undeletable', error: toJson(error) }),
    recordProgress: (stepsDone, stepsTotal) =>
      underLease(lease, async (transaction) => {
        await transaction.provisioning.update({ where: { id: lease.provisioningId }, data: { stepsDone, stepsTotal } })
      }),
  }
}

async function insertIntent(transaction: Transaction, { flowId, workspaceId, requestedById }: Lease, intent: Intent) {
  const { stepKey, kind, name, marker, inputHash, look } = intent
  const use = await transaction.flowResource.create({
    data: {
      flow: { connect: { id: flowId } },
      stepKey,
      resource: {
        create: { workspace: { connect: { id: workspaceId } }, kind, name, marker, inputHash, detail: toJson({ look }), createdById: requestedById },
      },
    },
    include: { resource: { include: { uses: { where: { flowId: { not: flowId } }, select: { flowId: true } } } } },
  })
  const [row] = toResourceRow(use)
  if (!row) throw new Error(`The ledger knows no step ${stepKey}.`)
  return row
}

async function writeCreated(transaction: Transaction, id: string, made: StepOutput, facts: { callId?: string | undefined; resent: boolean }) {
  const { detail } = await transaction.resource.findUniqueOrThrow({ where: { id }, select: { detail: true } })
  const known = typeof detail === 'object' && detail !== null && !Array.isArray(detail) ? detail : {}
  return transaction.resource.update({
    where: { id },
    data: {
      state: 'created',
      adobeId: made.adobeId,
      etag: made.etag ?? null,
      detail: toJson({ ...known, ...made.detail, ...(facts.resent && { resent: true }) } satisfies ResourceDetail),
      error: Prisma.DbNull,
      createdAt: new Date(),
      callId: facts.callId ?? null,
    },
  })
}

async function insertTwin(transaction: Transaction, flowId: string, id: string, adobeId: string) {
  const [row, use] = await Promise.all([
    transaction.resource.findUniqueOrThrow({ where: { id } }),
    transaction.flowResource.findUniqueOrThrow({ where: { flowId_resourceId: { flowId, resourceId: id } } }),
  ])
  const marker = `${row.marker} twin ${adobeId}`
  const { workspaceId, kind, name, createdById } = row
  const twin = await transaction.resource.upsert({
    where: { marker },
    create: { workspaceId, kind, name, marker, adobeId, state: 'created', createdById, createdAt: new Date() },
    update: {},
  })
  await transaction.flowResource.upsert({
    where: { flowId_resourceId: { flowId, resourceId: twin.id } },
    create: { flowId, resourceId: twin.id, stepKey: use.stepKey, superseded: true },
    update: {},
  })
}

/** Explained errors and details are plain JSON. */
const toJson = (value: ExplainedError | ResourceDetail) => value as Prisma.InputJsonObject
