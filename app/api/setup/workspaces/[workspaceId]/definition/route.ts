import { z } from 'zod'
import type { DefinitionView } from '@/components/setup/setup-views'
import { getRegistryStats, getResolved } from '@/lib/adobe/schema-registry'
import { shortMemory } from '../../../short-memory'
import { defineWorkspaceRead, orExplain } from '../../../workspace-read'

const tenants = shortMemory<string>(600_000)

/** A class or field group with its references resolved, for the preview of a schema that does not exist yet. */
export const GET = defineWorkspaceRead({
  params: { kind: z.enum(['classes', 'fieldgroups']), id: z.string().min(1) },
  run: async (client, { workspaceId, kind, id }): Promise<DefinitionView> => {
    const [resolved, tenantId] = await Promise.all([
      getResolved(client, kind, id),
      tenants(workspaceId, async () => orExplain(await getRegistryStats(client), 'workspace').tenantId),
    ])
    return { id, resolved: orExplain(resolved, 'target'), tenantNamespace: `_${tenantId}` }
  },
})
