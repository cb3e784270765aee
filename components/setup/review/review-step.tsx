'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useNow, useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { Controller, useForm, useWatch } from 'react-hook-form'
import { z } from 'zod'
import { ReviewPanel } from '@/components/create/review-panel'
import { Callout } from '@/components/ui/callout'
import { TextAreaField } from '@/components/ui/text-area-field'
import { TextField } from '@/components/ui/text-field'
import { completeDraft } from '@/lib/flows/complete-draft'
import { proposeNames } from '@/lib/flows/propose-names'
import { startMs } from '@/lib/schedule/schedule-params'
import { sourceNameOf } from '@/lib/flows/source-facts'
import { useDraft, useSetup } from '../draft/setup-provider'
import { fieldId, StepFrame } from '../frame/step-frame'
import { CreateButton } from './create-button'
import { DraftSwitch } from './draft-switch'

const reviewForm = z.object({
  name: z.string().trim().min(1, 'name-missing').max(200, 'too-long'),
  description: z.string().max(2000, 'too-long'),
})

type ReviewValues = z.infer<typeof reviewForm>

/** The flow's name, and everything that will be made, before anything is. */
export function ReviewStep() {
  const t = useTranslations('setup.review')
  const p = useTranslations('setup.problems')
  const { store, stamp, workspaces } = useSetup()
  const { answers } = useDraft()
  const now = useNow({ updateInterval: 30_000 })
  const proposed = proposeNames(sourceNameOf(answers.source), answers.data?.table ?? '', stamp).flow
  const form = useForm<ReviewValues>({
    mode: 'onTouched',
    resolver: zodResolver(reviewForm),
    defaultValues: { name: answers.review?.name ?? proposed, description: answers.review?.description ?? '' },
  })
  const { name = '', description = '' } = useWatch({ control: form.control })
  useEffect(() => {
    const { review } = store.getState().answers
    if (review?.name !== name || (review.description ?? '') !== description) store.update('review', { ...review, name, description })
  }, [description, name, store])

  const complete = completeDraft(answers)
  const workspace = workspaces.find(({ id }) => id === answers.source?.workspaceId)
  const start = answers.schedule?.schedule?.start
  const hasPassed = start !== undefined && start !== 'as-soon-as-created' && startMs({ start }, now.getTime()) < now.getTime()
  const messageOf = (field: keyof ReviewValues) => {
    const message = form.formState.errors[field]?.message
    return message && p(message, { field: t(field) })
  }

  return (
    <StepFrame step="review" title={t('title')} lead={t('lead')} isWide finish={<CreateButton isBlocked={hasPassed} beforeCreate={() => form.trigger()} />}>
      <div className="grid max-w-3xl gap-4 sm:grid-cols-2">
          <Controller
            control={form.control}
            name="name"
            render={({ field: { ref: _ref, ...field } }) => (
              <TextField {...field} id={fieldId('name')} label={t('name')} isRequired errorMessage={messageOf('name')} autoComplete="off" />
            )}
          />
          <Controller
            control={form.control}
            name="description"
            render={({ field: { ref: _ref, ...field } }) => (
              <TextAreaField {...field} id={fieldId('description')} label={t('description')} errorMessage={messageOf('description')} rows={2} />
            )}
          />
      </div>
      <DraftSwitch />
      <div className="mt-6 flex flex-col gap-3 empty:hidden">
        {hasPassed && (
          <div id={fieldId('start')} tabIndex={-1}>
            <Callout tone="warn" role="status" title={t('startPassed')} />
          </div>
        )}
        {!complete.ok && (
          <Callout tone="warn" role="status" title={t('lacking')}>
            <ul className="list-disc pl-4">
              {complete.error.map(({ step, field, code, values }) => (
                <li key={`${step} ${field} ${code}`}>{p(code, values ?? {})}</li>
              ))}
            </ul>
          </Callout>
        )}
      </div>
      {complete.ok && workspace && (
        <div className="mt-6">
          <ReviewPanel definition={complete.data.definition} bindings={complete.data.bindings} workspace={workspace} />
        </div>
      )}
    </StepFrame>
  )
}
