import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PracticeForm } from '@/components/workspaces/practice-form'
import { WorkspaceForm } from '@/components/workspaces/workspace-form'
import { PageHeader } from '@/components/ui/page-header'
import { requireUser } from '@/lib/access/authorise'
import { paths } from '@/lib/paths'
import { updatePracticeWorkspaceAction, updateWorkspaceAction } from '../../actions'
import { loadWorkspace } from '../load-workspace'

type Props = { params: Promise<{ workspaceId: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('workspaces')
  return { title: t('edit.title', { name: (await loadWorkspace((await params).workspaceId)).name }) }
}

export default async function EditWorkspacePage({ params }: Props) {
  await requireUser()
  const t = await getTranslations('workspaces')
  const workspace = await loadWorkspace((await params).workspaceId)
  const { id, name, sandbox } = workspace
  return (
    <div className="page">
      <PageHeader
        title={t('edit.title', { name })}
        breadcrumbs={[
          { label: t('title'), href: paths.workspaces() },
          { label: name, href: paths.workspace(id) },
        ]}
      />
      {workspace.kind === 'practice' ? (
        <PracticeForm workspace={{ id, name, sandbox }} save={updatePracticeWorkspaceAction} />
      ) : (
        <WorkspaceForm workspace={workspace} save={updateWorkspaceAction} />
      )}
    </div>
  )
}
