'use client'

import { CircleAlert, CircleCheck, CircleMinus, TriangleAlert, type LucideIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { cx } from '@/components/ui/cx'
import { DataTable } from '@/components/ui/table'
import type { CellState, PreviewCell, RecordPreview } from '@/lib/mapping/preview-document'
import { whyNothing } from '@/lib/mapping/problem-sentence'
import { PathText } from '../path-text'

const looks: Record<CellState, { shape: LucideIcon; text: string }> = {
  written: { shape: CircleCheck, text: 'text-good' },
  lost: { shape: TriangleAlert, text: 'text-warn' },
  nothing: { shape: CircleMinus, text: 'text-ink-quiet' },
  failed: { shape: CircleAlert, text: 'text-bad' },
}

type PreviewTableProps = {
  preview: RecordPreview
  counts: ReadonlyMap<string, Readonly<Record<CellState, number>>>
  total: number
  onlyMarked: boolean
  onShowLink: (rowId: string) => void
}

/** Each link of one sample row: the value before, the value after, and what became of it. */
export function PreviewTable({ preview, counts, total, onlyMarked, onShowLink }: PreviewTableProps) {
  const t = useTranslations('mapper')
  const isMarked = ({ state, row }: PreviewCell): boolean => state !== 'written' || (counts.get(row.id)?.written ?? 0) < total
  const cells = onlyMarked ? preview.cells.filter(isMarked) : preview.cells
  if (cells.length === 0) return <p className="text-13 text-ink-quiet">{t('preview.noneMarked')}</p>
  return (
    <DataTable
      label={t('preview.table')} className="max-h-[40dvh]" rows={cells} rowKey={({ row }) => row.id}
      columns={[
        {
          key: 'target', header: t('list.target'), isRowHeader: true,
          cell: ({ row }) => (
            <button type="button" onClick={() => onShowLink(row.id)} className="min-h-6 text-left font-normal text-accent hover:underline"><PathText path={row.destination} /></button>
          ),
        },
        {
          key: 'before', header: t('preview.valueBefore'), isMono: true, width: '30%',
          cell: ({ row, before }) => (
            <span className="wrap-anywhere text-ink-quiet">{row.sourceType === 'EXPRESSION' ? row.source : (before ?? t('preview.nothing'))}</span>
          ),
        },
        { key: 'after', header: t('preview.valueAfter'), width: '30%', cell: (cell) => <After cell={cell} /> },
        {
          key: 'all', header: t('preview.allRows'), align: 'end', hideBelow: 'sm',
          cell: (cell) => <span className="whitespace-nowrap text-ink-quiet">{t('preview.writtenOf', { written: written(counts, cell), total })}</span>,
        },
      ]}
    />
  )
}

const written = (counts: PreviewTableProps['counts'], { row }: PreviewCell): number => {
  const count = counts.get(row.id)
  return (count?.written ?? 0) + (count?.lost ?? 0)
}

function After({ cell }: { cell: PreviewCell }) {
  const { state, after, lost } = cell
  const t = useTranslations('mapper')
  const { shape: Shape, text } = looks[state]
  const why = whyNothing(t, cell) ?? (lost === undefined ? undefined : t(`lost.${lost}`))
  return (
    <span className="flex min-w-0 flex-col gap-0.5">
      <span className="flex min-w-0 items-start gap-1.5">
        <Shape aria-hidden className={cx('mt-0.5 size-3.5 shrink-0', text)} />
        <span className="sr-only">{t(`preview.states.${state}`)}</span>
        {after === undefined
          ? <span className={text}>{t(`preview.states.${state}`)}</span>
          : <span className="font-mono wrap-anywhere text-ink">{after}</span>}
      </span>
      {why !== undefined && <span className={text}>{why}</span>}
    </span>
  )
}
