import { Pencil } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RawSchemaSetting } from '@/components/workspaces/raw-schema-setting'
import { WorkspaceChecks } from '@/components/workspaces/workspace-checks'
import { WorkspaceFacts } from '@/components/workspaces/workspace-facts'
import { WorkspaceRetirement } from '@/components/workspaces/workspace-retirement'
import { LinkButton } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { requireUser } from '@/lib/access/authorise'
import { paths } from '@/lib/paths'
import { archiveWorkspaceAction, checkWorkspaceAction, chooseRawSchemaAction, restoreWorkspaceAction } from '../actions'
import { loadWorkspace } from './load-workspace'

type Props = { params: Promise<{ workspaceId: string }>; searchParams: Promise<{ test?: string | string[] }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await loadWorkspace((await params).workspaceId)).name }
}

export default async function WorkspacePage({ params, searchParams }: Props) {
  await requireUser()
  const [{ workspaceId }, { test }, t] = await Promise.all([params, searchParams, getTranslations('workspaces')])
  const workspace = await loadWorkspace(workspaceId)
  const { checks, checkedAt } = workspace
  return (
    <div className="page">
      <PageHeader
        title={workspace.name}
        lead={t(workspace.kind === 'practice' ? 'detail.practiceLead' : 'detail.lead', { sandbox: workspace.sandbox })}
        breadcrumbs={[{ label: t('title'), href: paths.workspaces() }]}
        actions={
          <LinkButton href={`${paths.workspace(workspace.id)}/edit`} icon={<Pencil aria-hidden />}>
            {t('edit.action')}
          </LinkButton>
        }
      />
      <WorkspaceChecks
        workspaceId={workspace.id}
        last={checks && checkedAt ? { checks, checkedAt: checkedAt.toISOString() } : undefined}
        startsNow={test === 'now'}
        isArchived={workspace.archivedAt !== undefined}
        check={checkWorkspaceAction}
      />
      <WorkspaceFacts workspace={workspace} />
      <RawSchemaSetting workspaceId={workspace.id} mode={workspace.rawSchemaMode} choose={chooseRawSchemaAction} />
      {workspace.kind === 'adobe' && (
        <WorkspaceRetirement
          workspace={{ id: workspace.id, name: workspace.name, isArchived: workspace.archivedAt !== undefined }}
          archive={archiveWorkspaceAction}
          restore={restoreWorkspaceAction}
        />
      )}
    </div>
  )
}
