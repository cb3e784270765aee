import { z } from 'zod'
import type { ScheduleAnswers } from '@/lib/flows/draft-answers'
import { frequencies, type Schedule } from '@/lib/schedule/schedule'

/** The fields of the schedule step. Messages are keys under `schedule.problems`; what Adobe allows is not decided here. */
export const scheduleForm = z
  .object({
    frequency: z.enum(frequencies),
    /** NaN while the box is empty. */
    interval: z.number().or(z.nan()),
    startMode: z.enum(['soon', 'at']),
    start: z.string().nullable(),
    backfill: z.boolean(),
    partialIngestion: z.boolean(),
    partialIngestionPercent: z.number().or(z.nan()),
    errorDiagnosticsEnabled: z.boolean(),
  })
  .superRefine((values, context) => {
    const complain = (field: keyof typeof values, message: string) => context.addIssue({ code: 'custom', path: [field], message })
    if (values.frequency !== 'once' && !Number.isInteger(values.interval)) complain('interval', 'interval-whole')
    if (values.frequency !== 'once' && Number.isInteger(values.interval) && values.interval < 1) complain('interval', 'interval-whole')
    if (values.startMode === 'at' && !values.start) complain('start', 'start-missing')
    const percent = values.partialIngestionPercent
    if (values.partialIngestion && !(percent > 0 && percent <= 100)) complain('partialIngestionPercent', 'percent')
  })

export type ScheduleValues = z.infer<typeof scheduleForm>

/** What the form begins with: the draft's answers, else every 30 minutes, or once where no column tells new rows from old. */
export function toValues(answers: ScheduleAnswers = {}, hasDelta: boolean): ScheduleValues {
  const { schedule = {}, partialIngestionPercent, errorDiagnosticsEnabled } = answers
  const start = schedule.start ?? 'as-soon-as-created'
  return {
    frequency: schedule.frequency ?? (hasDelta ? 'minute' : 'once'),
    interval: schedule.interval ?? (schedule.frequency && schedule.frequency !== 'minute' ? 1 : 30),
    startMode: start === 'as-soon-as-created' ? 'soon' : 'at',
    start: start === 'as-soon-as-created' ? null : start,
    backfill: schedule.backfill ?? true,
    partialIngestion: partialIngestionPercent !== undefined,
    partialIngestionPercent: partialIngestionPercent ?? 5,
    errorDiagnosticsEnabled: errorDiagnosticsEnabled ?? true,
  }
}

const wholeInterval = (interval: number) => (Number.isInteger(interval) && interval > 0 ? interval : undefined)

/** The draft's answers for these values. What `once` forbids is kept for the case that one changes one's mind; it is not sent. */
export function toAnswers(values: ScheduleValues): ScheduleAnswers {
  const interval = wholeInterval(values.interval)
  const start = values.startMode === 'soon' ? 'as-soon-as-created' : values.start
  const isPercent = values.partialIngestion && Number.isFinite(values.partialIngestionPercent)
  return {
    schedule: {
      frequency: values.frequency,
      interval,
      start: start ? asStart(start) : undefined,
      backfill: values.backfill,
    },
    partialIngestionPercent: isPercent ? values.partialIngestionPercent : undefined,
    errorDiagnosticsEnabled: values.errorDiagnosticsEnabled,
  }
}

/** The schedule as it would be sent; undefined while a field is empty. */
export function scheduleOf(values: ScheduleValues): Schedule | undefined {
  const start = values.startMode === 'soon' ? ('as-soon-as-created' as const) : values.start ? asStart(values.start) : undefined
  if (start === undefined) return undefined
  if (values.frequency === 'once') return { frequency: 'once', start }
  const interval = wholeInterval(values.interval)
  return interval === undefined ? undefined : { frequency: values.frequency, interval, start, backfill: values.backfill }
}

const asStart = (start: string) => (start === 'as-soon-as-created' ? start : new Date(start).toISOString())
