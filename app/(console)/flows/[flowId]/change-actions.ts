'use server'

import { z } from 'zod'
import { defineAction } from '@/lib/actions/define-action'
import { beginChange, changeFlowAgain } from '@/lib/provisioning/change/change-flow'

const start = defineAction({
  name: 'flow.begin-change',
  input: z.object({ flowId: z.uuid() }),
  run: ({ flowId }, { user }) => beginChange(flowId, user.id),
  audit: ({ draftId }, { flowId }) => ({ subject: flowId, detail: { draftId } }),
})

/** Begins a draft with what the flow is now, or finds the one that was begun. */
export async function startChangeAction(raw: unknown) {
  return start(raw)
}

const again = defineAction({
  name: 'flow.change-again',
  input: z.object({ flowId: z.uuid(), way: z.enum(['on', 'back']) }),
  run: ({ flowId, way }, { user }) => changeFlowAgain(flowId, way, user.id),
  audit: (_, { flowId, way }) => ({ subject: flowId, detail: { way } }),
})

/** Goes on with a change that stopped, or back to what the flow was before it. */
export async function changeAgainAction(raw: unknown) {
  return again(raw)
}
