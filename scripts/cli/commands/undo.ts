import readline from 'node:readline/promises'
import type { FlowRow } from '@/lib/data/flows'
import { keptKinds, type RemovalScope } from '@/lib/provisioning/kept-kinds'
import { CliFailure } from '../cli-failure'
import type { CommandContext, RunCommand } from '../command'
import { exitCodes } from '../exit-codes'
import { findFlowOf } from '../find-flow'
import { needReachable } from '../find-workspace'
import { followProvisioning } from '../follow-provisioning'
import type { CliOptions } from '../options'

/**
 * Removes from Adobe what the flow has made there, or all of it but its data; nothing that it only uses. Asks first, and
 * wants to be told what is to become of rows that have come in.
 */
export const undo: RunCommand = async (context) => {
  const { options, words, print } = context
  const flow = await findFlowOf(options.subject, options.workspace)
  if (flow.lifecycle === 'deleted') throw new CliFailure('documents.cli.noFlow', { name: flow.name }, exitCodes.refused)
  const { getWorkspace } = await import('@/lib/workspaces/workspaces')
  needReachable(await getWorkspace(flow.workspace.id))
  const scope = await scopeOf(flow, options)
  if (!options.yes && !(await isConfirmed(flow.name, flow.workspace.name, scope, context))) return exitCodes.refused

  const [{ requestProvisioning }, { writeAudit }] = await Promise.all([import('@/lib/data/request-provisioning'), import('@/lib/audit/write-audit')])
  const { provisioningId } = await requestProvisioning({ flowId: flow.id, kind: 'undo', ...(scope && { keeps: keptKinds(scope) }) })
  await writeAudit({ action: 'flow.undo', subject: flow.id, detail: { by: 'command-line', ...(scope && { scope }) } })
  const view = await followProvisioning(provisioningId, flow.id, context)
  const isUndone = view?.state === 'succeeded'
  if (options.json) print(JSON.stringify({ flowId: flow.id, state: view?.state, error: view?.error }, null, 2))
  else if (isUndone) print(`\n${words.say(scope === 'keep-data' ? 'documents.cli.undoneButData' : 'documents.cli.undone')}`)
  else print(`\n${view?.error ? words.explain(view.error) : words.say('documents.cli.stopped')}`)
  return isUndone ? exitCodes.done : exitCodes.failed
}

/** A removal that got stuck goes on as it began, without being told again. */
async function scopeOf({ id, name, lifecycle }: FlowRow, { scope }: CliOptions): Promise<RemovalScope | undefined> {
  if (scope || lifecycle === 'deleting') return scope
  const { countRuns } = await import('@/lib/data/runs')
  const { success = 0, partialSuccess = 0 } = await countRuns(id)
  if (success + partialSuccess > 0) throw new CliFailure('documents.cli.whichScope', { name }, exitCodes.usage)
  return 'everything'
}

async function isConfirmed(name: string, workspace: string, scope: RemovalScope | undefined, { words }: CommandContext): Promise<boolean> {
  if (!process.stdin.isTTY) throw new CliFailure('documents.cli.needsYes', { name }, exitCodes.usage)
  const asked = readline.createInterface({ input: process.stdin, output: process.stderr })
  try {
    return (await asked.question(`${words.say(scope === 'keep-data' ? 'documents.cli.confirmUndoButData' : 'documents.cli.confirmUndo', { name, workspace })} `)).trim() === name
  } finally {
    asked.close()
  }
}
