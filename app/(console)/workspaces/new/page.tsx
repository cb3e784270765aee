import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { WorkspaceForm } from '@/components/workspaces/workspace-form'
import { PageHeader } from '@/components/ui/page-header'
import { requireUser } from '@/lib/access/authorise'
import { paths } from '@/lib/paths'
import { createWorkspaceAction } from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('workspaces'))('add.title') }
}

export default async function NewWorkspacePage() {
  await requireUser()
  const t = await getTranslations('workspaces')
  return (
    <div className="page">
      <PageHeader title={t('add.title')} lead={t('add.lead')} breadcrumbs={[{ label: t('title'), href: paths.workspaces() }]} />
      <WorkspaceForm save={createWorkspaceAction} />
    </div>
  )
}
