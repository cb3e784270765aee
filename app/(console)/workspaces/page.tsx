import { Plus } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import Link from 'next/link'
import { WorkspaceTable } from '@/components/workspaces/workspace-table'
import { LinkButton } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { requireUser } from '@/lib/access/authorise'
import { paths } from '@/lib/paths'
import { ensurePracticeWorkspace } from '@/lib/workspaces/practice-workspace'
import { listWorkspaces } from '@/lib/workspaces/workspaces'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('workspaces'))('title') }
}

type Props = { searchParams: Promise<{ archived?: string | string[] }> }

export default async function WorkspacesPage({ searchParams }: Props) {
  await requireUser()
  await ensurePracticeWorkspace()
  const showsArchived = (await searchParams).archived === '1'
  const [t, all] = await Promise.all([getTranslations('workspaces'), listWorkspaces({ archived: true })])
  const archived = all.filter((workspace) => workspace.archivedAt !== undefined)
  const shown = showsArchived ? all : all.filter((workspace) => workspace.archivedAt === undefined)
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <LinkButton href={paths.newWorkspace()} variant="primary" icon={<Plus aria-hidden />}>
            {t('add.action')}
          </LinkButton>
        }
      />
      <WorkspaceTable workspaces={shown} />
      {archived.length > 0 && (
        <p className="mt-3 text-13">
          <Link href={showsArchived ? paths.workspaces() : `${paths.workspaces()}?archived=1`} className="prose-link">
            {showsArchived ? t('archived.hide') : t('archived.show', { count: archived.length })}
          </Link>
        </p>
      )}
    </div>
  )
}
