'use client'

import { useTranslations } from 'next-intl'
import { Controller, type UseFormReturn } from 'react-hook-form'
import { NumberField } from '@/components/ui/number-field'
import { RadioCards } from '@/components/ui/radio-cards'
import { frequencies } from '@/lib/schedule/schedule'
import type { ScheduleField, ScheduleProblem } from '@/lib/schedule/check-schedule'
import { fieldId } from '../frame/step-frame'
import type { ScheduleValues } from './schedule-form'
import { ScheduleStart } from './schedule-start'

type ScheduleFieldsProps = {
  form: UseFormReturn<ScheduleValues>
  values: ScheduleValues
  problems: readonly ScheduleProblem[]
  lacksDelta: boolean
  /** The flow lives: it stays once or repeating, and what concerns its beginning has been. */
  isLiving?: boolean
}

/** How often; and for a flow that is yet to be, from when and whether with what is already there. */
export function ScheduleFields({ form, values, problems, lacksDelta, isLiving = false }: ScheduleFieldsProps) {
  const t = useTranslations('setup.schedule')
  const s = useTranslations('schedule')
  const ps = useTranslations('setup.problems')
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
            options={frequencies.filter((frequency) => !isLiving || (frequency === 'once') === isOnce).map((frequency) => ({ value: frequency, label: s(`frequency.${frequency}`), description: s(`frequencyHint.${frequency}`) }))}
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
      {!isLiving && <ScheduleStart form={form} values={values} messageOf={messageOf} />}
    </div>
  )
}
