'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { Controller, useForm, useWatch, type UseFormReturn } from 'react-hook-form'
import { z } from 'zod'
import { TextAreaField } from '@/components/ui/text-area-field'
import { TextField } from '@/components/ui/text-field'
import { useDraft, useSetup } from '../draft/setup-provider'
import { fieldId } from '../frame/step-frame'

const reviewForm = z.object({
  name: z.string().trim().min(1, 'name-missing').max(200, 'too-long'),
  description: z.string().max(2000, 'too-long'),
})

type ReviewValues = z.infer<typeof reviewForm>

/** The form of name and description, kept in the draft as one types. */
export function useReviewForm(proposedName: string): UseFormReturn<ReviewValues> {
  const { store } = useSetup()
  const { answers } = useDraft()
  const form = useForm<ReviewValues>({
    mode: 'onTouched',
    resolver: zodResolver(reviewForm),
    defaultValues: { name: answers.review?.name ?? proposedName, description: answers.review?.description ?? '' },
  })
  const { name = '', description = '' } = useWatch({ control: form.control })
  useEffect(() => {
    const { review } = store.getState().answers
    if (review?.name !== name || (review.description ?? '') !== description) store.update('review', { ...review, name, description })
  }, [description, name, store])
  return form
}

/** What the flow is called, and what for. */
export function ReviewFields({ form }: { form: UseFormReturn<ReviewValues> }) {
  const t = useTranslations('setup.review')
  const p = useTranslations('setup.problems')
  const messageOf = (field: keyof ReviewValues) => {
    const message = form.formState.errors[field]?.message
    return message && p(message, { field: t(field) })
  }
  return (
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
  )
}
