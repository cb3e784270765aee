'use server'

import { z } from 'zod'
import { defineAction, type ActionAnswer } from '@/lib/actions/define-action'
import { planDraftChange } from '@/lib/documents/plan-draft-change'
import type { LivingChange } from '@/lib/documents/plan-living-change'
import { changeFlowOfDraft } from '@/lib/provisioning/change/change-flow'

const input = z.object({ draftId: z.uuid() })

const plan = defineAction({
  name: 'flow.plan-change',
  input,
  run: ({ draftId }, { user }) => planDraftChange(draftId, user.id, Date.now()),
  audit: false,
})

/** What the draft would change of its flow. Changes nothing. */
export async function planChangeAction(raw: unknown): Promise<ActionAnswer<LivingChange>> {
  return plan(raw)
}

const change = defineAction({
  name: 'flow.change',
  input,
  run: ({ draftId }, { user }) => changeFlowOfDraft(draftId, user.id),
  audit: ({ flowId }, { draftId }) => ({ subject: flowId, detail: { draftId } }),
})

/** Begins to make the flow what the draft says; pressed twice, there is one change. */
export async function changeFlowAction(raw: unknown): Promise<ActionAnswer<{ flowId: string }>> {
  return change(raw)
}
