import { z } from 'zod'
import { defineRead } from '@/lib/actions/define-read'
import type { BatchView } from '@/lib/batches/batch-view'
import { readBatch } from '@/lib/batches/read-batch'
import { ExplainedFailure } from '@/lib/explained-error'

/** How a batch stands: each of its flows, and what they share. */
export const GET = defineRead({
  input: z.object({ batchId: z.uuid() }),
  run: async ({ batchId }, { user }): Promise<BatchView> => {
    const view = await readBatch(batchId, user.id)
    if (!view) throw new ExplainedFailure({ code: 'not-found', retryable: false })
    return view
  },
})
