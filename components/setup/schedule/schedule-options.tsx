'use client'

import { useTranslations } from 'next-intl'
import { Controller, useWatch, type UseFormReturn } from 'react-hook-form'
import { NumberField } from '@/components/ui/number-field'
import { Section } from '@/components/ui/section'
import { Switch } from '@/components/ui/switch'
import { fieldId } from '../frame/step-frame'
import type { ScheduleValues } from './schedule-form'

/** What Adobe does with rows that do not fit: how many may fail, and whether it tells which. */
export function ScheduleOptions({ form }: { form: UseFormReturn<ScheduleValues> }) {
  const t = useTranslations('setup.schedule')
  const s = useTranslations('schedule')
  const usesPartial = useWatch({ control: form.control, name: 'partialIngestion' })
  return (
    <Section title={t('optionsTitle')} className="mt-8">
      <div className="flex flex-col gap-4">
        <Controller
          control={form.control}
          name="errorDiagnosticsEnabled"
          render={({ field: { value, onChange } }) => (
            <Switch label={t('diagnostics')} description={t('diagnosticsHint')} value={value} onChange={onChange} />
          )}
        />
        <Controller
          control={form.control}
          name="partialIngestion"
          render={({ field: { value, onChange } }) => (
            <Switch label={t('partial')} description={t(value ? 'partialOn' : 'partialOff')} value={value} onChange={onChange} />
          )}
        />
        {usesPartial && (
          <Controller
            control={form.control}
            name="partialIngestionPercent"
            render={({ field: { value, onChange, onBlur }, fieldState: { error } }) => (
              <NumberField
                id={fieldId('partialIngestionPercent')}
                className="ml-10.5"
                label={t('percent')}
                unit="%"
                value={value}
                onChange={onChange}
                onBlur={onBlur}
                errorMessage={error?.message && s(`problems.${error.message}`)}
              />
            )}
          />
        )}
      </div>
    </Section>
  )
}
