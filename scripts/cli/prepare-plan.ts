import type { DocumentPlan } from '@/lib/documents/plan-document'
import type { WorkspaceView } from '@/lib/workspaces/workspace-view'
import { findWorkspace, needReachable } from './find-workspace'
import type { CliOptions } from './options'
import { readFile } from './read-file'

export type PreparedPlan = { plan: DocumentPlan; workspace: WorkspaceView }

/** Reads the document and compares it with the workspace: the common beginning of `plan` and `apply`. */
export async function preparePlan({ subject, workspace: name, connection, flow }: CliOptions, signal: AbortSignal): Promise<PreparedPlan> {
  const definition = readFile(subject)
  const workspace = await findWorkspace(name)
  needReachable(workspace)
  const [{ openWorkspace }, { planDocument }] = await Promise.all([
    import('@/lib/workspaces/open-workspace'), import('@/lib/documents/plan-document'),
  ])
  const { client } = await openWorkspace(workspace.id, { signal })
  const plan = await planDocument({ workspaceId: workspace.id, client, definition, connectionName: connection, flowName: flow, nowMs: Date.now() })
  return { plan, workspace }
}
