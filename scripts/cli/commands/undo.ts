import readline from 'node:readline/promises'
import { CliFailure } from '../cli-failure'
import type { CommandContext, RunCommand } from '../command'
import { exitCodes } from '../exit-codes'
import { findFlowOf } from '../find-flow'
import { needReachable } from '../find-workspace'
import { followProvisioning } from '../follow-provisioning'

/** Removes from Adobe what the flow has made there, and nothing that it only uses. Asks first, for data goes with a dataset. */
export const undo: RunCommand = async (context) => {
  const { options, words, print } = context
  const flow = await findFlowOf(options.subject, options.workspace)
  if (flow.lifecycle === 'deleted') throw new CliFailure('documents.cli.noFlow', { name: flow.name }, exitCodes.refused)
  const { getWorkspace } = await import('@/lib/workspaces/workspaces')
  needReachable(await getWorkspace(flow.workspace.id))
  if (!options.yes && !(await isConfirmed(flow.name, flow.workspace.name, context))) return exitCodes.refused

  const [{ requestProvisioning }, { writeAudit }] = await Promise.all([import('@/lib/data/request-provisioning'), import('@/lib/audit/write-audit')])
  const { provisioningId } = await requestProvisioning({ flowId: flow.id, kind: 'undo' })
  await writeAudit({ action: 'flow.undo', subject: flow.id, detail: { by: 'command-line' } })
  const view = await followProvisioning(provisioningId, flow.id, context)
  const isUndone = view?.state === 'succeeded'
  if (options.json) print(JSON.stringify({ flowId: flow.id, state: view?.state, error: view?.error }, null, 2))
  else if (isUndone) print(`\n${words.say('documents.cli.undone')}`)
  else print(`\n${view?.error ? words.explain(view.error) : words.say('documents.cli.stopped')}`)
  return isUndone ? exitCodes.done : exitCodes.failed
}

async function isConfirmed(name: string, workspace: string, { words }: CommandContext): Promise<boolean> {
  if (!process.stdin.isTTY) throw new CliFailure('documents.cli.needsYes', { name }, exitCodes.usage)
  const asked = readline.createInterface({ input: process.stdin, output: process.stderr })
  try {
    return (await asked.question(`${words.say('documents.cli.confirmUndo', { name, workspace })} `)).trim() === name
  } finally {
    asked.close()
  }
}
