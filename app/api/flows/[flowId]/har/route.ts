import { z } from 'zod'
import { defineRead } from '@/lib/actions/define-read'
import { findFlow } from '@/lib/data/flows'
import { ExplainedFailure } from '@/lib/explained-error'
import { toHar } from '@/lib/monitoring/har'
import { callListQuery, readAllCalls } from '@/lib/monitoring/read-calls'
import { needWorkspace } from '@/lib/workspaces/need-workspace'
import packageJson from '@/package.json'

export const GET = defineRead({
  input: callListQuery.extend({ flowId: z.uuid() }),
  run: async ({ flowId, ...asked }) => {
    const flow = await findFlow(flowId)
    if (!flow) throw new ExplainedFailure({ code: 'not-found', retryable: false })
    const { platformOrigin } = await needWorkspace(flow.workspace.id)
    return toHar(await readAllCalls(flowId, asked), { origin: platformOrigin, version: packageJson.version })
  },
})
