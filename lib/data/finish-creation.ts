import 'server-only'
import type { Made } from '@/lib/provisioning/ledger'
import { database } from './database'
import { Prisma } from './generated/client'
import type { Lease } from './leases'
import { dataflowFacts, madeBy, madeRows } from './ledger'
import { repeatIfRolledBack } from './repeat-if-rolled-back'
import { withoutFlush } from './without-flush'

/**
 * The usual end: a creation that is whole, along with what of it is not in the ledger yet, in one write. False, and
 * nothing written, where the work was called off or taken over meanwhile.
 *
 * Nobody waits for the disk: the job's own end does, which is written after it. A crash of the database in between leaves
 * intents in doubt under a lease that runs out, and whoever takes over finds everything by its marker.
 */
export async function finishCreation(lease: Lease, rest: readonly Made[]): Promise<boolean> {
  const { provisioningId, flowId, fence } = lease
  const dataflow = rest.find(({ kind }) => kind === 'flow')?.output
  const facts = dataflow ? Prisma.sql`, ${dataflowFacts(dataflow)}` : Prisma.empty
  const statement = Prisma.sql`
    WITH first AS (SELECT id FROM flow WHERE id = ${flowId}::uuid FOR NO KEY UPDATE),
    held AS (
      UPDATE provisioning
      SET state = 'succeeded', "stepsDone" = "stepsDone" + ${rest.length}::int, "finishedAt" = now(), error = NULL, "failedStep" = NULL,
          "leaseUntil" = NULL, "leaseOwner" = NULL
      WHERE EXISTS (SELECT 1 FROM first) AND id = ${provisioningId}::uuid AND fence = ${fence} AND state = 'running'
        AND NOT EXISTS (SELECT 1 FROM resource WHERE id = ANY(${rest.map(({ rowId }) => rowId)}::uuid[]) AND NOT ${madeBy(lease)})
      RETURNING id),
    told AS (UPDATE flow SET lifecycle = 'live', "updatedAt" = now() ${facts} FROM held WHERE flow.id = ${flowId}::uuid),
    made AS (${madeRows(lease, rest)})
    SELECT id, ${withoutFlush} FROM held`
  const ended = await repeatIfRolledBack(() => database().$queryRaw<unknown[]>(statement))
  return ended.length > 0
}
