import { z } from 'zod'
import type { FlowSpecView } from '@/components/setup/setup-views'
import { defineWorkspaceRead } from '../../../workspace-read'
import { flowSpecFor } from '../find-flow-spec'

/** The flow specification of a source: id and version are what a flow is made with. */
export const GET = defineWorkspaceRead({
  params: { source: z.string().min(1) },
  run: async (client, { workspaceId, source }): Promise<FlowSpecView> => {
    const { id, version, name } = await flowSpecFor(client, workspaceId, source)
    return { id, version, name: name ?? id }
  },
})
