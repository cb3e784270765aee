import { ExplainedFailure } from '@/lib/explained-error'
import type { ProvisioningView } from '@/lib/provisioning/provisioning-view'
import type { CommandContext, RunCommand } from '../command'
import { exitCodes, type ExitCode } from '../exit-codes'
import { followProvisioning } from '../follow-provisioning'
import { preparePlans, type PreparedPlan } from '../prepare-plan'
import { describePlan, planAsJson } from '../print-plan'

type Done = { prepared: PreparedPlan; code: ExitCode; more: object }

/** Flows that are made at the same time; the organisation's budget says how fast their calls go out. */
const width = 4

/**
 * Makes the workspace hold what the documents say; twice changes nothing the second time. Several are one batch: none is
 * begun while one of them cannot be applied, equal parts are made once, and one that fails stops no other.
 */
export const apply: RunCommand = async (context) => {
  const { options, words, signal, print } = context
  const all = await preparePlans(options, signal)
  if (!options.json) print(all.map((one) => describePlan(one, words)).join('\n\n'))
  const isBlocked = all.some(({ plan }) => plan.action === 'blocked')
  if (isBlocked && all.length > 1 && !options.json) print(`\n${words.say('documents.cli.noneBegun')}`)
  const results = isBlocked ? all.map((prepared): Done => ({ prepared, code: exitCodes.refused, more: {} })) : await applyAll(all, context)
  if (options.json) {
    const told = results.map(({ prepared, more }) => ({ ...planAsJson(prepared, words), ...more }))
    print(JSON.stringify(told.length === 1 ? told[0] : told, null, 2))
  }
  return results.find(({ code }) => code !== exitCodes.done)?.code ?? exitCodes.done
}

async function applyAll(all: readonly PreparedPlan[], context: CommandContext): Promise<Done[]> {
  const { insertEmptyBatch } = await import('@/lib/data/batches')
  const fresh = all.filter(({ plan }) => plan.action === 'create')
  const [first] = fresh
  const batchId = first && fresh.length > 1 ? await insertEmptyBatch(first.workspace.id, first.plan.definition.source.connectionName) : undefined
  const results: Done[] = []
  const waiting = all.entries()
  const next = async (): Promise<void> => {
    for (const [index, prepared] of waiting) results[index] = await (all.length > 1 ? applyBesideOthers(prepared, batchId, named(prepared, context)) : applyOne(prepared, batchId, context))
  }
  await Promise.all(Array.from({ length: width }, next))
  if (batchId !== undefined && !context.options.json) context.print(`\n${context.words.say('documents.cli.batch')} ${context.url}/flows/batches/${batchId}`)
  return results
}

/** Of several at work, each line says which it is about. */
const named = ({ plan }: PreparedPlan, context: CommandContext): CommandContext => ({
  ...context, print: (text) => context.print(text.trim() === '' ? text : `${plan.definition.name}: ${text.trim()}`),
})

/** What has an explanation stops no other. */
async function applyBesideOthers(prepared: PreparedPlan, batchId: string | undefined, context: CommandContext): Promise<Done> {
  try {
    return await applyOne(prepared, batchId, context)
  } catch (error) {
    if (!(error instanceof ExplainedFailure)) throw error
    if (!context.options.json) context.print(context.words.explain(error.explained))
    return { prepared, code: exitCodes.failed, more: { error: error.explained } }
  }
}

async function applyOne(prepared: PreparedPlan, batchId: string | undefined, context: CommandContext): Promise<Done> {
  const { plan, workspace } = prepared
  if (plan.action === 'none') return { prepared, code: exitCodes.done, more: {} }
  const [{ applyPlan }, { writeAudit }] = await Promise.all([import('@/lib/documents/apply-plan'), import('@/lib/audit/write-audit')])
  const { flowId, provisioningId } = await applyPlan(plan, workspace.id, undefined, batchId)
  await writeAudit({ action: 'document.apply', subject: flowId, detail: { by: 'command-line', action: plan.action } })
  const view = provisioningId === undefined ? undefined : await followProvisioning(provisioningId, flowId, context)
  const more = { flowId, ...(view && { state: view.state, adobeFlowId: view.adobeFlowId, error: view.error }) }
  return { prepared, code: tellEnd(view, context), more }
}

function tellEnd(view: ProvisioningView | undefined, { options, words, print, url }: CommandContext): ExitCode {
  if (view === undefined || view.state === 'succeeded') {
    if (!options.json) print(`\n${words.say('documents.cli.applied')}${view ? ` ${url}/flows/${view.flowId}` : ''}`)
    return exitCodes.done
  }
  if (!options.json) {
    if (view.error) print(`\n${words.explain(view.error)}`)
    print(`\n${words.say(view.state === 'failed' ? 'documents.cli.goOn' : 'documents.cli.stopped')}`)
  }
  return exitCodes.failed
}
