import { z } from 'zod'
import { defineRead } from '@/lib/actions/define-read'
import { readRefused } from '@/lib/monitoring/read-refused'

export const GET = defineRead({
  input: z.object({ flowId: z.uuid(), runId: z.uuid() }),
  run: ({ flowId, runId }) => readRefused(flowId, runId),
})
