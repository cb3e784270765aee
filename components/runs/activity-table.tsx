import { useTranslations } from 'next-intl'
import { FigureText } from '@/components/ui/figure-text'
import { DataTable } from '@/components/ui/table'
import { TimeText } from '@/components/ui/time-text'
import type { RunActivity } from '@/lib/monitoring/run-activities'
import { toRunStatus } from '@/lib/monitoring/run-record'
import { RunState } from './run-state'

/** The stations of a run: how far it came and what each moved. */
export function ActivityTable({ activities }: { activities: readonly RunActivity[] }) {
  const t = useTranslations('runs')
  return (
    <DataTable
      label={t('activities.title')}
      rows={activities}
      rowKey={({ id, name }) => `${id} ${name}`}
      columns={[
        { key: 'name', header: t('activities.station'), isRowHeader: true, cell: ({ kind, name }) => (kind === 'other' ? name : t(`activities.${kind}`)) },
        { key: 'status', header: t('columns.status'), cell: ({ status, failed }) => <RunState status={toRunStatus(status)} failed={failed} /> },
        { key: 'start', header: t('columns.start'), hideBelow: 'md', className: 'whitespace-nowrap', cell: ({ startedAt }) => (startedAt ? <TimeText value={startedAt} exact /> : <FigureText value={undefined} />) },
        { key: 'end', header: t('columns.end'), hideBelow: 'md', className: 'whitespace-nowrap', cell: ({ completedAt }) => (completedAt ? <TimeText value={completedAt} exact /> : <FigureText value={undefined} />) },
        { key: 'read', header: t('columns.read'), align: 'end', cell: ({ read }) => <FigureText value={read} /> },
        { key: 'written', header: t('columns.written'), align: 'end', cell: ({ written }) => <FigureText value={written} /> },
        { key: 'failed', header: t('columns.failed'), align: 'end', cell: ({ failed }) => <FigureText value={failed} className={failed ? 'font-medium text-bad' : ''} /> },
        { key: 'bytes', header: t('columns.bytes'), align: 'end', hideBelow: 'lg', cell: ({ bytes }) => <FigureText value={bytes} unit="bytes" /> },
      ]}
    />
  )
}
