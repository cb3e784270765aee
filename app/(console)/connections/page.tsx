import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ConnectionsView } from '@/components/connections/connections-view'
import { PageHeader } from '@/components/ui/page-header'
import { requireUser } from '@/lib/access/authorise'
import { listWorkspaces } from '@/lib/workspaces/workspaces'
import { deleteConnectionAction, rotateCredentialsAction, testConnectionAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('connections'))('title') }
}

const actions = { test: testConnectionAction, rotate: rotateCredentialsAction, remove: deleteConnectionAction }

/** Adobe's signed-in links to payments accounts, by workspace. */
export default async function ConnectionsPage() {
  await requireUser()
  const [t, workspaces] = await Promise.all([getTranslations('connections'), listWorkspaces()])
  return (
    <div className="page">
      <PageHeader title={t('title')} lead={t('lead')} />
      <ConnectionsView workspaces={workspaces.map(({ id, name, sandbox }) => ({ id, name, sandbox }))} actions={actions} />
    </div>
  )
}
