import { useFormatter, useTranslations } from 'next-intl'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { FigureText } from '@/components/ui/figure-text'
import { DataTable, type DataColumn } from '@/components/ui/table'
import { TimeText } from '@/components/ui/time-text'
import type { RunRow } from '@/lib/monitoring/flow-views'
import { paths } from '@/lib/paths'
import { durationParts } from './duration'
import { RunState } from './run-state'

export type RunTableProps = { flowId: string; rows: readonly RunRow[]; empty?: ReactNode }

/** Runs in one line each, the start exact to the second. */
export function RunTable({ flowId, rows, empty }: RunTableProps) {
  const t = useTranslations('runs')
  const columns: DataColumn<RunRow>[] = [
    {
      key: 'start',
      header: t('columns.start'),
      isRowHeader: true,
      className: 'whitespace-nowrap',
      cell: (run) => (
        <span className="flex flex-col">
          <Link href={paths.flowRun(flowId, run.id)} className="prose-link inline-flex min-h-6 items-center self-start">
            {run.startedAt ? <TimeText value={run.startedAt} exact /> : t('notBegun')}
          </Link>
          {run.read !== undefined && (
            <span className="text-12 font-normal text-ink-quiet tabular-nums sm:hidden">
              {t('strip.rows', { read: run.read, written: run.written ?? 0, failed: run.failed ?? 0 })}
            </span>
          )}
        </span>
      ),
    },
    { key: 'status', header: t('columns.status'), cell: (run) => <RunState status={run.status} failed={run.failed} hasErrors={run.hasErrors} /> },
    { key: 'duration', header: t('columns.duration'), align: 'end', hideBelow: 'md', cell: (run) => <Duration run={run} /> },
    { key: 'read', header: t('columns.read'), align: 'end', hideBelow: 'sm', cell: (run) => <FigureText value={run.read} /> },
    { key: 'written', header: t('columns.written'), align: 'end', hideBelow: 'sm', cell: (run) => <FigureText value={run.written} /> },
    {
      key: 'failed',
      header: t('columns.failed'),
      align: 'end',
      hideBelow: 'sm',
      cell: (run) => <FigureText value={run.failed} className={run.failed ? 'font-medium text-bad' : ''} />,
    },
    { key: 'bytes', header: t('columns.bytes'), align: 'end', hideBelow: 'lg', cell: (run) => <FigureText value={run.bytesRead} unit="bytes" /> },
    { key: 'codes', header: t('columns.codes'), hideBelow: 'lg', isMono: true, cell: (run) => [...new Set(run.errors.map(({ code }) => code))].join(', ') },
  ]
  return <DataTable label={t('title')} rows={rows} rowKey={({ id }) => id} columns={columns} empty={empty} />
}

function Duration({ run }: { run: RunRow }) {
  const t = useTranslations('runs')
  const format = useFormatter()
  if (!run.startedAt || !run.completedAt) return <FigureText value={undefined} />
  const parts = durationParts(new Date(run.completedAt).getTime() - new Date(run.startedAt).getTime())
  return <>{t('duration', { parts: parts.map(([value, unit]) => format.number(value, { style: 'unit', unit, unitDisplay: 'narrow' })).join(' ') })}</>
}
