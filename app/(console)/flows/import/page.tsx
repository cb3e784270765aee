import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ImportFlow } from '@/components/documents/import-flow'
import { PageHeader } from '@/components/ui/page-header'
import { requireUser } from '@/lib/access/authorise'
import { paths } from '@/lib/paths'
import { listWorkspaces } from '@/lib/workspaces/workspaces'
import { importBatchAction } from '../batches/actions'
import { importDocumentAction, previewImportAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('documents'))('import.title') }
}

export default async function ImportFlowPage() {
  await requireUser()
  const [t, workspaces] = await Promise.all([getTranslations('documents'), listWorkspaces()])
  return (
    <div className="page">
      <PageHeader title={t('import.title')} lead={t('import.lead')} breadcrumbs={[{ label: t('import.flows'), href: paths.flows() }]} />
      <ImportFlow
        workspaces={workspaces.map(({ id, name, kind, sandbox }) => ({ id, name, kind, sandbox }))}
        actions={{ preview: previewImportAction, importDocument: importDocumentAction, importBatch: importBatchAction }}
      />
    </div>
  )
}
