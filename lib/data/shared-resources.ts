import 'server-only'
import { explainedError, type ExplainedError } from '@/lib/explained-error'
import type { SharedClaim } from '@/lib/provisioning/execution'
import type { Intent } from '@/lib/provisioning/ledger'
import { database } from './database'
import type { Prisma } from './generated/client'
import { LeaseLost } from './lease-lost'
import type { Lease } from './leases'
import { repeatIfRolledBack } from './repeat-if-rolled-back'
import { findUse } from './resources'

type Transaction = Prisma.TransactionClient
type Found = { id: string; marker: string; state: string; error: unknown; isBeingMade: boolean; hasFailedSince: boolean }

/**
 * Claims something that the flows of a batch have in common, by what makes it the same for all of them. One of them is
 * its maker at a time: the one that holds a lease while it is under way. The unique key decides who begins, so that
 * any number of workers may ask at the same moment. What was refused for good after this provisioning was asked for is
 * refused here too, without another call.
 * @throws LeaseLost when somebody else has taken over this provisioning
 */
export async function claimShared(lease: Lease, intent: Intent, shareKey: string): Promise<SharedClaim> {
  return repeatIfRolledBack(() => database().$transaction((transaction) => claim(transaction, lease, intent, shareKey)))
}

async function claim(transaction: Transaction, lease: Lease, intent: Intent, shareKey: string): Promise<SharedClaim> {
  const { provisioningId, flowId, workspaceId, fence, requestedById } = lease
  const held = await transaction.$queryRaw<unknown[]>`
    SELECT 1 FROM provisioning WHERE id = ${provisioningId}::uuid AND fence = ${fence} FOR NO KEY UPDATE`
  if (held.length === 0) throw new LeaseLost()
  const { stepKey, kind, name, marker, inputHash, look } = intent
  await transaction.$executeRaw`
    INSERT INTO resource ("workspaceId", kind, name, marker, "inputHash", detail, "createdById", "shareKey", "makerId")
    VALUES (${workspaceId}::uuid, ${kind}, ${name}, ${marker}, ${inputHash}, ${JSON.stringify({ look })}::jsonb, ${requestedById},
      ${shareKey}, ${provisioningId}::uuid)
    ON CONFLICT ("shareKey") DO NOTHING`
  const [found] = await transaction.$queryRaw<Found[]>`
    SELECT r.id, r.marker, r.state, r.error,
      EXISTS (
        SELECT 1 FROM provisioning p
        WHERE p.id = r."makerId" AND p.id <> ${provisioningId}::uuid AND p."leaseUntil" >= now()) AS "isBeingMade",
      coalesce(r."failedAt" > (SELECT "createdAt" FROM provisioning WHERE id = ${provisioningId}::uuid), false) AS "hasFailedSince"
    FROM resource r WHERE r."shareKey" = ${shareKey} FOR NO KEY UPDATE OF r`
  // Somebody has begun to remove it in this very moment.
  if (!found) return { outcome: 'busy' }
  const isThere = found.state === 'created'
  if (!isThere && found.isBeingMade) return { outcome: 'busy' }
  const error = found.state === 'failed' && found.hasFailedSince ? refusalOf(found.error) : undefined
  // A worker that had to stop has said nothing about the thing.
  const refusal = error?.code === 'cancelled' ? undefined : error
  await transaction.$executeRaw`
    INSERT INTO flow_resource ("flowId", "resourceId", "stepKey") VALUES (${flowId}::uuid, ${found.id}::uuid, ${stepKey})
    ON CONFLICT ("flowId", "resourceId") DO UPDATE SET superseded = false, released = false`
  if (refusal) return { outcome: 'refused', error: refusal }
  const row = await findUse(transaction, flowId, found.id)
  if (!isThere) {
    await transaction.$executeRaw`UPDATE resource SET "makerId" = ${provisioningId}::uuid WHERE id = ${found.id}::uuid`
    return { outcome: 'mine', row, isNew: found.marker === marker }
  }
  await transaction.$executeRaw`UPDATE provisioning SET "stepsDone" = "stepsDone" + 1 WHERE id = ${provisioningId}::uuid`
  const { adobeId = '', etag, detail } = row
  return { outcome: 'made', output: { adobeId, ...(etag !== undefined && { etag }), detail } }
}

const refusalOf = (error: unknown): ExplainedError | undefined => explainedError.safeParse(error).data

/**
 * Lets go of a resource on a flow's way out, and answers whether it goes now: whoever lets go last removes it. The row's
 * lock puts those that leave at the same moment in line.
 */
export async function letGo(transaction: Transaction, flowId: string, resourceId: string): Promise<'ours' | 'kept'> {
  await transaction.$queryRaw`SELECT 1 FROM resource WHERE id = ${resourceId}::uuid FOR NO KEY UPDATE`
  await transaction.flowResource.updateMany({ where: { flowId, resourceId }, data: { released: true } })
  const others = await transaction.flowResource.count({ where: { resourceId, flowId: { not: flowId }, superseded: false, released: false } })
  if (others > 0) return 'kept'
  // Without its key, who wants the same from now on makes it anew.
  await transaction.$executeRaw`
    UPDATE resource SET state = 'deleting', error = NULL, "shareKey" = NULL, "makerId" = NULL WHERE id = ${resourceId}::uuid`
  return 'ours'
}
