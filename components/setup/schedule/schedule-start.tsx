'use client'

import { useTimeZone, useTranslations } from 'next-intl'
import { Controller, type UseFormReturn } from 'react-hook-form'
import { DateTimeField } from '@/components/ui/date-time-field'
import { RadioCards } from '@/components/ui/radio-cards'
import { Switch } from '@/components/ui/switch'
import type { ScheduleField } from '@/lib/schedule/check-schedule'
import { fieldId } from '../frame/step-frame'
import type { ScheduleValues } from './schedule-form'

type ScheduleStartProps = { form: UseFormReturn<ScheduleValues>; values: ScheduleValues; messageOf: (field: ScheduleField) => string | undefined }

/** From when, and whether with what is already there: what Adobe fixes as soon as a flow has begun. */
export function ScheduleStart({ form, values, messageOf }: ScheduleStartProps) {
  const t = useTranslations('setup.schedule')
  const zone = useTimeZone() ?? 'UTC'
  const isOnce = values.frequency === 'once'
  return (
    <>
      <div className="flex flex-col gap-3">
        <Controller
          control={form.control}
          name="startMode"
          render={({ field: { value, onChange, onBlur } }) => (
            <RadioCards
              label={t('start')}
              isRequired
              columns={2}
              value={value}
              onChange={onChange}
              onBlur={onBlur}
              errorMessage={values.startMode === 'soon' ? messageOf('start') : undefined}
              options={[
                { value: 'soon', label: t('startSoon'), description: t('startSoonHint') },
                { value: 'at', label: t('startAt'), description: t('startAtHint', { zone }) },
              ]}
            />
          )}
        />
        {values.startMode === 'at' && (
          <Controller
            control={form.control}
            name="start"
            render={({ field: { value, onChange, onBlur } }) => (
              <DateTimeField
                id={fieldId('start')}
                label={t('startTime')}
                isRequired
                value={value}
                onChange={onChange}
                onBlur={onBlur}
                errorMessage={messageOf('start')}
              />
            )}
          />
        )}
      </div>
      {!isOnce && (
        <Controller
          control={form.control}
          name="backfill"
          render={({ field: { value, onChange } }) => (
            <Switch
              id={fieldId('backfill')}
              label={t('backfill')}
              description={messageOf('backfill') ?? t(value ? 'backfillOn' : 'backfillOff')}
              value={value}
              onChange={onChange}
            />
          )}
        />
      )}
    </>
  )
}
