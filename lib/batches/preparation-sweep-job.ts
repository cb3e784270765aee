import 'server-only'
import { z } from 'zod'
import { listUnpreparedBatches } from '@/lib/data/batches'
import { defineJob } from '@/lib/jobs/define-job'
import { sendJob } from '@/lib/jobs/queue'
import { batchPreparationJob } from './preparation-job'

/** Finds batches whose drafts wait although nobody prepares them. */
export const batchPreparationSweepJob = defineJob({
  name: 'batch-preparation-sweep',
  payload: z.object({}),
  retryLimit: 0,
  expireInSeconds: 30,
  repeat: { everySeconds: () => 5, payload: {} },
  run: async () => {
    for (const batchId of await listUnpreparedBatches()) await sendJob(batchPreparationJob, { batchId }, { key: batchId, onceInSeconds: 4 })
  },
})
