import type { FlowRow } from '@/lib/data/flows'
import { CliFailure } from './cli-failure'
import { exitCodes } from './exit-codes'
import { findWorkspace } from './find-workspace'
import { namesFile, readFile } from './read-file'

/**
 * The flow that a word names: its id, its name, or a document's file. Without a workspace all are looked through.
 * @throws CliFailure where there is none, or several
 */
export async function findFlowOf(subject: string, workspaceName: string | undefined): Promise<FlowRow> {
  const [{ findFlow }, { findFlowsByName }] = await Promise.all([import('@/lib/data/flows'), import('@/lib/data/named-flows')])
  const byId = await findFlow(subject)
  if (byId) return byId
  const name = namesFile(subject) ? readFile(subject).name : subject
  const workspace = workspaceName === undefined ? undefined : await findWorkspace(workspaceName)
  const found = await findFlowsByName(name, workspace?.id)
  const [only] = found
  if (only && found.length === 1) return only
  if (!only) throw new CliFailure('documents.cli.noFlow', { name }, exitCodes.refused)
  const list = found.map((flow) => `  ${flow.id}  ${flow.workspace.name}`).join('\n')
  throw new CliFailure('documents.cli.severalFlows', { name, list }, exitCodes.refused)
}
