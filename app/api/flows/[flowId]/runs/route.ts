import { z } from 'zod'
import { defineRead } from '@/lib/actions/define-read'
import { readRunList, runListQuery } from '@/lib/monitoring/read-runs'

export const GET = defineRead({
  input: runListQuery.extend({ flowId: z.uuid() }),
  run: ({ flowId, ...asked }) => readRunList(flowId, asked),
})
