import 'server-only'
import { z } from 'zod'
import { defineJob } from '@/lib/jobs/define-job'
import { executeProvisioning } from './execute-provisioning'

/** Carries out one provisioning as far as it goes. Delivered twice, the second finds the lease taken and leaves. */
export const provisioningJob = defineJob({
  name: 'provisioning',
  payload: z.object({ provisioningId: z.uuid() }),
  width: 4,
  retryLimit: 0,
  expireInSeconds: 3600,
  run: ({ provisioningId }, { signal }) => executeProvisioning(provisioningId, { signal }),
})
