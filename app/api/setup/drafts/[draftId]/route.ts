import { z } from 'zod'
import type { DraftSnapshot } from '@/components/setup/draft/draft-store'
import { defineRead } from '@/lib/actions/define-read'
import { getDraft } from '@/lib/data/drafts'
import { ExplainedFailure } from '@/lib/explained-error'

/** The newest copy of a draft, for a tab that comes to the front. */
export const GET = defineRead({
  input: z.object({ draftId: z.uuid() }),
  run: async ({ draftId }, { user }): Promise<DraftSnapshot> => {
    const draft = await getDraft(draftId, user.id)
    if (!draft) throw new ExplainedFailure({ code: 'not-found', retryable: false })
    const { id, answers, revision, updatedAt, flowId } = draft
    return { id, answers, revision, updatedAt: updatedAt.toISOString(), ...(flowId ? { flowId } : {}) }
  },
})
