import { z } from 'zod'
import type { TableDetail } from '@/components/setup/setup-views'
import { exploreObject } from '@/lib/connections/explore-object'
import { defineWorkspaceRead, orExplain } from '../../../../../workspace-read'

/** A table's columns with some rows. */
export const GET = defineWorkspaceRead({
  params: { connectionId: z.string().min(1), table: z.string().min(1) },
  run: async (client, { connectionId, table }): Promise<TableDetail> => orExplain(await exploreObject(client, connectionId, 'table', table), 'source'),
})
