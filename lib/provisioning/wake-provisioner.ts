import 'server-only'
import { sendJob } from '@/lib/jobs/queue'
import { log } from '@/lib/log'
import { provisioningJob } from './provisioning-job'

/** Tells the workers of a provisioning at once. Where that fails, the sweep finds it a moment later. */
export async function wakeProvisioner(provisioningId: string): Promise<void> {
  try {
    await sendJob(provisioningJob, { provisioningId }, { key: provisioningId })
  } catch (error) {
    log.warn('provisioning.wake-failed', { provisioningId, error })
  }
}
