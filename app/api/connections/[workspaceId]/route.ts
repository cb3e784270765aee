import { z } from 'zod'
import { defineRead } from '@/lib/actions/define-read'
import { listConnectionOverviews } from '@/lib/connections/connection-overview'
import { openWorkspace } from '@/lib/workspaces/open-workspace'

/** The connections of a workspace's payments sources, each with the flows that hang on it. */
export const GET = defineRead({
  input: z.object({ workspaceId: z.uuid() }),
  run: async ({ workspaceId }, { signal }) => {
    const { client } = await openWorkspace(workspaceId, { signal })
    return listConnectionOverviews(client)
  },
})
