import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requireUser } from '@/lib/access/authorise'
import { ExplainedFailure } from '@/lib/explained-error'
import type { WorkspaceView } from '@/lib/workspaces/workspace-view'
import { getWorkspace } from '@/lib/workspaces/workspaces'

/** The workspace of an address, read once a request; the not-found page where there is none. */
export const loadWorkspace = cache(async (id: string): Promise<WorkspaceView> => {
  await requireUser()
  try {
    return await getWorkspace(id)
  } catch (thrown) {
    if (thrown instanceof ExplainedFailure && thrown.explained.code === 'not-found') notFound()
    throw thrown
  }
})
