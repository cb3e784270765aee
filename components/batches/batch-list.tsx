import { ListPlus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { FigureText } from '@/components/ui/figure-text'
import { DataTable, type DataColumn } from '@/components/ui/table'
import { TimeText } from '@/components/ui/time-text'
import type { BatchListRow } from '@/lib/batches/batch-view'
import { paths } from '@/lib/paths'

/** All batches, the newest first. */
export function BatchList({ rows }: { rows: readonly BatchListRow[] }) {
  const t = useTranslations('batches')
  const columns: DataColumn<BatchListRow>[] = [
    {
      key: 'name', header: t('page.name'), isRowHeader: true, className: 'min-w-32',
      cell: ({ id, name, createdAt }) => (
        <span className="flex flex-col items-start">
          <Link href={paths.batch(id)} className="prose-link inline-flex min-h-6 items-center">{name}</Link>
          <TimeText value={createdAt} className="text-12 font-normal text-ink-quiet sm:hidden" />
        </span>
      ),
    },
    { key: 'begun', header: t('page.begun'), hideBelow: 'sm', className: 'whitespace-nowrap', cell: ({ createdAt }) => <TimeText value={createdAt} /> },
    { key: 'drafts', header: t('page.drafts'), align: 'end', cell: ({ drafts }) => <FigureText value={drafts} /> },
    { key: 'live', header: t('page.live'), align: 'end', cell: ({ live }) => <FigureText value={live} /> },
    { key: 'failed', header: t('page.failed'), align: 'end', cell: ({ failed }) => <FigureText value={failed} className={failed > 0 ? 'font-medium text-bad' : ''} /> },
    { key: 'flows', header: t('page.flows'), align: 'end', hideBelow: 'sm', cell: ({ flows }) => <FigureText value={flows} /> },
    { key: 'workspace', header: t('page.workspace'), hideBelow: 'md', className: 'whitespace-nowrap', cell: ({ workspaceName }) => workspaceName },
  ]
  const empty = (
    <EmptyState
      title={t('page.emptyTitle')} body={t('page.emptyBody')}
      action={<LinkButton href={paths.severalFlows()} variant="primary" icon={<ListPlus aria-hidden />}>{t('several.button')}</LinkButton>}
    />
  )
  return <DataTable label={t('page.listTitle')} rows={rows} rowKey={({ id }) => id} columns={columns} empty={empty} />
}
