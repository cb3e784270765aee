import { z } from 'zod'
import { lenientNumber } from './answers'

const runError = z.looseObject({
  code: z.union([z.string(), z.number()]).transform(String).optional(),
  message: z.string().optional(),
  recordCount: lenientNumber,
})
export type RunError = z.infer<typeof runError>

const statusSummary = z.looseObject({
  /** Spelt in more than one way in Adobe's documents; unknown words must not break a reader. */
  status: z.string().optional(),
  errors: z.array(runError).nullish(),
  extensions: z
    .looseObject({
      errors: z.array(runError).nullish(),
      manifest: z.looseObject({ failedRecords: z.string().optional(), sampleErrors: z.string().optional() }).nullish(),
    })
    .nullish(),
})

const durationSummary = z.looseObject({
  startedAtUTC: lenientNumber,
  completedAtUTC: lenientNumber,
  extensions: z.looseObject({ windowStart: lenientNumber, windowEnd: lenientNumber }).nullish(),
})

const summaries = {
  durationSummary: durationSummary.nullish(),
  sizeSummary: z.looseObject({ inputBytes: lenientNumber, outputBytes: lenientNumber }).nullish(),
  recordSummary: z
    .looseObject({
      inputRecordCount: lenientNumber,
      outputRecordCount: lenientNumber,
      createdRecordCount: lenientNumber,
      failedRecordCount: lenientNumber,
    })
    .nullish(),
  fileSummary: z.looseObject({ inputFileCount: lenientNumber, outputFileCount: lenientNumber }).nullish(),
  statusSummary: statusSummary.nullish(),
}

const reference = z.looseObject({ type: z.string().optional(), ids: z.array(z.string()).nullish() })

const activity = z.looseObject({
  id: z.string().optional(),
  name: z.string().nullish(),
  ...summaries,
  /** Where the data went; a reference of type `Batch` names the batch in Catalog. */
  targetInfo: z.array(z.looseObject({ reference: reference.nullish() })).nullish(),
})

/** A run (Flow Service `GET /runs`). Times are epoch milliseconds; negative figures stand for "unknown". */
export const runItem = z.looseObject({
  id: z.string(),
  flowId: z.string().optional(),
  etag: z.string().optional(),
  createdAt: lenientNumber,
  updatedAt: lenientNumber,
  metrics: z.looseObject(summaries).nullish(),
  activities: z.array(activity).nullish(),
})
export type RunItem = z.infer<typeof runItem>
