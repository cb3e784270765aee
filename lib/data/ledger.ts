import 'server-only'
import type { ExplainedError } from '@/lib/explained-error'
import type { Creation, Intent, Ledger } from '@/lib/provisioning/ledger'
import type { StepOutput } from '@/lib/provisioning/steps/step'
import { database } from './database'
import { Prisma } from './generated/client'
import { LeaseLost } from './lease-lost'
import { underLease, type Lease } from './leases'
import { repeatIfRolledBack } from './repeat-if-rolled-back'
import { listFlowResources, type ResourceDetail, type ResourceRow } from './resources'
import { letGo } from './shared-resources'

type Transaction = Prisma.TransactionClient

/** Each of the frequent writes is one statement, since a flow's longest path waits for them; all pass the lease's fence. */
export function openLedger(lease: Lease): Ledger {
  const { flowId, workspaceId } = lease
  const change = (id: string, values: Prisma.Sql, condition = Prisma.sql`true`) =>
    write(Prisma.sql`WITH held AS (${held(lease)}) UPDATE resource SET ${values} FROM held WHERE resource.id = ${id}::uuid AND ${condition}`)

  return {
    rows: () => listFlowResources(flowId),
    intend: (intent) => insertIntent(lease, intent),
    intendAgain: (id) => change(id, Prisma.sql`state = 'intended', error = NULL, "intendedAt" = now()`, madeBy(lease)),
    recordCreated: (id, made, facts) => recordCreated(lease, id, made, facts),
    recordReused: ({ stepKey, kind, name, adobeId, inputHash, isWork }) => {
      // Not carried by the thing itself; only unique, as every row's marker is.
      const marker = `reused ${flowId} ${stepKey} ${inputHash}`
      return write(Prisma.sql`
        WITH held AS (${isWork ? counted(lease) : held(lease)}), reused AS (
          INSERT INTO resource ("workspaceId", kind, name, "adobeId", "inputHash", state, "createdById", marker)
          SELECT ${workspaceId}::uuid, ${kind}, ${name}, ${adobeId}, ${inputHash}, 'reused', ${lease.requestedById}, ${marker} FROM held
          ON CONFLICT (marker) DO UPDATE SET state = 'reused' RETURNING id)
        INSERT INTO flow_resource ("flowId", "resourceId", "stepKey") SELECT ${flowId}::uuid, id, ${stepKey} FROM reused
        ON CONFLICT ("flowId", "resourceId") DO UPDATE SET superseded = false`)
    },
    recordFailure: (id, error, inDoubt) => {
      const state = inDoubt ? 'intended' : 'failed'
      return change(id, Prisma.sql`error = ${json(error)}, state = ${state}, "failedAt" = now(), "makerId" = NULL`, madeBy(lease))
    },
    recordTwin: (id, adobeId) => underLease(lease, (transaction) => insertTwin(transaction, flowId, id, adobeId)),
    supersede: (ids) =>
      underLease(lease, async (transaction) => {
        await transaction.flowResource.updateMany({ where: { flowId, resourceId: { in: [...ids] } }, data: { superseded: true } })
      }),
    beginRemoval: (id) => underLease(lease, (transaction) => letGo(transaction, flowId, id)),
    recordDeleted: (id) => change(id, Prisma.sql`state = 'deleted', error = NULL, "deletedAt" = now(), "shareKey" = NULL`),
    recordUndeletable: (id, error) => change(id, Prisma.sql`state = 'undeletable', error = ${json(error)}`),
    recordChanged: (id, changed) => recordChanged(lease, id, changed),
    restamp: (stamps) =>
      underLease(lease, async (transaction) => {
        for (const { id, inputHash } of stamps) await transaction.resource.update({ where: { id }, data: { inputHash } })
      }),
    recordProgress: (done, total) =>
      write(Prisma.sql`
        UPDATE provisioning SET "stepsDone" = ${done}, "stepsTotal" = ${total}
        WHERE id = ${lease.provisioningId}::uuid AND fence = ${lease.fence}`),
  }
}

/** The row of the provisioning, locked, when its fence is still ours: a take-over waits, and after one there is no such row. */
const held = ({ provisioningId, fence }: Lease) =>
  Prisma.sql`SELECT id FROM provisioning WHERE id = ${provisioningId}::uuid AND fence = ${fence} FOR NO KEY UPDATE`

/**
 * The same for a step that is done, which counts. One update and not a lock with an update after it: PostgreSQL lets two
 * such wait for each other.
 */
