'use client'

import { useQueryClient } from '@tanstack/react-query'
import { Plus, RefreshCw } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useRead } from '@/components/query/use-read'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { RadioCards } from '@/components/ui/radio-cards'
import { Section } from '@/components/ui/section'
import { StateBadge, type Tone } from '@/components/ui/state-badge'
import { useDraft, useSetup } from '../draft/setup-provider'
import { AdobeRead } from '../frame/adobe-read'
import { useProblemOf } from '../frame/step-attempt'
import { fieldId } from '../frame/step-frame'
import type { ConnectionView } from '../setup-actions'
import { setupReads } from '../setup-reads'
import type { SourceView } from '../setup-views'
import { ConnectionForm } from './connection-form'
import { ConnectionTestButton } from './connection-test-button'
import { MadeNote } from './made-note'

const tones: Record<string, Tone> = { enabled: 'good', disabled: 'warn' }

/** Which account: a base connection that the workspace has, or a new one. */
export function ConnectionChoice({ workspaceId, source }: { workspaceId: string; source: SourceView }) {
  const t = useTranslations('setup.source')
  const format = useFormatter()
  const { store, actions, stamp } = useSetup()
  const { answers } = useDraft()
  const problemOf = useProblemOf('source')
  const client = useQueryClient()
  const specId = source.connectionSpec?.id ?? ''
  const key = ['setup', 'connections', workspaceId, specId]
  const connections = useRead<ConnectionView[]>(key, setupReads.connections(workspaceId, specId))
  const [isMaking, setMaking] = useState(false)
  const [made, setMade] = useState<ConnectionView>()
  const chosenId = answers.source?.baseConnectionId
  const { name } = source

  function choose({ id, name: connectionName }: ConnectionView) {
    store.update('source', {
      ...store.getState().answers.source,
      baseConnectionId: id,
      connectionName,
      ...(source.connectionSpec ? { connectionSpec: source.connectionSpec } : {}),
    })
  }

  function takeNew(connection: ConnectionView) {
    setMade(connection)
    setMaking(false)
    client.setQueryData<ConnectionView[]>(key, (list = []) => [connection, ...list.filter(({ id }) => id !== connection.id)])
    choose(connection)
  }

  return (
    <AdobeRead read={connections} label={t('readingConnections')} rows={2}>
      {(list) => {
        const showsForm = isMaking || list.length === 0
        const chosen = list.find(({ id }) => id === chosenId)
        return (
          <Section
            title={t('connectionTitle')}
            lead={t('connectionLead', { name })}
            className="mt-8"
            actions={
              <Button size="small" variant="quiet" icon={<RefreshCw aria-hidden />} isPending={connections.isFetching} onPress={() => void connections.refetch()}>
                {t('refreshConnections')}
              </Button>
            }
          >
            {made && chosen?.id === made.id && (
              <MadeNote connection={made} className="mb-3" />
            )}
            {chosenId && !chosen && (
              <Callout tone="warn" className="mb-3" title={t('goneTitle')}>
                {t('goneBody', { name: answers.source?.connectionName ?? chosenId })}
              </Callout>
            )}
            {list.length > 0 && (
              <RadioCards
                id={fieldId('baseConnectionId')}
                label={t('connectionTitle')}
                isLabelHidden
                isRequired
                value={chosen?.id ?? null}
                onChange={(id) => {
                  const connection = list.find((each) => each.id === id)
                  if (connection) choose(connection)
                }}
                errorMessage={showsForm ? undefined : problemOf('baseConnectionId')}
                options={list.map(({ id, name: label, state, createdAt }) => ({
                  value: id,
                  label,
                  description: (
                    <>
                      <code className="text-12">{id}</code>
                      {createdAt !== undefined && <> · {t('createdOn', { date: format.dateTime(new Date(createdAt), { dateStyle: 'medium' }) })}</>}
                    </>
                  ),
                  aside: <StateBadge tone={tones[state] ?? 'quiet'}>{t.has(`state.${state}`) ? t(`state.${state}`) : state}</StateBadge>,
                }))}
              />
            )}
            <div className="mt-3 flex flex-wrap items-start gap-2">
              {chosen && <ConnectionTestButton key={chosen.id} workspaceId={workspaceId} connection={chosen} />}
              {!showsForm && (
                <Button icon={<Plus aria-hidden />} onPress={() => setMaking(true)}>
                  {t('newConnection')}
                </Button>
              )}
            </div>
            {showsForm && (
              <ConnectionForm
                workspaceId={workspaceId}
                source={source}
                sourceName={name}
                isOnly={list.length === 0}
                create={actions.createConnection}
                stamp={`${stamp.date} ${stamp.short}`}
                errorMessage={list.length === 0 ? problemOf('baseConnectionId') : undefined}
                onMade={takeNew}
                onCancel={() => setMaking(false)}
                onLeftBehind={() => void connections.refetch()}
              />
            )}
          </Section>
        )
      }}
    </AdobeRead>
  )
}
