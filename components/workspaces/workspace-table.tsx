import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { StateBadge } from '@/components/ui/state-badge'
import { DataTable, type DataColumn } from '@/components/ui/table'
import { TimeText } from '@/components/ui/time-text'
import { paths } from '@/lib/paths'
import type { WorkspaceView } from '@/lib/workspaces/workspace-view'
import { ChecksBadge } from './checks-badge'

/** Every workspace in one line: whose, which sandbox, and whether it can be reached. */
export function WorkspaceTable({ workspaces }: { workspaces: readonly WorkspaceView[] }) {
  const t = useTranslations('workspaces')
  return (
    <DataTable
      label={t('title')}
      rows={workspaces}
      rowKey={(workspace) => workspace.id}
      empty={
        <EmptyState
          title={t('empty.title')}
          body={t('empty.body')}
          action={
            <LinkButton href={paths.newWorkspace()} icon={<Plus aria-hidden />}>
              {t('add.action')}
            </LinkButton>
          }
        />
      }
      columns={columnsOf(t)}
    />
  )
}

function columnsOf(t: ReturnType<typeof useTranslations<'workspaces'>>): DataColumn<WorkspaceView>[] {
  return [
    {
      key: 'name',
      header: t('fields.name'),
      isRowHeader: true,
      cell: (workspace) => (
        <span className="flex items-center gap-2 whitespace-nowrap">
          <Link href={paths.workspace(workspace.id)} className="prose-link inline-flex min-h-6 items-center">
            {workspace.name}
          </Link>
          {workspace.kind === 'practice' && <span className="text-12 font-normal text-ink-quiet">{t('emulator')}</span>}
        </span>
      ),
    },
    {
      key: 'checks',
      header: t('checks.title'),
      cell: (workspace) =>
        workspace.archivedAt ? <StateBadge tone="quiet">{t('archived.state')}</StateBadge> : <ChecksBadge checks={workspace.checks} />,
    },
    { key: 'sandbox', header: t('fields.sandbox'), isMono: true, cell: (workspace) => workspace.sandbox },
    {
      key: 'organisation',
      header: t('fields.orgId'),
      isMono: true,
      cell: (workspace) => <span className="whitespace-nowrap">{workspace.orgId}</span>,
    },
    { key: 'host', header: t('fields.platformOrigin'), isMono: true, cell: (workspace) => new URL(workspace.platformOrigin).host },
    {
      key: 'checkedAt',
      header: t('checks.last'),
      cell: (workspace) =>
        workspace.checkedAt ? <TimeText value={workspace.checkedAt} className="whitespace-nowrap" /> : <span className="text-ink-quiet">{t('checks.never')}</span>,
    },
  ]
}
