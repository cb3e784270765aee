'use client'

import { useTimeZone, useTranslations } from 'next-intl'
import { Controller, type UseFormReturn } from 'react-hook-form'
import { DateTimeField } from '@/components/ui/date-time-field'
import { NumberField } from '@/components/ui/number-field'
import { RadioCards } from '@/components/ui/radio-cards'
import { Switch } from '@/components/ui/switch'
import { frequencies } from '@/lib/schedule/schedule'
import type { ScheduleField, ScheduleProblem } from '@/lib/schedule/check-schedule'
import { fieldId } from '../frame/step-frame'
import type { ScheduleValues } from './schedule-form'

type ScheduleFieldsProps = {
  form: UseFormReturn<ScheduleValues>
  values: ScheduleValues
  problems: readonly ScheduleProblem[]
  lacksDelta: boolean
}

/** How often, from when, and whether with what is already there. */
export function ScheduleFields({ form, values, problems, lacksDelta }: ScheduleFieldsProps) {
  const t = useTranslations('setup.schedule')
  const s = useTranslations('schedule')
  const ps = useTranslations('setup.problems')
  const zone = useTimeZone() ?? 'UTC'
  const { control } = form
  const { errors } = form.formState
  const isOnce = values.frequency === 'once'

  function messageOf(field: ScheduleField): string | undefined {
    const own = errors[field]?.message
    if (own) return s(`problems.${own}`)
    const problem = problems.find((each) => each.field === field)
    return problem && s(`problems.${problem.code}`, problem.values)
  }

  return (
    <div className="flex flex-col gap-6">
      <Controller
        control={control}
        name="frequency"
        render={({ field: { value, onChange, onBlur } }) => (
          <RadioCards
            id={fieldId('frequency')}
            label={t('frequency')}
            isRequired
            columns={3}
            value={value}
            onChange={onChange}
            onBlur={onBlur}
            errorMessage={messageOf('frequency') ?? (lacksDelta ? ps('delta-missing') : undefined)}
            options={frequencies.map((frequency) => ({ value: frequency, label: s(`frequency.${frequency}`), description: s(`frequencyHint.${frequency}`) }))}
          />
        )}
      />
      {!isOnce && (
        <Controller
          control={control}
          name="interval"
          render={({ field: { value, onChange, onBlur } }) => (
            <NumberField
              id={fieldId('interval')}
              label={t('interval')}
              isRequired
              value={value}
              onChange={onChange}
              onBlur={onBlur}
              step={1}
              unit={s(`unit.${values.frequency}`, { count: Number.isNaN(value) ? 0 : value }).trim()}
              errorMessage={messageOf('interval')}
            />
          )}
        />
      )}
      <div className="flex flex-col gap-3">
        <Controller
          control={control}
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
            control={control}
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
          control={control}
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
    </div>
  )
}
