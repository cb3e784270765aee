import { getByKind } from '@/lib/adobe/get-by-kind'
import { isNotFound } from '@/lib/adobe/results'
import type { ResourceRow } from '@/lib/data/resources'
import type { Execution } from './execution'
import { isCreatedKind } from './find-by-marker'

/** Younger things may not be readable yet; "not found" says nothing of them. */
const settledAfterMs = 60_000

/**
 * Before work goes on that was left for a while: asks for what was made then, and notes what somebody has removed from
 * Adobe in the meantime, so that it is made anew with all that was built on it. Answers whether anything was.
 */
export async function noteVanished(execution: Execution, rows: readonly ResourceRow[]): Promise<boolean> {
  const settled = rows.filter((row) => row.state === 'created' && !row.superseded && isSettled(row, execution.nowMs()))
  const schemaId = rows.find(({ kind, superseded }) => kind === 'schema' && !superseded)?.adobeId
  const gone = await Promise.all(settled.map((row) => isGone(execution, row, schemaId)))
  const vanished = settled.filter((_row, index) => gone[index] === true)
  for (const { id } of vanished) await execution.ledger.recordDeleted(id)
  return vanished.length > 0
}

const isSettled = ({ createdAt }: ResourceRow, nowMs: number) => createdAt !== undefined && nowMs - createdAt.getTime() > settledAfterMs

/** A question that Adobe does not answer leaves things as they are. */
async function isGone({ clientFor }: Execution, { kind, stepKey, adobeId = '' }: ResourceRow, schemaId: string | undefined): Promise<boolean> {
  if (!isCreatedKind(kind)) return false
  const answer = await getByKind(clientFor(stepKey), kind, adobeId, schemaId)
  return answer.ok ? answer.data === undefined : isNotFound(answer.error)
}
