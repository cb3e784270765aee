import { z } from 'zod'
import type { TitleView } from '@/components/setup/setup-views'
import { findTitle } from '@/lib/documents/find-title'
import { defineWorkspaceRead } from '../../../workspace-read'

/** Is a title taken? */
export const GET = defineWorkspaceRead({
  params: { title: z.string().min(1).max(300) },
  run: async (client, { title }): Promise<TitleView> => {
    const kind = await findTitle(client, title)
    return kind === undefined ? { isTaken: false } : { isTaken: true, kind }
  },
})
