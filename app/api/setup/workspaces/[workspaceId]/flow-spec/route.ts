import { z } from 'zod'
import type { FlowSpecView } from '@/components/setup/setup-views'
import { supportsDrafts, transformationsOf } from '@/lib/adobe/flow-service/specs'
import { specIdOf } from '@/lib/sources/offered-sources'
import { defineWorkspaceRead } from '../../../workspace-read'
import { flowSpecFor } from '../find-flow-spec'

/** The flow specification of a source: id and version are what a flow is made with. */
export const GET = defineWorkspaceRead({
  params: { source: z.string().min(1) },
  run: async (client, { workspaceId, source }): Promise<FlowSpecView> => {
    const spec = await flowSpecFor(client, workspaceId, source)
    const { id, version, name } = spec
    return {
      id,
      version,
      name: name ?? id,
      takesDelta: transformationsOf(spec).some((one) => one.name === 'Copy'),
      supportsDrafts: await supportsDrafts(client, spec, specIdOf(source) ?? ''),
    }
  },
})
