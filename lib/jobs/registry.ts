import 'server-only'
import { batchPreparationJob } from '@/lib/batches/preparation-job'
import { batchPreparationSweepJob } from '@/lib/batches/preparation-sweep-job'
import { syncJob } from '@/lib/monitoring/sync-job'
import { provisioningJob } from '@/lib/provisioning/provisioning-job'
import { provisioningSweepJob } from '@/lib/provisioning/sweep-job'
import { anyJob, type AnyJob } from './define-job'

/** Every kind of background work; a new one is added here and nowhere else. */
export const allJobs: readonly AnyJob[] = [
  anyJob(provisioningJob), anyJob(provisioningSweepJob), anyJob(batchPreparationJob), anyJob(batchPreparationSweepJob), anyJob(syncJob),
]
