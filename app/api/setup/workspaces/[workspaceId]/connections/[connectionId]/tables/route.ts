import { z } from 'zod'
import type { TableView } from '@/components/setup/setup-views'
import { exploreTables } from '@/lib/adobe/flow-service/connections'
import { defineWorkspaceRead, orExplain } from '../../../../../workspace-read'

/** The tables of the account behind a base connection. */
export const GET = defineWorkspaceRead({
  params: { connectionId: z.string().min(1) },
  run: async (client, { connectionId }): Promise<TableView[]> => {
    const tables = orExplain(await exploreTables(client, connectionId), 'source')
    return tables.map(({ name, path }) => ({ name, path: path ?? name }))
  },
})
