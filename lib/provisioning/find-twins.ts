import { findCreated } from '@/lib/adobe/created-resources'
import type { Execution } from './execution'
import { lookForRow } from './find-by-marker'

/**
 * Looks once more for whatever was sent again after a doubt: a first sending that Adobe carried out late, or that a look
 * missed because reads lag behind, would otherwise stay there unknown. Twins are noted and removed with the rest.
 */
export async function findTwins(execution: Execution): Promise<void> {
  const rows = await execution.ledger.rows()
  const known = new Set(rows.map(({ adobeId }) => adobeId))
  for (const row of rows) {
    const look = lookForRow(row)
    if (!look || row.superseded || row.detail.resent !== true) continue
    const found = await findCreated(execution.clientFor(row.stepKey), look)
    if (!found.ok) continue
    for (const { adobeId } of found.data) if (!known.has(adobeId)) await execution.ledger.recordTwin(row.id, adobeId)
  }
}
