import type { ProvisioningView, ProvisioningStepView } from '@/lib/provisioning/provisioning-view'
import type { CommandContext } from './command'

const pollMs = 300

/**
 * Carries a provisioning out here, or watches whoever is already at it, and prints each step as it ends. Answers how it
 * stands at the end; when the person stops it, it stays where it is and can be gone on with.
 */
export async function followProvisioning(provisioningId: string, flowId: string, context: CommandContext): Promise<ProvisioningView | undefined> {
  const [{ executeProvisioning }, { readProvisioning }] = await Promise.all([
    import('@/lib/provisioning/execute-provisioning'), import('@/lib/provisioning/read-provisioning'),
  ])
  const { signal, options } = context
  const told = new Set<string>()
  const look = async () => {
    const view = await readProvisioning(flowId)
    if (view && !options.json) tell(view, told, context)
    return view
  }
  // A lease sees to it that one process is at it: where the app's worker was faster, this ends at once.
  const working = executeProvisioning(provisioningId, { signal })
  let isWorking = true
  const ended = working.finally(() => (isWorking = false))
  ended.catch(() => undefined)
  for (;;) {
    const view = await look()
    const isOver = view !== undefined && view.state !== 'queued' && view.state !== 'running'
    if (isOver || (signal.aborted && !isWorking)) {
      await ended
      return look()
    }
    await new Promise((resolve) => setTimeout(resolve, pollMs))
  }
}

const news = new Set<ProvisioningStepView['state']>(['done', 'reused', 'failed', 'removed', 'left-behind'])

function tell(view: ProvisioningView, told: Set<string>, { print, words }: CommandContext) {
  for (const { key, kind, name, state, adobeId } of view.steps) {
    const mark = `${key} ${state}`
    if (!news.has(state) || told.has(mark)) continue
    told.add(mark)
    print(`  ${words.say(`documents.cli.stepState.${state}`)}  ${words.say(`create.kinds.${kind}`)}  ${name}${adobeId ? `  ${adobeId}` : ''}`)
  }
}
