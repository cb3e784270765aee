import { z } from 'zod'
import { defineRead } from '@/lib/actions/define-read'
import { ExplainedFailure } from '@/lib/explained-error'
import { readFlowOverview } from '@/lib/monitoring/read-flow'

export const GET = defineRead({
  input: z.object({ flowId: z.string() }),
  run: async ({ flowId }) => {
    const overview = await readFlowOverview(flowId)
    if (!overview) throw new ExplainedFailure({ code: 'not-found', retryable: false })
    return overview
  },
})
