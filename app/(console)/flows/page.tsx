import { FileUp, Layers, ListPlus, Plus } from 'lucide-react'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FlowList } from '@/components/flows/flow-list'
import { LinkButton } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'
import { requireUser } from '@/lib/access/authorise'
import { flowListQuery, readFlowList } from '@/lib/monitoring/read-flow-list'
import { paths } from '@/lib/paths'
import { toQuery } from './to-query'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('flows'))('title') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function FlowsPage({ searchParams }: Props) {
  await requireUser()
  const [asked, t, d, b] = await Promise.all([searchParams, getTranslations('flows'), getTranslations('documents'), getTranslations('batches')])
  const first = await readFlowList(flowListQuery.parse(asked))
  return (
    <div className="page">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            <LinkButton href={paths.importFlow()} icon={<FileUp aria-hidden />}>
              {d('import.button')}
            </LinkButton>
            <LinkButton href={paths.batches()} icon={<Layers aria-hidden />}>
              {b('page.listButton')}
            </LinkButton>
            <LinkButton href={paths.severalFlows()} icon={<ListPlus aria-hidden />}>
              {b('several.button')}
            </LinkButton>
            <LinkButton href={paths.newFlow()} prefetch={false} variant="primary" icon={<Plus aria-hidden />}>
              {t('new')}
            </LinkButton>
          </>
        }
      />
      <FlowList first={first} firstQuery={toQuery(asked)} />
    </div>
  )
}
