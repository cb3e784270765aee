'use client'

import { useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, type ComponentProps } from 'react'
import { useRead } from '@/components/query/use-read'
import { AdobeRead } from '@/components/setup/frame/adobe-read'
import type { ConnectionView, SetupActions } from '@/components/setup/setup-actions'
import { setupReads } from '@/components/setup/setup-reads'
import type { SourceView } from '@/components/setup/setup-views'
import { ConnectionForm } from '@/components/setup/source/connection-form'
import { MadeNote } from '@/components/setup/source/made-note'
import { Button, LinkButton } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { SelectField } from '@/components/ui/select-field'
import { paths } from '@/lib/paths'

export type ChosenAccount = { workspaceId: string | undefined; source: SourceView | undefined; connection: { id: string; name: string } | undefined }
export type WorkspaceOption = { id: string; name: string; sandbox: string }

type AccountChoiceProps = {
  workspaces: readonly WorkspaceOption[]
  value: ChosenAccount
  /** Key of the source to be chosen once the list is there, from where one came. */
  sourceKey?: string | undefined
  onChange: (next: ChosenAccount) => void
  problem: string | undefined
  createConnection: SetupActions['createConnection']
  /** Tells a new account's proposed name from others. */
  stamp: string
}

/** Workspace, source and account: one that exists, or one that is connected here. */
export function AccountChoice({ workspaces, value, onChange, problem, createConnection, stamp }: AccountChoiceProps) {
  const t = useTranslations('batches.several')
  const { workspaceId, source, connection } = value
  const sources = useRead<SourceView[]>(['setup', 'sources', workspaceId], workspaceId ? setupReads.sources(workspaceId) : null, { staleTime: 600_000 })
  const specId = source?.connectionSpec?.id
  const client = useQueryClient()
  const key = ['setup', 'connections', workspaceId, specId]
  const connections = useRead<ConnectionView[]>(key, workspaceId && specId ? setupReads.connections(workspaceId, specId) : null)
  // What is chosen at first comes from a draft, which does not know how one signs in.
  const offered = sources.data?.find((each) => each.key === source?.key)

  function takeNew(made: ConnectionView) {
    client.setQueryData<ConnectionView[]>(key, (list = []) => [made, ...list.filter(({ id }) => id !== made.id)])
    onChange({ ...value, connection: made })
  }

  if (workspaces.length === 0) return <Callout tone="info" title={t('noWorkspaceTitle')} actions={<LinkButton href={paths.newWorkspace()}>{t('addWorkspace')}</LinkButton>} />
  return (
    <div className="grid max-w-4xl items-start gap-4 sm:grid-cols-3">
      <SelectField
        label={t('workspace')}
        isRequired
        placeholder={t('chooseWorkspace')}
        value={workspaceId ?? null}
        onChange={(id) => onChange({ workspaceId: id, source: undefined, connection: undefined })}
        options={workspaces.map(({ id, name, sandbox }) => ({ value: id, label: name, description: t('sandbox', { sandbox }) }))}
      />
      {workspaceId && (
        <AdobeRead read={sources} label={t('readingSources')} rows={1}>
          {(list) => (
            <SelectField
              label={t('source')}
              isRequired
              placeholder={t('chooseSource')}
              value={source?.key ?? null}
              onChange={(key) => onChange({ workspaceId, source: list.find((each) => each.key === key), connection: undefined })}
              options={list.filter(({ isOffered }) => isOffered).map(({ key, name }) => ({ value: key, label: name }))}
            />
          )}
        </AdobeRead>
      )}
      {workspaceId && source && connections.data?.length !== 0 && (
        <AdobeRead read={connections} label={t('readingAccounts')} rows={1}>
          {(list) => (
            <SelectField
              label={t('account')}
              isRequired
              placeholder={t('chooseAccount')}
              value={connection?.id ?? null}
              errorMessage={problem}
              onChange={(id) => onChange({ ...value, connection: list.find((each) => each.id === id) })}
              options={list.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
        </AdobeRead>
      )}
      {workspaceId && offered && connections.data && (
        <NewAccount
          key={`${workspaceId} ${offered.key}`} workspaceId={workspaceId} source={offered} isOnly={connections.data.length === 0} create={createConnection}
          stamp={stamp} onMade={takeNew} onLeftBehind={() => void connections.refetch()}
        />
      )}
    </div>
  )
}

type NewAccountProps = Pick<ComponentProps<typeof ConnectionForm>, 'workspaceId' | 'source' | 'isOnly' | 'create' | 'stamp' | 'onMade' | 'onLeftBehind'>

/** An account that the workspace does not have yet, connected without leaving the page. */
function NewAccount(props: NewAccountProps) {
  const t = useTranslations('setup.source')
  const [isMaking, setMaking] = useState(false)
  const [made, setMade] = useState<ConnectionView>()
  if (!isMaking && !props.isOnly) {
    return (
      <div className="flex flex-col items-start gap-3 sm:col-span-3">
        {made && <MadeNote connection={made} className="w-full" />}
        <Button icon={<Plus aria-hidden />} onPress={() => setMaking(true)}>{t('newConnection')}</Button>
      </div>
    )
  }
  return (
    <div className="sm:col-span-3">
      <ConnectionForm
        {...props} sourceName={props.source.name} errorMessage={undefined} onCancel={() => setMaking(false)}
        onMade={(connection) => {
          setMade(connection)
          setMaking(false)
          props.onMade(connection)
        }}
      />
    </div>
  )
}
