'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { ScheduleWarnings } from '@/components/create/schedule-warnings'
import { useRead } from '@/components/query/use-read'
import { Section } from '@/components/ui/section'
import type { SummaryProblem } from '@/components/ui/error-summary'
import { entersProfile } from '@/lib/flows/profile-choice'
import type { ScheduleAnswers } from '@/lib/flows/draft-answers'
import { needsDelta } from '@/lib/flows/source-facts'
import type { ScheduleProblem } from '@/lib/schedule/check-schedule'
import { useDraft, useSetup } from '../draft/setup-provider'
import { AdobeRead } from '../frame/adobe-read'
import { fieldId, StepFrame } from '../frame/step-frame'
import { setupReads } from '../setup-reads'
import type { FlowSpecView } from '../setup-views'
import { NextRuns } from './next-runs'
import { ScheduleFields } from './schedule-fields'
import { ScheduleOptions } from './schedule-options'
import { scheduleForm, scheduleOf, toAnswers, toValues, type ScheduleValues } from './schedule-form'
import { useScheduleCheck } from './use-schedule-check'

/** When Adobe reads the source, held against the specification that this workspace's Adobe returned. */
export function ScheduleStep() {
  const t = useTranslations('setup.schedule')
  const s = useTranslations('schedule')
  const { store, changes } = useSetup()
  const isLiving = changes !== undefined
  const { answers } = useDraft()
  const { workspaceId = '', sourceKey = '' } = answers.source ?? {}
  const flowSpec = useRead<FlowSpecView>(['setup', 'flow-spec', workspaceId, sourceKey], setupReads.flowSpec(workspaceId, sourceKey), {
    staleTime: 600_000,
  })
  const form = useForm<ScheduleValues>({
    mode: 'onTouched',
    resolver: zodResolver(scheduleForm),
    defaultValues: toValues(answers.schedule, !needsDelta(answers) || answers.data?.deltaColumn !== undefined),
  })
  const values = useWatch({ control: form.control }) as ScheduleValues
  const schedule = scheduleOf(values)
  const { problems: all, checkNow } = useScheduleCheck(schedule)
  // Of a flow that lives the start has passed, and it stays what it is.
  const isOurs = ({ field }: ScheduleProblem) => !isLiving || field !== 'start'
  const problems = all.filter(isOurs)

  // Defaults are shown as chosen, so they are: the draft holds what the page shows.
  useEffect(() => {
    const { schedule: known } = store.getState().answers
    const next = isLiving ? onlyHowOften(known, toAnswers(form.getValues())) : { ...known, ...toAnswers(form.getValues()) }
    if (JSON.stringify(next) !== JSON.stringify(known)) store.update('schedule', next)
  }, [form, isLiving, store, values])

  useEffect(() => {
    const { schedule: known } = store.getState().answers
    if (!flowSpec.data) return
    const { id, version, takesDelta, supportsDrafts } = flowSpec.data
    const isSameSpec = known?.flowSpec?.id === id && known.flowSpec.version === version
    if (isSameSpec && known.takesDelta === takesDelta && known.supportsDrafts === supportsDrafts) return
    store.update('schedule', { ...known, flowSpec: { id, version }, takesDelta, supportsDrafts })
  }, [flowSpec.data, store])

  async function validate(): Promise<SummaryProblem[]> {
    await form.trigger()
    const { errors } = form.formState
    const own = Object.entries(errors).flatMap(([field, error]) =>
      error?.message ? [{ fieldId: fieldId(field), message: s(`problems.${error.message}`) }] : [],
    )
    if (own.length > 0) return own
    const found = (await checkNow()).filter(isOurs)
    return found.map(({ field, code, values: facts }) => ({ fieldId: fieldId(field), message: s(`problems.${code}`, facts) }))
  }

  const lacksDelta = values.frequency !== 'once' && needsDelta(answers) && !answers.data?.deltaColumn
  return (
    <StepFrame step="schedule" title={t('title')} lead={t('lead')} validate={validate}>
      <AdobeRead read={flowSpec} label={t('readingSpec')} rows={5}>
        {(spec) => (
          <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
            <div className="min-w-0">
              <ScheduleFields form={form} values={values} problems={problems} lacksDelta={lacksDelta} isLiving={isLiving} />
              <div className="mt-4 flex flex-col gap-3 empty:hidden">
                {problems.length === 0 && (
                  <ScheduleWarnings
                    schedule={{ frequency: values.frequency, interval: values.interval }}
                    intoProfile={entersProfile(answers.target ?? {})}
                  />
                )}
              </div>
              <p className="mt-4 text-13 text-ink-quiet">{t('checkedAgainst', { name: spec.name, version: spec.version })}</p>
              {!isLiving && <ScheduleOptions form={form} />}
            </div>
            <div className="min-w-0">
              <Section title={t('nextRuns')} lead={t('nextRunsLead')}>
                <NextRuns schedule={schedule} hasProblems={problems.length > 0} />
              </Section>
            </div>
          </div>
        )}
      </AdobeRead>
    </StepFrame>
  )
}

/** Of a flow that lives only frequency and interval are the form's to say. */
function onlyHowOften(known: ScheduleAnswers | undefined, { schedule }: ScheduleAnswers): ScheduleAnswers {
  const { frequency, interval } = schedule ?? {}
  if (frequency === undefined || frequency === 'once') return known ?? {}
  return { ...known, schedule: { ...known?.schedule, frequency, ...(interval !== undefined && { interval }) } }
}
