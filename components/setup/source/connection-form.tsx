'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { LockKeyhole } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { ErrorPanel } from '@/components/ui/error-panel'
import { ErrorSummary } from '@/components/ui/error-summary'
import { IdText } from '@/components/ui/id-text'
import { TextField } from '@/components/ui/text-field'
import type { ExplainedError } from '@/lib/explained-error'
import { authFormSchema, authParams } from '@/lib/sources/auth-fields'
import { useSetup } from '../draft/setup-provider'
import { fieldId } from '../frame/step-frame'
import type { ConnectionView } from '../setup-actions'
import type { SourceView } from '../setup-views'
import { AuthFieldInput } from './auth-field-input'

type ConnectionFormProps = {
  workspaceId: string
  source: SourceView
  sourceName: string
  /** There is nothing to choose from instead. */
  isOnly: boolean
  errorMessage: string | undefined
  onMade: (connection: ConnectionView) => void
  onCancel: () => void
  onLeftBehind: () => void
}

type Values = { name: string; params: Record<string, string | boolean> }
type Refusal = { error: ExplainedError } | { leftBehind?: ConnectionView }

/** A new base connection: the fields are those of the authentication specification that Adobe returned. */
export function ConnectionForm(props: ConnectionFormProps) {
  const { workspaceId, source, sourceName, isOnly, errorMessage, onMade, onCancel, onLeftBehind } = props
  const t = useTranslations('setup.source')
  const p = useTranslations('setup.problems')
  const { actions, stamp } = useSetup()
  const fields = source.authFields
  const [refusal, setRefusal] = useState<Refusal>()
  const [attempt, setAttempt] = useState(0)
  const schema = useMemo(() => authFormSchema(fields), [fields])
  const form = useForm<Values>({
    mode: 'onTouched',
    resolver: zodResolver(schema),
    defaultValues: {
      name: `${sourceName} ${stamp.date} ${stamp.short}`,
      params: Object.fromEntries(fields.map(({ name, kind, default: value }) => [name, kind === 'boolean' ? value === 'true' : (value ?? '')])),
    },
  })
  const { errors, isSubmitting } = form.formState
  const labelOf = (name: string, title?: string) => (t.has(`auth.${name}.label`) ? t(`auth.${name}.label`) : (title ?? name))
  const problems = [
    ...(errors.name ? [{ fieldId: fieldId('connectionName'), message: p(errors.name.message ?? 'field-missing', { field: t('connectionName') }) }] : []),
    ...fields.flatMap(({ name, title }) => {
      const message = errors.params?.[name]?.message
      return message ? [{ fieldId: fieldId(`auth-${name}`), message: p(message, { field: labelOf(name, title) }) }] : []
    }),
  ]

  async function send({ name, params }: Values) {
    setRefusal(undefined)
    const answer = await actions
      .createConnection({ workspaceId, sourceKey: source.key, name: name.trim(), params: authParams(fields, params) })
      .catch(() => ({ ok: false as const, error: { code: 'network', retryable: true } }))
    if (!answer.ok) return setRefusal({ error: answer.error })
    if (answer.data.outcome === 'works') return onMade(answer.data.connection)
    setRefusal(answer.data.leftBehind ? { leftBehind: answer.data.leftBehind } : {})
    if (answer.data.leftBehind) onLeftBehind()
  }

  return (
    <form
      id={fieldId('baseConnectionId')}
      tabIndex={-1}
      noValidate
      className="mt-4 border-t border-line pt-4"
      onSubmit={(event) => {
        event.preventDefault()
        void form.handleSubmit(send, () => setAttempt((count) => count + 1))(event)
      }}
    >
      <h3 className="text-14 font-semibold">{t('newConnectionTitle', { name: sourceName })}</h3>
      <p className="measure mt-0.5 flex items-start gap-1.5 text-13 text-ink-quiet">
        <LockKeyhole aria-hidden className="mt-0.5" />
        {t('secretsHint')}
      </p>
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
        {fields.map((field) => (
          <Controller
            key={field.name}
            control={form.control}
            name={`params.${field.name}`}
            render={({ field: { value, onChange, onBlur } }) => {
              const message = errors.params?.[field.name]?.message
              return (
                <AuthFieldInput
                  field={field}
                  label={labelOf(field.name, field.title)}
                  value={value}
                  onChange={onChange}
                  onBlur={onBlur}
                  errorMessage={message && p(message, { field: labelOf(field.name, field.title) })}
                />
              )
            }}
          />
        ))}
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
