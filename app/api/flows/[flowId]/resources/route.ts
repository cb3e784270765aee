import { z } from 'zod'
import { defineRead } from '@/lib/actions/define-read'
import { readResources } from '@/lib/monitoring/read-resources'

export const GET = defineRead({ input: z.object({ flowId: z.uuid() }), run: ({ flowId }) => readResources(flowId) })
