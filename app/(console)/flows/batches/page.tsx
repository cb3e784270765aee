import { ListPlus } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BatchList } from '@/components/batches/batch-list'
import { LinkButton } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { requireUser } from '@/lib/access/authorise'
import { readBatchList } from '@/lib/batches/read-batch'
import { paths } from '@/lib/paths'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('batches'))('page.listTitle') }
}

export default async function BatchesPage() {
  await requireUser()
  const [t, rows] = await Promise.all([getTranslations('batches'), readBatchList()])
  return (
    <div className="page">
      <PageHeader
        title={t('page.listTitle')}
        lead={t('page.listLead')}
        breadcrumbs={[{ label: t('several.flows'), href: paths.flows() }]}
        actions={rows.length > 0 && <LinkButton href={paths.severalFlows()} icon={<ListPlus aria-hidden />}>{t('several.button')}</LinkButton>}
      />
      <BatchList rows={rows} />
    </div>
  )
}
