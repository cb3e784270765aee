import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { BatchPage } from '@/components/batches/batch-page'
import { PageHeader } from '@/components/ui/page-header'
import { requireUser } from '@/lib/access/authorise'
import { readBatch } from '@/lib/batches/read-batch'
import { findBatch } from '@/lib/data/batches'
import { paths } from '@/lib/paths'
import { resumeProvisioningAction, undoProvisioningAction } from '../../[flowId]/provisioning-actions'
import { createBatchAction, readBatchAgainAction, resumeBatchAction, retitleSchemaAction, undoBatchAction } from '../actions'

type Props = { params: Promise<{ batchId: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const batch = await findBatch((await params).batchId)
  return { title: batch?.name ?? (await getTranslations('batches'))('page.listTitle') }
}

export default async function OneBatchPage({ params }: Props) {
  const user = await requireUser()
  const view = await readBatch((await params).batchId, user.id)
  if (!view) notFound()
  const t = await getTranslations('batches')
  return (
    <div className="page">
      <PageHeader
        title={view.name}
        lead={t('page.lead', { count: view.items.length, workspace: view.workspace.name })}
        breadcrumbs={[{ label: t('several.flows'), href: paths.flows() }, { label: t('page.crumb'), href: paths.batches() }]}
      />
      <BatchPage
        first={view}
        actions={{
          create: createBatchAction, resumeAll: resumeBatchAction, undoAll: undoBatchAction, readAgain: readBatchAgainAction,
          retitle: retitleSchemaAction, resume: resumeProvisioningAction, undo: undoProvisioningAction,
        }}
      />
    </div>
  )
}
