'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { applyFieldErrors } from '@/components/query/apply-field-errors'
import { useFieldMessage } from '@/components/query/use-field-message'
import { Button, LinkButton } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { ErrorPanel } from '@/components/ui/error-panel'
import { TextField } from '@/components/ui/text-field'
import type { ActionAnswer } from '@/lib/actions/action-answer'
import type { ExplainedError } from '@/lib/explained-error'
import { paths } from '@/lib/paths'
import { practiceWorkspaceChange, type PracticeWorkspaceChange } from '@/lib/workspaces/workspace-input'

export type PracticeFormProps = {
  workspace: { id: string; name: string; sandbox: string }
  save: (input: PracticeWorkspaceChange & { id: string }) => Promise<ActionAnswer<{ id: string }>>
}

/** Of the practice workspace only its name and its sandbox are people's to choose. */
export function PracticeForm({ workspace, save }: PracticeFormProps) {
  const t = useTranslations('workspaces')
  const say = useFieldMessage()
  const router = useRouter()
  const [failure, setFailure] = useState<ExplainedError>()
  const form = useForm({
    resolver: zodResolver(practiceWorkspaceChange),
    defaultValues: { name: workspace.name, sandbox: workspace.sandbox },
    mode: 'onTouched',
  })

  const submit = form.handleSubmit(async (input) => {
    setFailure(undefined)
    const answer = await save({ ...input, id: workspace.id })
    if (answer.ok) return router.push(`${paths.workspace(workspace.id)}?test=now`)
    applyFieldErrors(form.setError, answer.fieldErrors)
    if (!answer.fieldErrors) setFailure(answer.error)
  })

  return (
    <form onSubmit={submit} noValidate method="post" className="flex max-w-2xl flex-col gap-5">
      {failure && <ErrorPanel error={failure} />}
      <Callout tone="quiet">{t('edit.practice')}</Callout>
      {(['name', 'sandbox'] as const).map((name) => (
        <Controller
          key={name}
          control={form.control}
          name={name}
          render={({ field, fieldState }) => (
            <TextField
              {...field}
              label={t(`fields.${name}`)}
              description={t(`hints.${name}`)}
              isMono={name === 'sandbox'}
              isRequired
              errorMessage={say(fieldState.error?.message)}
            />
          )}
        />
      ))}
      <div className="flex flex-wrap gap-2 pt-1">
        <Button type="submit" variant="primary" isPending={form.formState.isSubmitting}>
          {t('edit.save')}
        </Button>
        <LinkButton href={paths.workspace(workspace.id)} variant="quiet">
          {t('edit.cancel')}
        </LinkButton>
      </div>
    </form>
  )
}
