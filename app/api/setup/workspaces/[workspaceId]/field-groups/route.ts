import { z } from 'zod'
import type { FieldGroupView } from '@/components/setup/setup-views'
import { containerOf } from '@/lib/adobe/requests/schema-registry'
import { listFieldGroups } from '@/lib/adobe/schema-registry'
import { defineWorkspaceRead, orExplain } from '../../../workspace-read'

/** Field groups that say they extend a class (`meta:intendedToExtend`). */
export const GET = defineWorkspaceRead({
  params: { classId: z.string().min(1) },
  run: async (client, { classId }): Promise<FieldGroupView[]> => {
    const groups = orExplain(await listFieldGroups(client, classId), 'workspace')
    const byId = new Map(groups.map((group) => [group.$id, group]))
    return [...byId.values()]
      .map(({ $id, title, description }) => ({
        id: $id,
        title: title ?? $id,
        ...(description ? { description } : {}),
        isOwn: containerOf($id) === 'tenant',
      }))
      .sort((a, b) => a.title.localeCompare(b.title))
  },
})
