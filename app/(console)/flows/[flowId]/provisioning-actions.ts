'use server'

import { z } from 'zod'
import { defineAction, type ActionAnswer } from '@/lib/actions/define-action'
import { resumeFlow, undoFlow } from '@/lib/provisioning/create-flow'
import { removalScopes } from '@/lib/provisioning/kept-kinds'

const input = z.object({ flowId: z.uuid() })

const resume = defineAction({
  name: 'flow.resume',
  input,
  run: ({ flowId }, { user }) => resumeFlow(flowId, user.id),
  audit: ({ flowId }) => ({ subject: flowId }),
})

/** Goes on with a creation that failed; what the draft says now counts. */
export async function resumeProvisioningAction(raw: unknown): Promise<ActionAnswer<{ flowId: string }>> {
  return resume(raw)
}

const undo = defineAction({
  name: 'flow.undo',
  input: input.extend({ scope: z.enum(removalScopes).optional() }),
  run: ({ flowId, scope }, { user }) => undoFlow(flowId, user.id, scope),
  audit: ({ flowId }, { scope }) => ({ subject: flowId, detail: { ...(scope && { scope }) } }),
})

/** Removes from Adobe what the flow has made there, or all but its data: after a failed creation, or when a live flow is deleted. */
export async function undoProvisioningAction(raw: unknown): Promise<ActionAnswer<{ flowId: string }>> {
  return undo(raw)
}
