import { z } from 'zod'
import type { TableDetail } from '@/components/setup/setup-views'
import { exploreTable } from '@/lib/adobe/flow-service/connections'
import { defineWorkspaceRead, orExplain } from '../../../../../workspace-read'

/** As many rows as a person looks through; Adobe may send up to a hundred. */
const mostRows = 50

/** A table's columns with some rows. Where Adobe gives no preview, the columns alone. */
export const GET = defineWorkspaceRead({
  params: { connectionId: z.string().min(1), table: z.string().min(1) },
  run: async (client, { connectionId, table }): Promise<TableDetail> => {
    const whole = await exploreTable(client, connectionId, table, { preview: true })
    if (whole.ok) return { columns: whole.data.schema.columns, rows: (whole.data.data ?? []).slice(0, mostRows) }
    const columns = await exploreTable(client, connectionId, table)
    // The first answer's error is the telling one when both were refused.
    if (!columns.ok) return orExplain(whole, 'source')
    return { columns: columns.data.schema.columns, rows: [], isPreviewMissing: true }
  },
})
