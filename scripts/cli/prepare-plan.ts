import { rememberAnswers } from '@/lib/adobe/remembering-client'
import type { DocumentPlan } from '@/lib/documents/plan-document'
import type { WorkspaceView } from '@/lib/workspaces/workspace-view'
import { CliFailure } from './cli-failure'
import { exitCodes } from './exit-codes'
import { findWorkspace, needReachable } from './find-workspace'
import type { CliOptions } from './options'
import { readFiles } from './read-file'

export type PreparedPlan = { plan: DocumentPlan; workspace: WorkspaceView }

/**
 * Reads the documents and compares each with the workspace: the common beginning of `plan` and `apply`. What several
 * documents ask of the workspace is asked once.
 */
export async function preparePlans({ subjects, workspace: name, connection, flow }: CliOptions, signal: AbortSignal): Promise<PreparedPlan[]> {
  const definitions = readFiles(subjects)
  // One name cannot be that of several flows.
  if (flow !== undefined && definitions.length > 1) throw new CliFailure('documents.cli.oneSubject', { command: 'flow' }, exitCodes.usage)
  const twice = definitions.find((one, index) => definitions.findIndex((other) => other.name === one.name) !== index)
  if (twice) throw new CliFailure('documents.cli.sameName', { name: twice.name }, exitCodes.refused)
  const workspace = await findWorkspace(name)
  needReachable(workspace)
  const [{ openWorkspace }, { planDocument }] = await Promise.all([
    import('@/lib/workspaces/open-workspace'), import('@/lib/documents/plan-document'),
  ])
  const client = rememberAnswers((await openWorkspace(workspace.id, { signal })).client)
  const plans: PreparedPlan[] = []
  for (const definition of definitions) {
    plans.push({ plan: await planDocument({ workspaceId: workspace.id, client, definition, connectionName: connection, flowName: flow, nowMs: Date.now() }), workspace })
  }
  return plans
}
