import 'server-only'
import { randomBytes } from 'node:crypto'
import type { ExplainedError } from '@/lib/explained-error'
import { compareDefinitions } from '@/lib/flows/compare-definitions'
import type { StepKey } from '@/lib/provisioning/step-keys'
import { database } from './database'
import { flowInclude, toContent, toFlowRow, type FlowContent } from './flows'
import { Prisma } from './generated/client'
import { LeaseLost } from './lease-lost'
import { kindOf, toProvisioningRow, type ProvisioningKind } from './provisionings'
import { withoutFlush } from './without-flush'

type Transaction = Prisma.TransactionClient

/** The right to execute one provisioning. `fence` grows with every take-over, and writes with an older one are refused. */
export type Lease = {
  provisioningId: string
  flowId: string
  workspaceId: string
  /** The batch its flow belongs to. */
  batchId: string | null
  kind: ProvisioningKind
  owner: string
  fence: number
  requestedById: string | null
  /** Nothing can have been written for its flow before: nobody ever held a lease on it. */
  isFirst: boolean
}

/** A lease, and what its flow is made of where that came with it. `readContent` @throws ZodError for a definition of an unknown version */
export type Claim = { lease: Lease; readContent?: () => FlowContent }

/**
 * Takes the lease of a provisioning that nobody executes; undefined where there is nothing to take. Times are the
 * database's own, so that workers' clocks do not matter. Whatever an earlier execution of the same flow still holds in
 * its hands becomes void.
 */
export async function claimLease(provisioningId: string, worker: string, leaseMs: number): Promise<Claim | undefined> {
  // A name of this claim alone: what is written first asks for it, see `claimFirst`.
  const owner = `${worker} ${randomBytes(4).toString('hex')}`
  const first = await claimFirst(provisioningId, owner, leaseMs)
  if (first) return first
  return database().$transaction(async (transaction) => {
    // Writes of the old holder end before the fence moves: they hold the flow's row or the provisioning's.
    await transaction.$queryRaw`
      SELECT 1 FROM flow WHERE id = (SELECT "flowId" FROM provisioning WHERE id = ${provisioningId}::uuid) FOR NO KEY UPDATE`
    const [row] = await transaction.$queryRaw<(Omit<Lease, 'provisioningId' | 'owner' | 'kind'> & { kind: string })[]>`
      UPDATE provisioning AS mine
      SET "leaseOwner" = ${owner}, "leaseUntil" = now() + ${leaseMs} * interval '1 millisecond', fence = fence + 1,
          state = 'running', "startedAt" = COALESCE("startedAt", now())
      WHERE id = ${provisioningId}::uuid AND state IN ('queued', 'running')
        AND ("leaseUntil" IS NULL OR "leaseUntil" < now())
        AND NOT EXISTS (
          SELECT 1 FROM provisioning AS other
          WHERE other."flowId" = mine."flowId" AND other.id <> mine.id AND other."leaseUntil" >= now())
      RETURNING "flowId", "workspaceId", "batchId", kind, fence, "requestedById"`
    if (!row) return undefined
    await transaction.$executeRaw`
      UPDATE provisioning SET fence = fence + 1, "leaseUntil" = NULL
      WHERE "flowId" = ${row.flowId}::uuid AND id <> ${provisioningId}::uuid AND "leaseUntil" IS NOT NULL`
    return { lease: { ...row, kind: kindOf(row.kind), provisioningId, owner, isFirst: false } }
  })
}

/**
 * The usual case in one statement, which also reads what the flow is made of: a creation that nobody has begun yet, of a
 * flow that has no other. There is no earlier holder to wait for, and of two that claim it at the same moment the row's
 * lock lets one find it as it was.
 *
 * It is not waited for until the claim is on the disk: the ledger's first write is, and that comes after it in the
 * database's log. A claim that a crash of the database takes with it may be made again with the same fence, which is why
 * that first write asks for the owner too.
 */
async function claimFirst(provisioningId: string, owner: string, leaseMs: number): Promise<Claim | undefined> {
  type Row = Pick<Lease, 'flowId' | 'workspaceId' | 'batchId' | 'fence' | 'requestedById'> & { definition: unknown; bindings: unknown }
  const [row] = await database().$queryRaw<Row[]>`
    UPDATE provisioning AS mine
    SET "leaseOwner" = ${owner}, "leaseUntil" = now() + ${leaseMs} * interval '1 millisecond', fence = 1, state = 'running', "startedAt" = now()
    FROM flow
    WHERE mine.id = ${provisioningId}::uuid AND mine.kind = 'create' AND mine.state = 'queued' AND mine.fence = 0 AND mine."leaseUntil" IS NULL
      AND NOT EXISTS (SELECT 1 FROM provisioning AS other WHERE other."flowId" = mine."flowId" AND other.id <> mine.id)
      AND flow.id = mine."flowId"
    RETURNING mine."flowId", mine."workspaceId", mine."batchId", mine.fence, mine."requestedById", flow.definition, flow.bindings, ${withoutFlush}`
  if (!row) return undefined
  const { flowId, workspaceId, batchId, fence, requestedById } = row
  const lease: Lease = { flowId, workspaceId, batchId, fence, requestedById, kind: 'create', provisioningId, owner, isFirst: true }
  return { lease, readContent: () => toContent(row) }
}

