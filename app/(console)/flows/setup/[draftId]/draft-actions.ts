'use server'

import { z } from 'zod'
import type { DraftSnapshot, SaveAnswer } from '@/components/setup/draft/draft-store'
import { defineAction, type ActionAnswer } from '@/lib/actions/define-action'
import { discardDraft, getDraft, saveDraft, startDraft, type DraftView } from '@/lib/data/drafts'
import { draftAnswers } from '@/lib/flows/draft-answers'
import { firstIncompleteStep } from '@/lib/flows/step-problems'
import { setupSteps, type SetupStep } from '@/lib/paths'
import { listWorkspaces } from '@/lib/workspaces/workspaces'

const toSnapshot = ({ id, answers, revision, updatedAt, flowId }: DraftView): DraftSnapshot => ({
  id,
  answers,
  revision,
  updatedAt: updatedAt.toISOString(),
  ...(flowId ? { flowId } : {}),
})

const start = defineAction({
  name: 'draft.start',
  input: z.object({ workspaceId: z.uuid().optional(), likeDraftId: z.uuid().optional() }),
  run: async ({ workspaceId, likeDraftId }, { user }) => {
    const like = likeDraftId === undefined ? undefined : await getDraft(likeDraftId, user.id)
    const workspaces = await listWorkspaces()
    const chosen = workspaces.find(({ id }) => id === workspaceId) ?? (workspaces.length === 1 ? workspaces[0] : undefined)
    const source = like?.answers.source ?? (chosen ? { workspaceId: chosen.id } : undefined)
    const draft = await startDraft(user.id, source ? { source } : {})
    return { draftId: draft.id, step: firstIncompleteStep(draft.answers) }
  },
  audit: ({ draftId }) => ({ subject: draftId }),
})

/** Begins a draft; where there is only one workspace, it is chosen already. One like another takes over its source. */
export async function startDraftAction(raw: unknown): Promise<ActionAnswer<{ draftId: string; step: SetupStep }>> {
  return start(raw)
}

const save = defineAction({
  name: 'draft.save',
  input: z.object({
    draftId: z.uuid(),
    revision: z.number().int().positive(),
    sections: draftAnswers,
    step: z.enum(setupSteps).optional(),
  }),
  run: async ({ draftId, revision, sections, step }, { user }): Promise<SaveAnswer> => {
    const saved = await saveDraft({ id: draftId, ownerId: user.id, revision, sections, ...(step ? { step } : {}) })
    if (saved.outcome === 'saved') return { ...saved, savedAt: saved.savedAt.toISOString() }
    return saved.outcome === 'conflict' ? { outcome: 'conflict', theirs: toSnapshot(saved.theirs) } : saved
  },
  // A draft saves itself every second while one types; the trail keeps what was decided, not each keystroke.
  audit: false,
})

/** Saves some sections of a draft on top of the revision the browser knows. */
export async function saveDraftAction(raw: unknown): Promise<ActionAnswer<SaveAnswer>> {
  return save(raw)
}

const discard = defineAction({
  name: 'draft.discard',
  input: z.object({ draftId: z.uuid() }),
  run: async ({ draftId }, { user }) => ({ isDiscarded: await discardDraft(draftId, user.id) }),
  audit: (_output, { draftId }) => ({ subject: draftId }),
})

/** Throws away a draft that has not become a flow. */
export async function discardDraftAction(raw: unknown): Promise<ActionAnswer<{ isDiscarded: boolean }>> {
  return discard(raw)
}
