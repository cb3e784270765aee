import 'server-only'
import { z } from 'zod'
import { defineJob } from '@/lib/jobs/define-job'
import { executeProvisioning } from './execute-provisioning'

/** Carries out one provisioning as far as it goes. Delivered twice, the second finds the lease taken and leaves. */
export const provisioningJob = defineJob({
  name: 'provisioning',
  payload: z.object({ provisioningId: z.uuid() }),
  // More than one flow's calls keep busy: where Adobe is slow, it takes many to use up the budget of calls.
  width: 8,
  isQueuedOncePerKey: true,
  retryLimit: 0,
  expireInSeconds: 3600,
  run: ({ provisioningId }, { signal }) => executeProvisioning(provisioningId, { signal }),
})
