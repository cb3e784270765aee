'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { cx } from '@/components/ui/cx'
import { EmptyState } from '@/components/ui/empty-state'
import { DataTable } from '@/components/ui/table'
import type { SourceColumn } from '@/lib/flows/flow-definition'
import { sourceTypeOf } from '@/lib/mapping/source-fields'

type Row = Record<string, unknown>
type PreviewTableProps = { table: string; columns: readonly SourceColumn[]; rows: readonly Row[] }

/** More columns than anybody reads side by side; the list below has them all. */
const mostColumns = 60

/** From this length on a text is cut and can be opened. */
const longText = 48

/** Rows as the account has them. Scrolls inside itself; a long text opens on press; what is null says so. */
export function PreviewTable({ table, columns: all, rows }: PreviewTableProps) {
  const t = useTranslations('setup.data')
  const numbered = rows.map((row, index) => ({ row, number: index + 1 }))
  const columns = all.slice(0, mostColumns)
  const note = all.length > mostColumns && (
    <p className="mb-2 text-13 text-ink-quiet">{t('previewCut', { shown: mostColumns, of: all.length })}</p>
  )
  return (
    <>
      {note}
      <DataTable
        label={t('previewOf', { table })}
        className="max-h-[26rem]"
        rows={numbered}
        rowKey={({ number }) => String(number)}
        empty={<EmptyState title={t('noRowsTitle')} body={t('noRowsBody')} />}
        columns={[
          { key: '#', header: <span className="sr-only">{t('rowNumber')}</span>, isRowHeader: true, align: 'end', className: 'align-top', cell: ({ number }) => <span className="text-12 text-ink-quiet">{number}</span> },
          ...columns.map((column) => {
            const type = sourceTypeOf(column)
            const isFigure = type === 'number' || type === 'integer'
            return {
              key: column.name,
              header: <code className="text-12">{column.name}</code>,
              align: isFigure ? ('end' as const) : ('start' as const),
              cell: ({ row }: { row: Row }) => <Cell value={row[column.name]} />,
              className: 'align-top',
            }
          }),
        ]}
      />
    </>
  )
}

function Cell({ value }: { value: unknown }) {
  const t = useTranslations('setup.data')
  const [isOpen, setOpen] = useState(false)
  if (value === null || value === undefined) return <span className="text-12 text-ink-quiet italic">null</span>
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  if (text === '') return <span className="text-12 text-ink-quiet italic">{t('emptyText')}</span>
  if (text.length <= longText) return <span className="whitespace-nowrap">{text}</span>
  return (
    <button
      type="button"
      title={isOpen ? undefined : text}
      aria-expanded={isOpen}
      onClick={() => setOpen(!isOpen)}
      className={cx('block min-h-6 text-left', isOpen ? 'w-80 whitespace-pre-wrap break-words' : 'max-w-72 truncate')}
    >
      {text}
    </button>
  )
}
