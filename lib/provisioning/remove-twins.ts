import { findCreated } from '@/lib/adobe/created-resources'
import type { Execution } from './execution'
import { lookForRow } from './find-by-marker'
import { isOurs, removeResources } from './remove-resources'

/**
 * Looks once more for whatever was sent again after a doubt: a first sending that Adobe carried out late, or that a look
 * missed because reads lag behind, would otherwise stay there unknown. Twins are noted and removed.
 */
export async function removeTwins(execution: Execution): Promise<void> {
  const { ledger } = execution
  const rows = await ledger.rows()
  const known = new Set(rows.map(({ adobeId }) => adobeId))
  let twins = rows.filter((row) => row.superseded && isOurs(row)).length
  for (const row of rows) {
    const look = lookForRow(row)
    if (!look || row.superseded || row.detail.resent !== true) continue
    const found = await findCreated(execution.clientFor(row.stepKey), look)
    for (const { adobeId } of found.ok ? found.data : []) {
      if (known.has(adobeId)) continue
      await ledger.recordTwin(row.id, adobeId)
      twins += 1
    }
  }
  if (twins > 0) await removeResources(execution, (await ledger.rows()).filter(({ superseded }) => superseded))
}
