import { z } from 'zod'
import type { TitleView } from '@/components/setup/setup-views'
import { findByTitle } from '@/lib/adobe/schema-registry'
import { registryKinds } from '@/lib/adobe/requests/schema-registry'
import { defineWorkspaceRead, orExplain } from '../../../workspace-read'

/** Is a title taken? Adobe wants it unique among all kinds of registry resources (XDM-1521). */
export const GET = defineWorkspaceRead({
  params: { title: z.string().min(1).max(300) },
  run: async (client, { title }): Promise<TitleView> => {
    const found = await Promise.all(registryKinds.map(async (kind) => ({ kind, result: await findByTitle(client, kind, title) })))
    const taken = found.find(({ result }) => orExplain(result, 'workspace') !== undefined)
    return taken ? { isTaken: true, kind: taken.kind } : { isTaken: false }
  },
})
