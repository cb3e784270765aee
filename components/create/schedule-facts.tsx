'use client'

import { useFormatter, useNow, useTranslations } from 'next-intl'
import { Facts } from '@/components/ui/facts'
import type { FlowDefinition } from '@/lib/flows/flow-definition'
import { nextRuns } from '@/lib/schedule/next-runs'
import { scheduleInWords } from '@/lib/schedule/schedule-in-words'

/** When the flow runs, and what becomes of rows that do not fit: what cannot be changed later stands here once more. */
export function ScheduleFacts({ definition }: { definition: FlowDefinition }) {
  const t = useTranslations('create.schedule')
  const s = useTranslations('schedule')
  const format = useFormatter()
  const now = useNow({ updateInterval: 30_000 })
  const { schedule, options } = definition
  const words = scheduleInWords(schedule)
  const [first] = nextRuns(schedule, 1, now.getTime())
  const moment = first === undefined ? undefined : format.dateTime(new Date(first), { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' })
  const percent = options?.partialIngestionPercent
  return (
    <Facts
      facts={[
        { label: t('runs'), value: s(words.key, words.values) },
        {
          label: t('firstRun'),
          value: schedule.start === 'as-soon-as-created' ? t('soon') : <span suppressHydrationWarning>{moment ?? t('passed')}</span>,
        },
        ...(definition.data.deltaColumn
          ? [{ label: t('delta'), value: <code className="text-12 break-all">{definition.data.deltaColumn}</code> }]
          : []),
        ...(schedule.backfill === undefined ? [] : [{ label: t('backfill'), value: t(schedule.backfill ? 'backfillOn' : 'backfillOff') }]),
        { label: t('failing'), value: percent === undefined ? t('adobeDefault') : t('upTo', { percent }) },
        { label: t('diagnostics'), value: t(options?.errorDiagnosticsEnabled ? 'kept' : 'notKept') },
      ]}
    />
  )
}
