'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { applyFieldErrors } from '@/components/query/apply-field-errors'
import { useFieldMessage } from '@/components/query/use-field-message'
import { Button } from '@/components/ui/button'
import { ErrorPanel } from '@/components/ui/error-panel'
import { TextField } from '@/components/ui/text-field'
import { claimInput, type ClaimInput } from '@/lib/access/claim-input'
import type { ActionAnswer } from '@/lib/actions/action-answer'
import type { ExplainedError } from '@/lib/explained-error'
import { paths } from '@/lib/paths'

export type ClaimFormProps = { token: string; claim: (input: ClaimInput) => Promise<ActionAnswer<null>> }

/** Who the first administrator is. */
export function ClaimForm({ token, claim }: ClaimFormProps) {
  const t = useTranslations('access')
  const say = useFieldMessage()
  const [failure, setFailure] = useState<ExplainedError>()
  const form = useForm({
    resolver: zodResolver(claimInput),
    defaultValues: { token, name: '', email: '', password: '' },
    mode: 'onTouched',
  })

  const submit = form.handleSubmit(async (input) => {
    setFailure(undefined)
    const answer = await claim(input)
    if (!answer.ok) {
      applyFieldErrors(form.setError, answer.fieldErrors)
      if (!answer.fieldErrors) setFailure(answer.error)
      return
    }
    window.location.assign(paths.home())
    await new Promise(() => undefined)
  })

  return (
    <form onSubmit={submit} noValidate method="post" className="flex flex-col gap-4">
      {failure && <ErrorPanel error={failure} />}
      <Controller
        control={form.control}
        name="name"
        render={({ field, fieldState }) => (
          <TextField {...field} autoComplete="name" label={t('name')} isRequired errorMessage={say(fieldState.error?.message)} />
        )}
      />
      <Controller
        control={form.control}
        name="email"
        render={({ field, fieldState }) => (
          <TextField {...field} type="email" autoComplete="username" label={t('email')} isRequired errorMessage={say(fieldState.error?.message)} />
        )}
      />
      <Controller
        control={form.control}
        name="password"
        render={({ field, fieldState }) => (
          <TextField
            {...field}
            type="password"
            autoComplete="new-password"
            label={t('password')}
            description={t('passwordRule')}
            isRequired
            errorMessage={say(fieldState.error?.message)}
          />
        )}
      />
      <Button type="submit" variant="primary" size="large" isPending={form.formState.isSubmitting} className="mt-2">
        {t('claim.action')}
      </Button>
    </form>
  )
}
