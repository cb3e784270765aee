'use client'

import { useTranslations } from 'next-intl'
import { useRead } from '@/components/query/use-read'
import { AdobeRead } from '@/components/setup/frame/adobe-read'
import type { ConnectionView } from '@/components/setup/setup-actions'
import { setupReads } from '@/components/setup/setup-reads'
import type { SourceView } from '@/components/setup/setup-views'
import { LinkButton } from '@/components/ui/button'
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
}

/** Workspace, source and account: the account is one that exists, since a new one is connected in the wizard. */
export function AccountChoice({ workspaces, value, onChange, problem }: AccountChoiceProps) {
  const t = useTranslations('batches.several')
  const { workspaceId, source, connection } = value
  const sources = useRead<SourceView[]>(['setup', 'sources', workspaceId], workspaceId ? setupReads.sources(workspaceId) : null, { staleTime: 600_000 })
  const specId = source?.connectionSpec?.id
  const connections = useRead<ConnectionView[]>(
    ['setup', 'connections', workspaceId, specId], workspaceId && specId ? setupReads.connections(workspaceId, specId) : null,
  )
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
      {workspaceId && source && (
        <AdobeRead read={connections} label={t('readingAccounts')} rows={1}>
          {(list) =>
            list.length === 0 ? (
              <Callout tone="info" title={t('noAccountTitle', { source: source.name })} actions={<LinkButton href={`${paths.newFlow()}?workspace=${workspaceId}`} prefetch={false}>{t('startWizard')}</LinkButton>}>
                {t('noAccountBody')}
              </Callout>
            ) : (
              <SelectField
                label={t('account')}
                isRequired
                placeholder={t('chooseAccount')}
                value={connection?.id ?? null}
                errorMessage={problem}
                onChange={(id) => onChange({ ...value, connection: list.find((each) => each.id === id) })}
                options={list.map(({ id, name }) => ({ value: id, label: name }))}
              />
            )
          }
        </AdobeRead>
      )}
    </div>
  )
}
