import 'server-only'
import { findWorkspace, type WorkspaceRow } from '@/lib/data/workspaces'
import { ExplainedFailure } from '@/lib/explained-error'

/**
 * The stored workspace of that id; anything that is not an id is simply not found.
 * @throws ExplainedFailure `not-found`
 */
export async function needWorkspace(id: string): Promise<WorkspaceRow> {
  const row = /^[0-9a-f-]{36}$/i.test(id) ? await findWorkspace(id) : undefined
  if (!row) throw new ExplainedFailure({ code: 'not-found', retryable: false })
  return row
}