/** Holds on to a lease. `cancelled`: somebody called the work off; `lost`: somebody else has it. */
export async function renewLease({ provisioningId, fence }: Lease, leaseMs: number): Promise<'held' | 'cancelled' | 'lost'> {
  const [row] = await database().$queryRaw<{ state: string }[]>`
    UPDATE provisioning SET "leaseUntil" = now() + ${leaseMs} * interval '1 millisecond'
    WHERE id = ${provisioningId}::uuid AND fence = ${fence} AND "leaseUntil" IS NOT NULL
    RETURNING state`
  if (!row) return 'lost'
  return row.state === 'cancelled' ? 'cancelled' : 'held'
}

/** Lets go of unfinished work, so that somebody else can go on at once. */
export async function releaseLease({ provisioningId, fence }: Lease): Promise<void> {
  await database().$executeRaw`
    UPDATE provisioning SET "leaseUntil" = NULL, "leaseOwner" = NULL WHERE id = ${provisioningId}::uuid AND fence = ${fence}`
}

/** Carries out writes that only the holder of the lease may make. @throws LeaseLost when it is somebody else's by now */
export async function underLease<T>(lease: Lease, write: (transaction: Transaction) => Promise<T>): Promise<T> {
  return database().$transaction(async (transaction) => {
    // The flow's row is held until the writes are committed: a take-over waits for them, and what comes after it is refused.
    await transaction.$queryRaw`SELECT 1 FROM flow WHERE id = ${lease.flowId}::uuid FOR NO KEY UPDATE`
    const held = await transaction.$queryRaw<unknown[]>`
      SELECT 1 FROM provisioning WHERE id = ${lease.provisioningId}::uuid AND fence = ${lease.fence}`
    if (held.length === 0) throw new LeaseLost()
    return write(transaction)
  })
}

export type Finish = { state: 'succeeded' } | { state: 'failed'; error: ExplainedError; failedStep?: StepKey | undefined }

/**
 * Ends a provisioning and says what has become of its flow. One that was called off meanwhile keeps that state.
 * @throws LeaseLost when somebody else has taken over
 */
export async function finishProvisioning(lease: Lease, finish: Finish): Promise<void> {
  await underLease(lease, async (transaction) => {
    const { flowId, provisioningId } = lease
    const now = new Date()
    const { count } = await transaction.provisioning.updateMany({
      where: { id: provisioningId, state: 'running' },
      data: {
        state: finish.state,
        finishedAt: now,
        ...(finish.state === 'failed'
          ? { error: finish.error as Prisma.InputJsonObject, failedStep: finish.failedStep ?? null }
          : { error: Prisma.DbNull, failedStep: null }),
      },
    })
    await transaction.provisioning.update({ where: { id: provisioningId }, data: { leaseUntil: null, leaseOwner: null } })
    if (count === 0) return
    if (lease.kind === 'create') {
      await transaction.flow.update({ where: { id: flowId }, data: { lifecycle: finish.state === 'succeeded' ? 'live' : 'failed' } })
    } else if (finish.state === 'succeeded' && lease.kind === 'change') {
      await keepTarget(transaction, lease)
    } else if (finish.state === 'succeeded') {
      await transaction.flow.update({ where: { id: flowId }, data: { lifecycle: 'deleted', deletedAt: now } })
      await freeDraft(transaction, flowId)
    }
  })
}

/** A flow is from now on what the change has made of it; the drafts that asked for it have served. */
async function keepTarget(transaction: Transaction, { provisioningId, flowId, requestedById }: Lease) {
  const { change } = toProvisioningRow(await transaction.provisioning.findUniqueOrThrow({ where: { id: provisioningId } }))
  if (!change) return
  const before = toFlowRow(await transaction.flow.findUniqueOrThrow({ where: { id: flowId }, include: flowInclude })).definition
  const definition = change.target as Prisma.InputJsonObject
  await transaction.flow.update({ where: { id: flowId }, data: { name: change.target.name, definition } })
  // Who has gone back may still want to mend what did not work.
  const isWayBack = compareDefinitions(before, change.target).length === 0
  if (requestedById !== null && !isWayBack) await transaction.draft.deleteMany({ where: { changesId: flowId, ownerId: requestedById } })
}

/** The draft of a flow that never came to life can become a flow again; what a person has typed is not lost by an undo. */
async function freeDraft(transaction: Transaction, flowId: string) {
  const wasLive = await transaction.provisioning.count({ where: { flowId, kind: 'create', state: 'succeeded' } })
  if (wasLive === 0) await transaction.draft.updateMany({ where: { flowId }, data: { flowId: null } })
}
