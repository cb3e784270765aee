import { CliFailure } from './cli-failure'
import { exitCodes } from './exit-codes'
import type { WorkspaceView } from '@/lib/workspaces/workspace-view'

/**
 * The workspace a command works in: by its name, or the only one there is.
 * @throws CliFailure where the name is not known or none was given and there are several
 */
export async function findWorkspace(name: string | undefined): Promise<WorkspaceView> {
  const { listWorkspaces } = await import('@/lib/workspaces/workspaces')
  const all = await listWorkspaces()
  const names = all.map((workspace) => workspace.name).join(', ')
  const found = all.filter((workspace) => (name === undefined ? true : workspace.name === name || workspace.id === name))
  const [only] = found
  if (only && found.length === 1) return only
  if (all.length === 0) throw new CliFailure('documents.cli.noWorkspace', {}, exitCodes.refused)
  if (name === undefined) throw new CliFailure('documents.cli.whichWorkspace', { names }, exitCodes.refused)
  throw new CliFailure(found.length > 1 ? 'documents.cli.severalWorkspaces' : 'documents.cli.unknownWorkspace', { name, names }, exitCodes.refused)
}

/** The practice workspace lives in the emulator, which runs beside the app and not beside a command. */
export function needReachable(workspace: WorkspaceView): void {
  if (workspace.kind === 'practice' && !process.env.EMULATOR_URL) {
    throw new CliFailure('documents.cli.practiceNotRunning', { name: workspace.name }, exitCodes.failed)
  }
}
