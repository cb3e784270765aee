import type { ProvisioningView } from '@/lib/provisioning/provisioning-view'
import type { CommandContext, RunCommand } from '../command'
import { exitCodes, type ExitCode } from '../exit-codes'
import { followProvisioning } from '../follow-provisioning'
import { preparePlan } from '../prepare-plan'
import { describePlan, planAsJson } from '../print-plan'

/** Makes the workspace hold what the document says; twice changes nothing the second time. */
export const apply: RunCommand = async (context) => {
  const { options, words, signal, print } = context
  const prepared = await preparePlan(options, signal)
  const { plan, workspace } = prepared
  if (!options.json) print(describePlan(prepared, words))
  const finish = (code: ExitCode, more: object = {}) => {
    if (options.json) print(JSON.stringify({ ...planAsJson(prepared, words), ...more }, null, 2))
    return code
  }
  if (plan.action === 'blocked') return finish(exitCodes.refused)
  if (plan.action === 'none') return finish(exitCodes.done)

  const [{ applyPlan }, { writeAudit }] = await Promise.all([import('@/lib/documents/apply-plan'), import('@/lib/audit/write-audit')])
  const { flowId, provisioningId } = await applyPlan(plan, workspace.id)
  await writeAudit({ action: 'document.apply', subject: flowId, detail: { by: 'command-line', action: plan.action } })
  const view = provisioningId === undefined ? undefined : await followProvisioning(provisioningId, flowId, context)
  return finish(tellEnd(view, context), { flowId, ...(view && { state: view.state, adobeFlowId: view.adobeFlowId, error: view.error }) })
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
