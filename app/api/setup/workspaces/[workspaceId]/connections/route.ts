import { z } from 'zod'
import type { ConnectionView } from '@/components/setup/setup-actions'
import { listBaseConnections } from '@/lib/adobe/flow-service/connections'
import { defineWorkspaceRead, orExplain } from '../../../workspace-read'

/** Base connections of one source that exist in the workspace, the newest first. Their credentials are not read. */
export const GET = defineWorkspaceRead({
  params: { spec: z.string().min(1) },
  run: async (client, { spec }): Promise<ConnectionView[]> => {
    const connections = orExplain(await listBaseConnections(client, spec), 'workspace')
    return connections
      .map(({ id, name, state, createdAt }) => ({
        id,
        name: name ?? id,
        state: state ?? 'unknown',
        ...(createdAt === undefined ? {} : { createdAt }),
      }))
      .sort((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0))
  },
})
