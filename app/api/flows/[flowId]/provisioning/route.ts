import { z } from 'zod'
import { defineRead } from '@/lib/actions/define-read'
import { ExplainedFailure } from '@/lib/explained-error'
import type { ProvisioningView } from '@/lib/provisioning/provisioning-view'
import { readProvisioning } from '@/lib/provisioning/read-provisioning'

/** How the creation or undoing of a flow stands. */
export const GET = defineRead({
  input: z.object({ flowId: z.uuid() }),
  run: async ({ flowId }): Promise<ProvisioningView> => {
    const view = await readProvisioning(flowId)
    if (!view) throw new ExplainedFailure({ code: 'not-found', retryable: false })
    return view
  },
})
