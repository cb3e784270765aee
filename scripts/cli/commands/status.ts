import type { RunCommand } from '../command'
import { exitCodes } from '../exit-codes'
import { findFlowOf } from '../find-flow'
import { alignColumns } from '../print-plan'

/** How a flow stands by our own books: nothing is asked of Adobe, so it works while Adobe does not. */
export const status: RunCommand = async ({ options, words, print }) => {
  const { say } = words
  const flow = await findFlowOf(options.subject, options.workspace)
  const { readProvisioning } = await import('@/lib/provisioning/read-provisioning')
  const view = await readProvisioning(flow.id)
  const steps = view?.steps ?? []
  const moments = { nextRunAt: flow.nextRunAt, lastRunAt: flow.lastRunAt, syncedAt: flow.syncedAt }
  if (options.json) {
    const { id, name, workspace, lifecycle, health, adobeFlowId, adobeState } = flow
    const parts = steps.map(({ key, state, adobeId }) => ({ key, state, ...(adobeId && { id: adobeId }) }))
    print(JSON.stringify({ id, name, workspace: workspace.name, lifecycle, health, adobeFlowId, adobeState, ...moments, steps: parts, error: view?.error }, null, 2))
  } else {
    print(`${flow.name} → ${flow.workspace.name}\n`)
    print(alignColumns([
      [say('documents.cli.lifecycleLabel'), say(`documents.cli.lifecycle.${flow.lifecycle}`)],
      ...(flow.adobeFlowId ? [[say('documents.cli.adobeFlow'), flow.adobeFlowId]] : []),
      ...Object.entries(moments).flatMap(([key, moment]) => (moment ? [[say(`documents.cli.${key}`), moment.toISOString()]] : [])),
    ]))
    print(`\n${alignColumns(steps.map(({ state, kind, name, adobeId }) => [say(`documents.cli.stepState.${state}`), say(`create.kinds.${kind}`), name, adobeId ?? '']))}`)
    if (view?.error && flow.lifecycle !== 'live') print(`\n${words.explain(view.error)}`)
  }
  return flow.lifecycle === 'live' ? exitCodes.done : exitCodes.pending
}
