'use client'

import { KeyRound, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { ErrorPanel } from '@/components/ui/error-panel'
import { IdText } from '@/components/ui/id-text'
import { StateBadge } from '@/components/ui/state-badge'
import { TimeText } from '@/components/ui/time-text'
import type { ConnectionOverview } from '@/lib/connections/connection-overview'
import type { ExplainedError } from '@/lib/explained-error'
import type { ConnectionActions } from './connection-actions'
import { RotateForm } from './rotate-form'

type Outcome = { works: boolean; error?: ExplainedError | undefined }
type ConnectionCardProps = { workspaceId: string; connection: ConnectionOverview; actions: ConnectionActions; onChanged: () => void }

/** One connection: what it leads to, which flows read through it, and what can be done with it. */
export function ConnectionCard({ workspaceId, connection, actions, onChanged }: ConnectionCardProps) {
  const t = useTranslations('connections')
  const [outcome, setOutcome] = useState<Outcome>()
  const [isTesting, setTesting] = useState(false)
  const [isRotating, setRotating] = useState(false)
  const { id, name, sourceName, flows, createdAt, updatedAt, clockAheadMs, auth } = connection
  const changedAt = updatedAt ?? createdAt

  async function test() {
    setTesting(true)
    setOutcome(undefined)
    const next = await actions.test({ workspaceId, connectionId: id }).then(
      (answer): Outcome => (answer.ok ? answer.data : { works: false, error: answer.error }),
      (): Outcome => ({ works: false, error: { code: 'network', retryable: true } }),
    )
    setTesting(false)
    setOutcome(next)
  }

  return (
    <li className="rounded-md border border-line bg-surface-1 px-4 py-3">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <h2 className="text-14 font-semibold break-words">{name}</h2>
          <p className="flex flex-wrap items-center gap-x-2 text-13 text-ink-quiet">
            {sourceName}
            <IdText value={id} copyLabel={t('copyId')} />
            {changedAt !== undefined && <TimeText value={new Date(changedAt).toISOString()} aheadMs={clockAheadMs} />}
          </p>
        </div>
        <ConnectionState connection={connection} />
      </div>
      <Hanging flows={flows} />
      <div className="mt-3 flex flex-wrap gap-2">
        <Button isPending={isTesting} onPress={() => void test()}>
          {t('test')}
        </Button>
        {auth && (
          <Button icon={<KeyRound aria-hidden />} onPress={() => setRotating(!isRotating)} aria-expanded={isRotating}>
            {t('rotate')}
          </Button>
        )}
        {flows.length === 0 && (
          <ConfirmDialog
            title={t('deleteTitle', { name })}
            trigger={<Button icon={<Trash2 aria-hidden />}>{t('delete')}</Button>}
            goes={[t('goes.link'), t('goes.credentials')]}
            stays={[t('stays.account'), t('stays.data')]}
            confirmLabel={t('delete')}
            onConfirm={async () => {
              const answer = await actions.remove({ workspaceId, connectionId: id })
              if (!answer.ok) return answer.error
              onChanged()
            }}
          />
        )}
      </div>
      <div aria-live="polite" className="mt-2 empty:hidden">
        {outcome && !outcome.error && <Callout tone={outcome.works ? 'good' : 'bad'} title={t(outcome.works ? 'works' : 'refused')}>{t(outcome.works ? 'worksBody' : 'refusedBody')}</Callout>}
        {outcome?.error && <ErrorPanel error={outcome.error} />}
      </div>
      {isRotating && auth && (
        <RotateForm
          workspaceId={workspaceId}
          connection={connection}
          auth={auth}
          actions={actions}
          onClose={() => setRotating(false)}
          onRotated={(works) => {
            setRotating(false)
            setOutcome({ works })
            onChanged()
          }}
        />
      )}
    </li>
  )
}

function ConnectionState({ connection: { state } }: { connection: ConnectionOverview }) {
  const t = useTranslations('setup.source.state')
  return <StateBadge tone={state === 'enabled' ? 'good' : state === 'disabled' ? 'warn' : 'quiet'}>{t.has(state) ? t(state) : state}</StateBadge>
}

/** The flows that would stop without it. */
function Hanging({ flows }: { flows: ConnectionOverview['flows'] }) {
  const t = useTranslations('connections')
  if (flows.length === 0) return <p className="mt-2 text-13 text-ink-quiet">{t('unused')}</p>
  return (
    <details className="mt-2 text-13">
      <summary className="min-h-6 cursor-pointer">{t('flows', { count: flows.length })}</summary>
      <ul className="mt-1 flex flex-col gap-1 pl-4">
        {flows.map(({ id, name, state }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-2">
            <span className="break-words">{name}</span>
            <span className="text-ink-quiet">{t.has(`flowState.${state}`) ? t(`flowState.${state}`) : state}</span>
            <IdText value={id} copyLabel={t('copyFlowId')} />
          </li>
        ))}
      </ul>
    </details>
  )
}
