import 'server-only'
import { z } from 'zod'
import { listStuckRemovals, listUnattended } from '@/lib/data/provisionings'
import { requestProvisioning } from '@/lib/data/request-provisioning'
import { defineJob } from '@/lib/jobs/define-job'
import { sendJob } from '@/lib/jobs/queue'
import { provisioningJob } from './provisioning-job'

/**
 * Finds provisionings that nobody is working on: their worker died, or the word to begin was lost. The lease in their own
 * row decides, which is quicker than the queue's own detection of dead workers. Removals that got stuck are tried again.
 */
export const provisioningSweepJob = defineJob({
  name: 'provisioning-sweep',
  payload: z.object({}),
  retryLimit: 0,
  expireInSeconds: 30,
  repeat: { everySeconds: () => 2, payload: {} },
  run: async () => {
    for (const provisioningId of await listUnattended())
      await sendJob(provisioningJob, { provisioningId }, { key: provisioningId })
    for (const flowId of await listStuckRemovals()) {
      const { provisioningId } = await requestProvisioning({ flowId, kind: 'undo' })
      await sendJob(provisioningJob, { provisioningId }, { key: provisioningId })
    }
  },
})
