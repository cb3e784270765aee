import { useTranslations } from 'next-intl'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { MiniStrip } from '@/components/runs/mini-strip'
import { FigureText } from '@/components/ui/figure-text'
import { DataTable, type DataColumn } from '@/components/ui/table'
import { TimeText } from '@/components/ui/time-text'
import type { FlowListRow } from '@/lib/monitoring/flow-views'
import { paths } from '@/lib/paths'
import { findSource } from '@/lib/sources/catalogue'
import { FlowStateBadge } from './flow-state'

export type FlowTableProps = { label: string; rows: readonly FlowListRow[]; empty?: ReactNode }

/** Flows in one line each: how it is and since when, its last runs, what the last one moved, when the next is due. */
export function FlowTable({ label, rows, empty }: FlowTableProps) {
  const t = useTranslations('flows.columns')
  return <DataTable label={label} rows={rows} rowKey={({ id }) => id} empty={empty} columns={columnsOf(t)} />
}

function columnsOf(t: ReturnType<typeof useTranslations<'flows.columns'>>): DataColumn<FlowListRow>[] {
  const lastRun = (row: FlowListRow) => row.strip.at(-1)
  return [
    { key: 'flow', header: t('flow'), isRowHeader: true, className: 'min-w-40 py-1.5', cell: (row) => <FlowName row={row} /> },
    {
      key: 'state',
      header: t('state'),
      className: 'whitespace-nowrap',
      cell: (row) => (
        <span className="flex flex-col">
          <FlowStateBadge state={row.state} />
          {row.since && <TimeText value={row.since} aheadMs={row.isSinceOurs ? undefined : row.clockAheadMs} className="pl-5.5 text-12 text-ink-quiet" />}
        </span>
      ),
    },
    { key: 'runs', header: t('runs'), hideBelow: 'sm', cell: (row) => <MiniStrip runs={row.strip} /> },
    { key: 'read', header: t('read'), align: 'end', hideBelow: 'md', cell: (row) => <FigureText value={lastRun(row)?.read} /> },
    { key: 'written', header: t('written'), align: 'end', hideBelow: 'md', cell: (row) => <FigureText value={lastRun(row)?.written} /> },
    {
      key: 'failed',
      header: t('failed'),
      align: 'end',
      hideBelow: 'md',
      cell: (row) => {
        const failed = lastRun(row)?.failed
        return <FigureText value={failed} className={failed ? 'font-medium text-bad' : ''} />
      },
    },
    { key: 'lastRun', header: t('lastRun'), hideBelow: 'lg', className: 'whitespace-nowrap', cell: (row) => <When value={row.lastRunAt} aheadMs={row.clockAheadMs} /> },
    { key: 'nextRun', header: t('nextRun'), hideBelow: 'lg', className: 'whitespace-nowrap', cell: (row) => <When value={row.nextRunAt} aheadMs={row.clockAheadMs} /> },
    { key: 'workspace', header: t('workspace'), hideBelow: 'xl', className: 'whitespace-nowrap', cell: (row) => row.workspaceName },
  ]
}

function FlowName({ row }: { row: FlowListRow }) {
  const source = row.sourceKey === undefined ? undefined : (findSource(row.sourceKey)?.name ?? row.sourceKey)
  return (
    <span className="flex flex-col">
      <Link href={paths.flow(row.id)} className="prose-link inline-flex min-h-6 items-center self-start">
        {row.name}
      </Link>
      <span className="text-12 font-normal text-ink-quiet">{[source, row.table].filter(Boolean).join(' · ')}</span>
    </span>
  )
}

function When({ value, aheadMs }: { value: string | undefined; aheadMs: number | undefined }) {
  return value === undefined ? <FigureText value={undefined} /> : <TimeText value={value} aheadMs={aheadMs} />
}
