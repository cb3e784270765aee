import { z } from 'zod'

/** Adobe names no single list of run states; these are the ones every spelling is brought to. */
export const runStatuses = ['scheduled', 'inProgress', 'success', 'partialSuccess', 'failed', 'unknown'] as const
export type RunStatus = (typeof runStatuses)[number]

export const runError = z.object({ code: z.string(), message: z.string(), recordCount: z.number().int().optional() })
export type RunError = z.infer<typeof runError>

/** One execution of a flow, as we keep it. Times are UTC, sizes bytes; absent means Adobe did not say. */
export type RunRecord = {
  adobeRunId: string
  adobeFlowId: string
  status: RunStatus
  startedAt: Date | undefined
  completedAt: Date | undefined
  windowStart: Date | undefined
  windowEnd: Date | undefined
  recordsRead: number | undefined
  recordsWritten: number | undefined
  recordsFailed: number | undefined
  bytesRead: number | undefined
  bytesWritten: number | undefined
  errors: RunError[]
  raw: unknown
}

const count = z.number().optional().catch(undefined)
const code = z.union([z.string(), z.number()]).transform(String).optional().catch(undefined)
const errorList = z
  .array(z.looseObject({ code, message: z.string().optional().catch(undefined), recordCount: count }))
  .nullish()
  .catch(undefined)

const activity = z.looseObject({
  durationSummary: z.looseObject({ extensions: z.looseObject({ windowStart: count, windowEnd: count }).nullish() }).nullish().catch(undefined),
  statusSummary: z.looseObject({ errors: errorList, extensions: z.looseObject({ errors: errorList }).nullish() }).nullish().catch(undefined),
})

/** A Flow Service run (GET /runs). Unknown fields are kept, missing ones forgiven: Adobe's own samples differ. */
export const adobeRun = z.looseObject({
  id: z.string(),
  flowId: z.string(),
  createdAt: count,
  metrics: z
    .looseObject({
      durationSummary: z.looseObject({ startedAtUTC: count, completedAtUTC: count }).nullish().catch(undefined),
      sizeSummary: z.looseObject({ inputBytes: count, outputBytes: count }).nullish().catch(undefined),
      recordSummary: z.looseObject({ inputRecordCount: count, outputRecordCount: count, failedRecordCount: count }).nullish().catch(undefined),
      statusSummary: z.looseObject({ status: z.string().optional(), errors: errorList }).nullish().catch(undefined),
    })
    .nullish()
    .catch(undefined),
  activities: z.array(activity).nullish().catch(undefined),
})

export type AdobeRun = z.infer<typeof adobeRun>

/** Brings a run to the form we keep. Never throws on a run that parsed. */
export function toRunRecord(run: AdobeRun): RunRecord {
  const { durationSummary, sizeSummary, recordSummary, statusSummary } = run.metrics ?? {}
  const window = run.activities?.map((each) => each.durationSummary?.extensions).find((extensions) => extensions?.windowStart !== undefined)
  return {
    adobeRunId: run.id,
    adobeFlowId: run.flowId,
    status: toRunStatus(statusSummary?.status),
    startedAt: toDate(durationSummary?.startedAtUTC),
    completedAt: toDate(durationSummary?.completedAtUTC),
    windowStart: toDate(window?.windowStart),
    windowEnd: toDate(window?.windowEnd),
    recordsRead: known(recordSummary?.inputRecordCount),
    recordsWritten: known(recordSummary?.outputRecordCount),
    recordsFailed: known(recordSummary?.failedRecordCount),
    bytesRead: known(sizeSummary?.inputBytes),
    bytesWritten: known(sizeSummary?.outputBytes),
    errors: collectErrors(run),
    raw: run,
  }
}

/** Adobe spells states in several ways (success, COMPLETED, PARTIAL_SUCCESS, Processing…); an unknown one is 'unknown'. */
export function toRunStatus(text: string | undefined): RunStatus {
  switch ((text ?? '').toLowerCase().replaceAll(/[^a-z]/g, '')) {
    case 'success':
    case 'completed':
      return 'success'
    case 'partialsuccess':
    case 'partialfailure':
      return 'partialSuccess'
    case 'failed':
    case 'failure':
      return 'failed'
    case 'inprogress':
    case 'processing':
    case 'started':
      return 'inProgress'
    case 'scheduled':
    case 'queued':
    case 'waiting':
    case 'pending':
      return 'scheduled'
    default:
      return 'unknown'
  }
}

/** Negative counts stand for "not known" in Adobe's samples. */
const known = (value: number | undefined) => (value === undefined || value < 0 ? undefined : value)

/** Milliseconds as documented; ten-digit values, seen in one sample, are seconds. */
function toDate(value: number | undefined): Date | undefined {
  if (value === undefined || value <= 0) return undefined
  return new Date(value < 100_000_000_000 ? value * 1000 : value)
}

function collectErrors(run: AdobeRun): RunError[] {
  const lists = [
    run.metrics?.statusSummary?.errors,
    ...(run.activities ?? []).flatMap(({ statusSummary }) => [statusSummary?.errors, statusSummary?.extensions?.errors]),
  ]
  const found = new Map<string, RunError>()
  for (const { code = 'unknown', message = '', recordCount } of lists.flatMap((list) => list ?? [])) {
    const before = found.get(`${code} ${message}`)
    const rows = recordCount ?? before?.recordCount
    found.set(`${code} ${message}`, { code, message, ...(rows === undefined ? {} : { recordCount: rows }) })
  }
  return [...found.values()]
}
