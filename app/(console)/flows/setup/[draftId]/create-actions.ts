'use server'

import { z } from 'zod'
import { defineAction, type ActionAnswer } from '@/lib/actions/define-action'
import { createFlowOfDraft } from '@/lib/provisioning/create-flow'

const create = defineAction({
  name: 'flow.create',
  input: z.object({ draftId: z.uuid() }),
  run: ({ draftId }, { user }) => createFlowOfDraft(draftId, user.id),
  audit: ({ flowId }, { draftId }) => ({ subject: flowId, detail: { draftId } }),
})

/** Makes the flow of a draft and begins its creation; pressed twice it answers with the same flow. */
export async function createFlowAction(raw: unknown): Promise<ActionAnswer<{ flowId: string }>> {
  return create(raw)
}
