'use client'

import { useFormatter, useNow, useTimeZone, useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/table'
import { nextRuns } from '@/lib/schedule/next-runs'
import type { Schedule } from '@/lib/schedule/schedule'

const shape = { weekday: 'short', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

/** When the next five runs begin: in the person's zone and in UTC, in which Adobe counts. */
export function NextRuns({ schedule, hasProblems }: { schedule: Schedule | undefined; hasProblems: boolean }) {
  const t = useTranslations('setup.schedule')
  const format = useFormatter()
  const zone = useTimeZone() ?? 'UTC'
  const now = useNow({ updateInterval: 30_000 })
  const runs = schedule && !hasProblems ? nextRuns(schedule, 5, now.getTime()) : []
  if (runs.length === 0) return <p className="text-13 text-ink-quiet">{t(hasProblems ? 'runsAfterMending' : 'noRuns')}</p>
  const isUtc = zone === 'UTC' || zone === 'Etc/UTC'
  const time = (ms: number, timeZone: string) => (
    <time dateTime={new Date(ms).toISOString()} suppressHydrationWarning className="whitespace-nowrap">
      {format.dateTime(new Date(ms), { ...shape, timeZone })}
    </time>
  )
  return (
    <>
      <DataTable
        label={t('nextRuns')}
        rows={runs.map((ms, index) => ({ ms, number: index + 1 }))}
        rowKey={({ number }) => String(number)}
        columns={[
          { key: 'number', header: <span className="sr-only">{t('runNumber')}</span>, isRowHeader: true, align: 'end', cell: ({ number }) => <span className="text-12 text-ink-quiet">{number}</span> },
          ...(isUtc ? [] : [{ key: 'own', header: zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone, cell: ({ ms }: { ms: number }) => time(ms, zone) }]),
          { key: 'utc', header: 'UTC', cell: ({ ms }) => time(ms, 'UTC') },
        ]}
      />
      <p className="mt-2 text-12 text-ink-quiet">{t(schedule?.start === 'as-soon-as-created' ? 'runsFromNow' : 'runsAppear')}</p>
    </>
  )
}
