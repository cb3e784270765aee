import type { SourceView } from '@/components/setup/setup-views'
import { listConnectionSpecs } from '@/lib/adobe/flow-service/specs'
import { offeredSources } from '@/lib/sources/offered-sources'
import { shortMemory } from '../../../short-memory'
import { defineWorkspaceRead, orExplain } from '../../../workspace-read'

const remembered = shortMemory<SourceView[]>(60_000)

/** Which payments sources this workspace's Adobe offers, those of the catalogue first, and how each wants to be authenticated. */
export const GET = defineWorkspaceRead({
  run: (client, { workspaceId }) =>
    remembered(workspaceId, async () => offeredSources(orExplain(await listConnectionSpecs(client), 'workspace'))),
})
