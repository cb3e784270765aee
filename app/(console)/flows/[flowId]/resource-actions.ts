'use server'

import { z } from 'zod'
import { defineAction } from '@/lib/actions/define-action'
import { checkResources } from '@/lib/monitoring/check-resources'

const check = defineAction({
  name: 'flow.check-resources',
  input: z.object({ flowId: z.uuid() }),
  run: async ({ flowId }) => ({ checks: await checkResources(flowId), checkedAt: new Date().toISOString() }),
  audit: (_, { flowId }) => ({ subject: flowId }),
})

/** Compares everything a flow made or uses with Adobe as it is now. */
export async function checkResourcesAction(raw: unknown) {
  return check(raw)
}
