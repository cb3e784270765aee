'use server'

import { z } from 'zod'
import { defineAction } from '@/lib/actions/define-action'
import { deleteDataflow, repeatRun, runFlowNow, switchFlowTo } from '@/lib/monitoring/control-flow'
import { publishFlow } from '@/lib/monitoring/publish-flow'

const onFlow = (_: unknown, { flowId }: { flowId: string }) => ({ subject: flowId })

const switchIt = defineAction({
  name: 'flow.switch',
  input: z.object({ flowId: z.uuid(), to: z.enum(['enabled', 'disabled']) }),
  run: ({ flowId, to }) => switchFlowTo(flowId, to),
  audit: (_, { flowId, to }) => ({ subject: flowId, detail: { to } }),
})

/** Switches a flow on or off in Adobe. */
export async function switchFlowAction(raw: unknown) {
  return switchIt(raw)
}

const runIt = defineAction({
  name: 'flow.run',
  input: z.object({ flowId: z.uuid(), from: z.iso.datetime(), deltaColumn: z.string().min(1).max(500).optional() }),
  run: ({ flowId, from, deltaColumn }) => runFlowNow(flowId, new Date(from), deltaColumn),
  audit: onFlow,
})

/** Starts a run of a flow that is scheduled once. */
export async function runFlowAction(raw: unknown) {
  return runIt(raw)
}

const repeat = defineAction({
  name: 'flow.repeat-run',
  input: z.object({ flowId: z.uuid(), runId: z.uuid() }),
  run: ({ flowId, runId }) => repeatRun(flowId, runId),
  audit: (_, { flowId, runId }) => ({ subject: flowId, detail: { runId } }),
})

/** Reads the window of a run once more. */
export async function repeatRunAction(raw: unknown) {
  return repeat(raw)
}

const remove = defineAction({
  name: 'flow.delete',
  input: z.object({ flowId: z.uuid() }),
  run: ({ flowId }) => deleteDataflow(flowId),
  audit: onFlow,
})

/** Deletes the dataflow in Adobe and leaves everything else there. */
export async function deleteFlowAction(raw: unknown) {
  return remove(raw)
}

const publish = defineAction({
  name: 'flow.publish',
  input: z.object({ flowId: z.uuid() }),
  run: ({ flowId }) => publishFlow(flowId),
  audit: onFlow,
})

/** Publishes a flow that Adobe holds as a draft. */
export async function publishFlowAction(raw: unknown) {
  return publish(raw)
}
