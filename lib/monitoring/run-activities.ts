import { z } from 'zod'
import { runError, type RunError } from './run-record'

/** One station of a run, e.g. copying from the source. Absent figures are not known. Moments are ISO texts. */
export type RunActivity = {
  id: string
  /** Adobe's two stations have ids we know; others show Adobe's own name. */
  kind: 'copy' | 'promotion' | 'other'
  name: string
  status: string | undefined
  startedAt: string | undefined
  completedAt: string | undefined
  read: number | undefined
  written: number | undefined
  failed: number | undefined
  bytes: number | undefined
  errors: RunError[]
}

export type RunDetail = {
  activities: RunActivity[]
  /** The batch in Catalog, where one was made; its refused rows can be read for 30 days. */
  batchId: string | undefined
  hasDiagnostics: boolean
}

const figure = z.number().nonnegative().optional().catch(undefined)
const errorList = z
  .array(z.looseObject({ code: z.union([z.string(), z.number()]).transform(String), message: z.string().catch(''), recordCount: figure }))
  .catch([])

const activity = z.looseObject({
  id: z.string().catch(''),
  name: z.string().nullish().catch(undefined),
  durationSummary: z.looseObject({ startedAtUTC: figure, completedAtUTC: figure }).nullish().catch(undefined),
  recordSummary: z.looseObject({ inputRecordCount: figure, outputRecordCount: figure, failedRecordCount: figure }).nullish().catch(undefined),
  sizeSummary: z.looseObject({ inputBytes: figure, outputBytes: figure }).nullish().catch(undefined),
  statusSummary: z
    .looseObject({
      status: z.string().optional().catch(undefined),
      errors: errorList.optional(),
      extensions: z.looseObject({ errors: errorList.optional(), manifest: z.looseObject({}).nullish().catch(undefined) }).nullish().catch(undefined),
    })
    .nullish()
    .catch(undefined),
  targetInfo: z
    .array(z.looseObject({ reference: z.looseObject({ type: z.string().optional(), ids: z.array(z.string()).catch([]) }).nullish().catch(undefined) }))
    .nullish()
    .catch(undefined),
})

const rawRun = z.looseObject({ activities: z.array(activity).nullish().catch(undefined) })

/** The stations of a run as Adobe told them; of any other form, none. Never throws. */
export function readRunDetail(raw: unknown): RunDetail {
  const parsed = rawRun.safeParse(raw)
  const activities = parsed.success ? (parsed.data.activities ?? []) : []
  const references = activities.flatMap(({ targetInfo }) => targetInfo ?? []).flatMap(({ reference }) => (reference?.type === 'Batch' ? reference.ids : []))
  return {
    activities: activities.map(toActivity),
    batchId: references[0],
    hasDiagnostics: activities.some(({ statusSummary }) => statusSummary?.extensions?.manifest),
  }
}

function toActivity(given: z.output<typeof activity>): RunActivity {
  const { id, name, durationSummary, recordSummary, sizeSummary, statusSummary } = given
  const errors = [...(statusSummary?.errors ?? []), ...(statusSummary?.extensions?.errors ?? [])]
  return {
    id,
    kind: kindOf(`${id} ${name ?? ''}`),
    name: name ?? id,
    status: statusSummary?.status,
    startedAt: toMoment(durationSummary?.startedAtUTC),
    completedAt: toMoment(durationSummary?.completedAtUTC),
    read: recordSummary?.inputRecordCount,
    written: recordSummary?.outputRecordCount,
    failed: recordSummary?.failedRecordCount,
    bytes: sizeSummary?.inputBytes,
    errors: errors.flatMap((error) => runError.safeParse(error).data ?? []),
  }
}

function kindOf(text: string): RunActivity['kind'] {
  if (/copy/i.test(text)) return 'copy'
  return /promotion/i.test(text) ? 'promotion' : 'other'
}

const toMoment = (ms: number | undefined) => (ms === undefined || ms === 0 ? undefined : new Date(ms < 100_000_000_000 ? ms * 1000 : ms).toISOString())
