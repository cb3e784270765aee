import { z } from 'zod'
import type { TableDetail } from '@/components/setup/setup-views'
import { exploreObject } from '@/lib/connections/explore-object'
import { defineWorkspaceRead, orExplain } from '../../../../../workspace-read'

/** A REST resource's hierarchy with some records. */
export const GET = defineWorkspaceRead({
  params: { connectionId: z.string().min(1), path: z.string().trim().min(1).max(500) },
  run: async (client, { connectionId, path }): Promise<TableDetail> => orExplain(await exploreObject(client, connectionId, 'rest', path), 'source'),
})
