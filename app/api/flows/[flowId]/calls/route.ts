import { z } from 'zod'
import { defineRead } from '@/lib/actions/define-read'
import { callListQuery, readCalls } from '@/lib/monitoring/read-calls'

export const GET = defineRead({
  input: callListQuery.extend({ flowId: z.uuid() }),
  run: ({ flowId, ...asked }) => readCalls(flowId, asked),
})
