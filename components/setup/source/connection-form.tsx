'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { ExternalLink, LockKeyhole } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { ErrorPanel } from '@/components/ui/error-panel'
import { ErrorSummary } from '@/components/ui/error-summary'
import { IdText } from '@/components/ui/id-text'
import { RadioCards } from '@/components/ui/radio-cards'
import { TextField } from '@/components/ui/text-field'
import type { ExplainedError } from '@/lib/explained-error'
import { authFormSchema, emptyAuthValues } from '@/lib/sources/auth-fields'
import type { OfferedAuth } from '@/lib/sources/offered-sources'
import { fieldId } from '../frame/step-frame'
import type { ConnectionView, SetupActions } from '../setup-actions'
import type { SourceView } from '../setup-views'
import { AuthFieldsForm, useAuthProblems, type WithCredentials } from './auth-fields-form'

type ConnectionFormProps = {
  workspaceId: string
  source: SourceView
  sourceName: string
  /** There is nothing to choose from instead. */
  isOnly: boolean
  errorMessage: string | undefined
  create: SetupActions['createConnection']
  /** Tells the proposed name from others: the day and a little more. */
  stamp: string
  onMade: (connection: ConnectionView) => void
  onCancel: () => void
  onLeftBehind: () => void
}

type Refusal = { error: ExplainedError } | { leftBehind?: ConnectionView }

/** A new base connection: first how to sign in, where the source knows several ways, then what that way asks for. */
export function ConnectionForm(props: ConnectionFormProps) {
  const { source, sourceName, errorMessage } = props
  const t = useTranslations('setup.source')
  const [authName, setAuthName] = useState(source.auths[0]?.name)
  const auth = source.auths.find(({ name }) => name === authName)
  return (
    <div id={fieldId('baseConnectionId')} tabIndex={-1} className="mt-4 border-t border-line pt-4">
      <h3 className="text-14 font-semibold">{t('newConnectionTitle', { name: sourceName })}</h3>
      <p className="measure mt-0.5 flex items-start gap-1.5 text-13 text-ink-quiet">
        <LockKeyhole aria-hidden className="mt-0.5" />
        {t('secretsHint')}
      </p>
      {source.credentialsPage && (
        <a href={source.credentialsPage} target="_blank" rel="noreferrer" className="prose-link mt-1.5 inline-flex min-h-6 items-center gap-1 text-13">
          {t('credentialsPage', { name: sourceName })}
          <ExternalLink aria-hidden />
        </a>
      )}
      {source.auths.length > 1 && (
        <RadioCards
          className="mt-3 max-w-3xl"
          label={t('authWay')}
          columns={2}
          value={authName ?? null}
          onChange={setAuthName}
          options={source.auths.map(({ name }) => ({ value: name, label: name }))}
        />
      )}
      {auth ? <CredentialsForm key={auth.name} {...props} auth={auth} /> : <Callout tone="warn" className="mt-3" title={t('noAuth')} />}
      {!auth && errorMessage && <p className="mt-2 text-13 text-bad">{errorMessage}</p>}
    </div>
  )
}

function CredentialsForm(props: ConnectionFormProps & { auth: OfferedAuth }) {
  const { workspaceId, source, sourceName, isOnly, errorMessage, auth, create, stamp, onMade, onCancel, onLeftBehind } = props
  const t = useTranslations('setup.source')
  const p = useTranslations('setup.problems')
  const { fields } = auth
  const [refusal, setRefusal] = useState<Refusal>()
  const [attempt, setAttempt] = useState(0)
  const authProblems = useAuthProblems()
  const schema = useMemo(() => authFormSchema(fields), [fields])
  const form = useForm<WithCredentials>({
    mode: 'onTouched',
    resolver: zodResolver(schema),
    defaultValues: { name: `${sourceName} ${stamp}`, params: emptyAuthValues(fields) },
  })
  const { errors, isSubmitting } = form.formState
  const problems = [
    ...(errors.name ? [{ fieldId: fieldId('connectionName'), message: p(errors.name.message ?? 'field-missing', { field: t('connectionName') }) }] : []),
    ...authProblems(fields, errors),
  ]

  async function send({ name, params }: WithCredentials) {
    setRefusal(undefined)
    const answer = await create({ workspaceId, sourceKey: source.key, authSpecName: auth.name, name: name.trim(), params })
      .catch(() => ({ ok: false as const, error: { code: 'network', retryable: true } }))
    if (!answer.ok) return setRefusal({ error: answer.error })
    if (answer.data.outcome === 'works') return onMade(answer.data.connection)
    setRefusal(answer.data.leftBehind ? { leftBehind: answer.data.leftBehind } : {})
    if (answer.data.leftBehind) onLeftBehind()
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void form.handleSubmit(send, () => setAttempt((count) => count + 1))(event)
      }}
    >
      {errorMessage && !refusal && attempt === 0 && <Callout tone="bad" className="mt-3">{errorMessage}</Callout>}
      <div className="mt-3 flex flex-col gap-3 empty:hidden">
        {attempt > 0 && problems.length > 0 && <ErrorSummary problems={problems} attempt={attempt} />}
        {refusal && 'error' in refusal && <ErrorPanel error={refusal.error} />}
        {refusal && !('error' in refusal) && (
          <Callout tone="bad" role="alert" title={t('refusedTitle', { name: sourceName })}>
            <p>{t('refusedBody')}</p>
            <p className="mt-1">
              {refusal.leftBehind ? t('leftBehind', { name: refusal.leftBehind.name }) : t('nothingLeft')}
              {refusal.leftBehind && <IdText value={refusal.leftBehind.id} copyLabel={t('copyConnectionId')} />}
            </p>
          </Callout>
        )}
      </div>
      <div className="mt-3 grid max-w-3xl gap-4 sm:grid-cols-2">
        <Controller
          control={form.control}
          name="name"
          render={({ field: { ref: _ref, ...field } }) => (
            <TextField
              {...field}
              id={fieldId('connectionName')}
              label={t('connectionName')}
              description={t('connectionNameHint')}
              isRequired
              errorMessage={errors.name && p(errors.name.message ?? 'field-missing', { field: t('connectionName') })}
            />
          )}
        />
        <AuthFieldsForm control={form.control} errors={errors} fields={fields} sourceKey={source.key} />
      </div>
      <div className="mt-4 flex flex-wrap gap-2">
        <Button type="submit" variant="primary" isPending={isSubmitting}>
          {isSubmitting ? t('connecting') : t('connect')}
        </Button>
        {!isOnly && <Button onPress={onCancel}>{t('cancelNew')}</Button>}
      </div>
    </form>
  )
}
