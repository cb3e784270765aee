import 'server-only'
import { z } from 'zod'
import { defineJob } from '@/lib/jobs/define-job'
import { prepareBatch } from './prepare-batch'

/** Proposes the answers of a batch's drafts. Delivered twice, the second finds it taken and leaves; the sweep sends it anew. */
export const batchPreparationJob = defineJob({
  name: 'batch-preparation',
  payload: z.object({ batchId: z.uuid() }),
  width: 2,
  retryLimit: 0,
  expireInSeconds: 3600,
  run: ({ batchId }, { signal }) => prepareBatch(batchId, signal),
})
