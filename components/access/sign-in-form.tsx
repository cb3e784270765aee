'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { TextField } from '@/components/ui/text-field'
import { signInInput } from '@/lib/access/claim-input'
import { useFieldMessage } from '@/components/query/use-field-message'
import { signIn, type SignInOutcome } from './sign-in'

/** E-mail and password; says the same whether the person or the password is unknown. */
export function SignInForm({ next }: { next: string }) {
  const t = useTranslations('access')
  const say = useFieldMessage()
  const [failure, setFailure] = useState<SignInOutcome>()
  const form = useForm({ resolver: zodResolver(signInInput), defaultValues: { email: '', password: '' }, mode: 'onTouched' })

  const submit = form.handleSubmit(async (input) => {
    setFailure(undefined)
    const result = await signIn(input)
    if (result.outcome !== 'signed-in') return setFailure(result)
    // A whole new page: nothing of what was rendered for nobody is kept.
    window.location.assign(next)
    await new Promise(() => undefined)
  })

  return (
    <form onSubmit={submit} noValidate method="post" className="flex flex-col gap-4">
      {failure && <Callout tone="bad" role="alert" title={failureText(failure)} />}
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
          <TextField {...field} type="password" autoComplete="current-password" label={t('password')} isRequired errorMessage={say(fieldState.error?.message)} />
        )}
      />
      <Button type="submit" variant="primary" size="large" isPending={form.formState.isSubmitting} className="mt-2">
        {t('signIn.action')}
      </Button>
    </form>
  )

  function failureText(result: SignInOutcome): string {
    if (result.outcome === 'wait') return t('signIn.wait', { seconds: result.seconds })
    if (result.outcome === 'wrong-address') return t('signIn.wrongAddress')
    return t(result.outcome === 'unreachable' ? 'signIn.unreachable' : 'signIn.refused')
  }
}
