'use client'

import { useTranslations } from 'next-intl'
import { Callout } from '@/components/ui/callout'
import { batchesPerDayLimit, runsPerDay, scheduleWarnings } from '@/lib/schedule/guardrails'
import type { Schedule } from '@/lib/schedule/schedule'

type ScheduleWarningsProps = { schedule: Pick<Schedule, 'frequency' | 'interval'>; intoProfile: boolean; className?: string }

/** What a schedule means under Adobe's guardrails: a warning above them, and for Profile the figure in any case. */
export function ScheduleWarnings({ schedule, intoProfile, className }: ScheduleWarningsProps) {
  const t = useTranslations('schedule')
  const warnings = scheduleWarnings(schedule, { intoProfile })
  const perDay = Math.ceil(runsPerDay(schedule))
  return (
    <>
      {warnings.map(({ code, values }) => (
        <Callout key={code} tone="warn" {...(className && { className })} title={t(`warnings.${code}.title`, values)}>
          {t(`warnings.${code}.body`, values)}
        </Callout>
      ))}
      {intoProfile && perDay > 0 && warnings.length === 0 && (
        <Callout tone="quiet" {...(className && { className })} title={t('profileBatches.title', { perDay, limit: batchesPerDayLimit })}>
          {t('profileBatches.body', { limit: batchesPerDayLimit })}
        </Callout>
      )}
    </>
  )
}
