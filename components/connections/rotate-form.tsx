'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { LockKeyhole } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { useForm } from 'react-hook-form'
import { AuthFieldsForm, useAuthProblems, type WithCredentials } from '@/components/setup/source/auth-fields-form'
import { Button } from '@/components/ui/button'
import { ErrorPanel } from '@/components/ui/error-panel'
import { ErrorSummary } from '@/components/ui/error-summary'
import type { ConnectionOverview } from '@/lib/connections/connection-overview'
import type { ExplainedError } from '@/lib/explained-error'
import { authFormSchema, emptyAuthValues } from '@/lib/sources/auth-fields'
import type { OfferedAuth } from '@/lib/sources/offered-sources'
import type { ConnectionActions } from './connection-actions'

type RotateFormProps = {
  workspaceId: string
  connection: ConnectionOverview
  auth: OfferedAuth
  actions: ConnectionActions
  onRotated: (works: boolean) => void
  onClose: () => void
}

/** New credentials for a connection: the whole set, because Adobe forgets what is left out. */
export function RotateForm({ workspaceId, connection, auth, actions, onRotated, onClose }: RotateFormProps) {
  const t = useTranslations('connections')
  const [error, setError] = useState<ExplainedError>()
  const [attempt, setAttempt] = useState(0)
  const authProblems = useAuthProblems(connection.id)
  const schema = useMemo(() => authFormSchema(auth.fields), [auth.fields])
  const form = useForm<WithCredentials>({
    mode: 'onTouched',
    resolver: zodResolver(schema),
    defaultValues: { name: connection.name, params: emptyAuthValues(auth.fields) },
  })
  const { errors, isSubmitting } = form.formState
  const problems = authProblems(auth.fields, errors)

  async function send({ params }: WithCredentials) {
    setError(undefined)
    const answer = await actions
      .rotate({ workspaceId, connectionId: connection.id, params })
      .catch(() => ({ ok: false as const, error: { code: 'network', retryable: true } }))
    if (answer.ok) onRotated(answer.data.works)
    else setError(answer.error)
  }

  return (
    <form
      noValidate
      aria-label={t('rotateTitle', { name: connection.name })}
      className="mt-3 border-t border-line pt-3"
      onSubmit={(event) => {
        event.preventDefault()
        void form.handleSubmit(send, () => setAttempt((count) => count + 1))(event)
      }}
    >
      <h3 className="text-14 font-semibold">{t('rotateTitle', { name: connection.name })}</h3>
      <p className="measure mt-0.5 flex items-start gap-1.5 text-13 text-ink-quiet">
        <LockKeyhole aria-hidden className="mt-0.5" />
        {t('rotateLead', { count: connection.flows.length })}
      </p>
      <div className="mt-3 flex flex-col gap-3 empty:hidden">
        {attempt > 0 && problems.length > 0 && <ErrorSummary problems={problems} attempt={attempt} />}
        {error && <ErrorPanel error={error} />}
      </div>
      <div className="mt-3 grid max-w-3xl gap-4 sm:grid-cols-2">
        <AuthFieldsForm control={form.control} errors={errors} fields={auth.fields} idPrefix={connection.id} />
      </div>
      <div className="mt-4 flex flex-wrap gap-2">
        <Button type="submit" variant="primary" isPending={isSubmitting}>
          {t('rotateSend')}
        </Button>
        <Button onPress={onClose}>{t('rotateCancel')}</Button>
      </div>
    </form>
  )
}
