import 'server-only'
import type { ExplainedError } from '@/lib/explained-error'
import type { Beginning, Ledger, Made } from '@/lib/provisioning/ledger'
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
    begin: (work) => begin(lease, work),
    intend: async (intent) => {
      const [row] = await begin(lease, { intents: [intent], reused: [], again: [] })
      if (!row) throw new LeaseLost()
      return row
    },
    intendAgain: (id) => change(id, Prisma.sql`state = 'intended', error = NULL, "intendedAt" = now()`, madeBy(lease)),
    withdraw: (ids) =>
      underLease(lease, async (transaction) => {
        const unsent = { id: { in: [...ids] }, state: 'intended', adobeId: null }
        await transaction.flowResource.deleteMany({ where: { flowId, resource: unsent } })
        await transaction.resource.deleteMany({ where: { ...unsent, uses: { none: {} } } })
      }),
    recordMade: (made) => recordMade(lease, made),
    recordReused: ({ stepKey, kind, name, adobeId, inputHash, isWork }) => {
      const marker = reusedMarker(lease, stepKey, inputHash)
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
    recordKept: (ids) =>
      underLease(lease, async (transaction) => {
        await transaction.flowResource.updateMany({ where: { flowId, resourceId: { in: [...ids] } }, data: { released: true } })
      }),
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

/** The same, for the first durable write of an execution: its claim may have been lost with the database and made by somebody else. */
const heldByOwner = ({ provisioningId, fence, owner }: Lease) =>
  Prisma.sql`SELECT id FROM provisioning WHERE id = ${provisioningId}::uuid AND fence = ${fence} AND "leaseOwner" = ${owner} FOR NO KEY UPDATE`

/** Not carried by the thing itself; only unique, as every row's marker is. */
const reusedMarker = ({ flowId }: Lease, stepKey: string, inputHash: string) => `reused ${flowId} ${stepKey} ${inputHash}`

/**
 * The same for steps that are done, which count. One update and not a lock with an update after it: PostgreSQL lets two
 * such wait for each other.
 */
const counted = ({ provisioningId, fence }: Lease, steps = 1, condition = Prisma.sql`true`) =>
  Prisma.sql`
    UPDATE provisioning SET "stepsDone" = "stepsDone" + ${steps}::int
    WHERE ${condition} AND id = ${provisioningId}::uuid AND fence = ${fence} RETURNING id`

/** What a batch has in common is written by its maker alone: one that was taken for dead comes too late. */
export const madeBy = ({ provisioningId }: Lease) => Prisma.sql`(resource."shareKey" IS NULL OR resource."makerId" = ${provisioningId}::uuid)`

const json = (value: ExplainedError | ResourceDetail | readonly object[]) => Prisma.sql`${JSON.stringify(value)}::jsonb`

/** @throws LeaseLost where it touches fewer rows than it should */
async function write(statement: Prisma.Sql, rows = 1): Promise<void> {
  if ((await repeatIfRolledBack(() => database().$executeRaw(statement))) < rows) throw new LeaseLost()
}

async function begin(lease: Lease, { intents, reused, again }: Beginning): Promise<ResourceRow[]> {
  const { flowId, workspaceId, requestedById } = lease
  const given = [
    ...intents.map(({ look, ...intent }) => ({ ...intent, state: 'intended', detail: { look } })),
    ...reused.map((step) => ({ ...step, state: 'reused', marker: reusedMarker(lease, step.stepKey, step.inputHash) })),
  ]
  const statement = Prisma.sql`
    WITH held AS (${heldByOwner(lease)}), given AS (
      SELECT one.* FROM held, jsonb_to_recordset(${json(given)})
        AS one("stepKey" text, kind text, name text, marker text, "inputHash" text, state text, "adobeId" text, detail jsonb)),
    written AS (
      INSERT INTO resource ("workspaceId", kind, name, marker, "inputHash", state, "adobeId", detail, "createdById")
      SELECT ${workspaceId}::uuid, kind, name, marker, "inputHash", state, "adobeId", detail, ${requestedById} FROM given
      ON CONFLICT (marker) DO UPDATE SET state = EXCLUDED.state RETURNING id, marker),
    used AS (
      INSERT INTO flow_resource ("flowId", "resourceId", "stepKey")
      SELECT ${flowId}::uuid, written.id, given."stepKey" FROM written JOIN given USING (marker)
      ON CONFLICT ("flowId", "resourceId") DO UPDATE SET superseded = false),
    tried AS (
      UPDATE resource SET state = 'intended', error = NULL, "intendedAt" = now() FROM held WHERE resource.id = ANY(${[...again]}::uuid[]))
    SELECT written.id, written.marker FROM held LEFT JOIN written ON true`
  const rows = await repeatIfRolledBack(() => database().$queryRaw<{ id: string | null; marker: string | null }[]>(statement))
  if (rows.length === 0) throw new LeaseLost()
  const ids = new Map(rows.map(({ marker, id }) => [marker, id ?? '']))
  return intents.map(({ look, ...intent }) => ({
    ...intent, id: ids.get(intent.marker) ?? '', detail: { look }, state: 'intended', intendedAt: new Date(), superseded: false,
    released: false, isShared: false, isShareable: false,
  }))
}

/** The rows of things that are there now, as an update that runs where the table `held` has a row. */
export function madeRows(lease: Lease, made: readonly Made[]): Prisma.Sql {
  const given = made.map(({ rowId, output: { adobeId, etag, detail }, callId, resent, tookMs }) => ({
    id: rowId, adobeId, etag, callId, tookMs, detail: { ...detail, ...(resent && { resent }) },
  }))
  return Prisma.sql`
    UPDATE resource
    SET state = 'created', "adobeId" = made."adobeId", etag = made.etag, error = NULL, "createdAt" = now(), "callId" = made."callId",
        "intendedAt" = COALESCE(now() - made."tookMs" * interval '1 millisecond', resource."intendedAt"),
        "makerId" = NULL, detail = COALESCE(resource.detail, '{}'::jsonb) || made.detail
    FROM held, jsonb_to_recordset(${json(given)})
      AS made(id uuid, "adobeId" text, etag text, "callId" uuid, "tookMs" float8, detail jsonb)
    WHERE resource.id = made.id AND ${madeBy(lease)}`
}

/** What the flow's own row tells of its dataflow, as assignments. */
export const dataflowFacts = ({ adobeId, etag }: StepOutput): Prisma.Sql => Prisma.sql`
  "adobeFlowId" = ${adobeId}, etag = ${etag ?? null},
  "adobeState" = CASE WHEN (flow.definition->>'asDraft')::boolean THEN 'draft' ELSE 'enabled' END`

async function recordMade(lease: Lease, made: readonly Made[]): Promise<void> {
  const dataflow = made.find(({ kind }) => kind === 'flow')?.output
  if (!dataflow) return write(Prisma.sql`WITH held AS (${counted(lease, made.length)}) ${madeRows(lease, made)}`, made.length)
  // The flow's own row is told of its dataflow in the same statement; it is locked first, as wherever both rows change.
  await write(Prisma.sql`
    WITH first AS (SELECT id FROM flow WHERE id = ${lease.flowId}::uuid FOR NO KEY UPDATE),
    held AS (${counted(lease, made.length, Prisma.sql`EXISTS (SELECT 1 FROM first)`)}),
    flowed AS (
      UPDATE flow SET "updatedAt" = now(), ${dataflowFacts(dataflow)}
      FROM held WHERE flow.id = ${lease.flowId}::uuid)
    ${madeRows(lease, made)}`, made.length)
}

/** The dataflow's row and the flow's own tell the same etag. */
async function recordChanged(lease: Lease, id: string, { name, etag }: { name: string; etag?: string | undefined }): Promise<void> {
  await write(Prisma.sql`
    WITH first AS (SELECT id FROM flow WHERE id = ${lease.flowId}::uuid FOR NO KEY UPDATE),
    held AS (${counted(lease, 1, Prisma.sql`EXISTS (SELECT 1 FROM first)`)}),
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