const counted = ({ provisioningId, fence }: Lease, condition = Prisma.sql`true`) =>
  Prisma.sql`
    UPDATE provisioning SET "stepsDone" = "stepsDone" + 1
    WHERE ${condition} AND id = ${provisioningId}::uuid AND fence = ${fence} RETURNING id`

/** What a batch has in common is written by its maker alone: one that was taken for dead comes too late. */
const madeBy = ({ provisioningId }: Lease) => Prisma.sql`(resource."shareKey" IS NULL OR resource."makerId" = ${provisioningId}::uuid)`

const json = (value: ExplainedError | ResourceDetail) => Prisma.sql`${JSON.stringify(value)}::jsonb`

async function write(statement: Prisma.Sql): Promise<void> {
  if ((await repeatIfRolledBack(() => database().$executeRaw(statement))) === 0) throw new LeaseLost()
}

async function insertIntent(lease: Lease, intent: Intent): Promise<ResourceRow> {
  const { stepKey, kind, name, marker, inputHash, look } = intent
  const detail = { look }
  const statement = Prisma.sql`
    WITH held AS (${held(lease)}), intended AS (
      INSERT INTO resource ("workspaceId", kind, name, marker, "inputHash", detail, "createdById")
      SELECT ${lease.workspaceId}::uuid, ${kind}, ${name}, ${marker}, ${inputHash}, ${json(detail)}, ${lease.requestedById} FROM held
      RETURNING id)
    INSERT INTO flow_resource ("flowId", "resourceId", "stepKey") SELECT ${lease.flowId}::uuid, id, ${stepKey} FROM intended
    RETURNING "resourceId" AS id`
  const [row] = await repeatIfRolledBack(() => database().$queryRaw<{ id: string }[]>(statement))
  if (!row) throw new LeaseLost()
  return {
    id: row.id, stepKey, kind, marker, name, inputHash, detail, state: 'intended', intendedAt: new Date(), superseded: false,
    released: false, isShared: false, isShareable: false,
  }
}

async function recordCreated(lease: Lease, id: string, made: StepOutput, { kind, callId, resent }: Creation): Promise<void> {
  const detail = { ...made.detail, ...(resent && { resent: true }) }
  const created = Prisma.sql`
    UPDATE resource
    SET state = 'created', "adobeId" = ${made.adobeId}, etag = ${made.etag ?? null}, error = NULL, "createdAt" = now(),
        "callId" = ${callId ?? null}::uuid, "makerId" = NULL, detail = COALESCE(detail, '{}'::jsonb) || ${json(detail)}
    FROM held WHERE resource.id = ${id}::uuid AND ${madeBy(lease)}`
  if (kind !== 'flow') return write(Prisma.sql`WITH held AS (${counted(lease)}) ${created}`)
  // The flow's own row is told of its dataflow in the same statement; it is locked first, as wherever both rows change.
  await write(Prisma.sql`
    WITH first AS (SELECT id FROM flow WHERE id = ${lease.flowId}::uuid FOR NO KEY UPDATE),
    held AS (${counted(lease, Prisma.sql`EXISTS (SELECT 1 FROM first)`)}),
    flowed AS (
      UPDATE flow SET "adobeFlowId" = ${made.adobeId}, etag = ${made.etag ?? null}, "updatedAt" = now(),
        "adobeState" = CASE WHEN (flow.definition->>'asDraft')::boolean THEN 'draft' ELSE 'enabled' END
      FROM held WHERE flow.id = ${lease.flowId}::uuid)
    ${created}`)
}

/** The dataflow's row and the flow's own tell the same etag. */
async function recordChanged(lease: Lease, id: string, { name, etag }: { name: string; etag?: string | undefined }): Promise<void> {
  await write(Prisma.sql`
    WITH first AS (SELECT id FROM flow WHERE id = ${lease.flowId}::uuid FOR NO KEY UPDATE),
    held AS (${counted(lease, Prisma.sql`EXISTS (SELECT 1 FROM first)`)}),
    flowed AS (UPDATE flow SET etag = COALESCE(${etag ?? null}, flow.etag), "updatedAt" = now() FROM held WHERE flow.id = ${lease.flowId}::uuid)
    UPDATE resource SET name = ${name}, etag = COALESCE(${etag ?? null}, resource.etag) FROM held WHERE resource.id = ${id}::uuid`)
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
