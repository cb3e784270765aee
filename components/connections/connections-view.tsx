'use client'

import { RefreshCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useRead } from '@/components/query/use-read'
import { AdobeRead } from '@/components/setup/frame/adobe-read'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/button'
import { SelectField } from '@/components/ui/select-field'
import type { ConnectionOverview } from '@/lib/connections/connection-overview'
import { paths } from '@/lib/paths'
import type { ConnectionActions } from './connection-actions'
import { ConnectionCard } from './connection-card'

type Workspace = { id: string; name: string; sandbox: string }

/** One workspace's connections at a time: they live in Adobe and are asked for there. */
export function ConnectionsView({ workspaces, actions }: { workspaces: readonly Workspace[]; actions: ConnectionActions }) {
  const t = useTranslations('connections')
  const [workspaceId, setWorkspaceId] = useState(workspaces[0]?.id)
  const connections = useRead<ConnectionOverview[]>(['connections', workspaceId], workspaceId ? `/api/connections/${workspaceId}` : null)
  const refresh = () => void connections.refetch()
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <SelectField
          className="w-full max-w-xs"
          label={t('workspace')}
          value={workspaceId ?? null}
          onChange={setWorkspaceId}
          options={workspaces.map(({ id, name, sandbox }) => ({ value: id, label: name, description: sandbox }))}
        />
        <Button variant="quiet" icon={<RefreshCw aria-hidden />} isPending={connections.isFetching} onPress={refresh}>
          {t('refresh')}
        </Button>
      </div>
      <AdobeRead read={connections} label={t('reading')} rows={5}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title={t('emptyTitle')} body={t('emptyBody')} action={<LinkButton href={paths.newFlow()}>{t('newFlow')}</LinkButton>} />
          ) : (
            <ul className="flex flex-col gap-3" aria-label={t('title')}>
              {list.map((connection) => (
                <ConnectionCard key={connection.id} workspaceId={workspaceId ?? ''} connection={connection} actions={actions} onChanged={refresh} />
              ))}
            </ul>
          )
        }
      </AdobeRead>
    </div>
  )
}
