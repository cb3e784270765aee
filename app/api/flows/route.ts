import { defineRead } from '@/lib/actions/define-read'
import { flowListQuery, readFlowList } from '@/lib/monitoring/read-flow-list'

export const GET = defineRead({ input: flowListQuery, run: readFlowList })
