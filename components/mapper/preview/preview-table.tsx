'use client'

import { CircleAlert, CircleCheck, CircleMinus, TriangleAlert, type LucideIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { cx } from '@/components/ui/cx'
import type { CellState, PreviewCell, RecordPreview } from '@/lib/mapping/preview-document'
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
    <div className="max-h-[40dvh] overflow-auto rounded-md border border-line">
      <table className="w-full border-collapse text-left text-12">
        <thead className="sticky top-0 bg-surface-2 text-ink-quiet">
          <tr>
            <th scope="col" className="px-2 py-1.5 font-medium">{t('list.target')}</th>
            <th scope="col" className="px-2 py-1.5 font-medium">{t('preview.valueBefore')}</th>
            <th scope="col" className="px-2 py-1.5 font-medium">{t('preview.valueAfter')}</th>
            <th scope="col" className="px-2 py-1.5 font-medium">{t('preview.allRows')}</th>
          </tr>
        </thead>
        <tbody>
          {cells.map((cell) => (
            <tr key={cell.row.id} className="border-t border-line align-top">
              <th scope="row" className="max-w-72 px-2 py-1.5 font-normal">
                <button type="button" onClick={() => onShowLink(cell.row.id)} className="min-h-6 text-left text-accent hover:underline">
                  <PathText path={cell.row.destination} />
                </button>
              </th>
              <td className="max-w-56 px-2 py-1.5 font-mono wrap-anywhere text-ink-quiet">
                {cell.row.sourceType === 'EXPRESSION' ? cell.row.source : (cell.before ?? t('preview.nothing'))}
              </td>
              <td className="max-w-64 px-2 py-1.5"><After cell={cell} /></td>
              <td className="px-2 py-1.5 whitespace-nowrap text-ink-quiet tabular-nums">{t('preview.writtenOf', { written: written(counts, cell), total })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const written = (counts: PreviewTableProps['counts'], { row }: PreviewCell): number => {
  const count = counts.get(row.id)
  return (count?.written ?? 0) + (count?.lost ?? 0)
}

function After({ cell: { state, after, reason, message, lost } }: { cell: PreviewCell }) {
  const t = useTranslations('mapper')
  const { shape: Shape, text } = looks[state]
  const why = message ?? (reason === undefined ? (lost === undefined ? undefined : t(`lost.${lost}`)) : t(`values.${reason}`))
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
