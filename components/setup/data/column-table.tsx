'use client'

import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/table'
import type { SourceColumn } from '@/lib/flows/flow-definition'
import { sampleText, sourceTypeOf } from '@/lib/mapping/source-fields'

/** What the connector itself calls the type, beside the human word for it. */
function rawType(column: SourceColumn): string {
  const { xdm } = column
  const format = column['meta:xdmType'] ?? xdm?.format
  return format && format !== column.type ? `${column.type} · ${format}` : column.type
}

function firstSample(rows: readonly Record<string, unknown>[], name: string): string | undefined {
  for (const row of rows) {
    const text = sampleText(row[name])
    if (text !== undefined) return text
  }
  return undefined
}

/** A table's columns with their types and one value each. */
export function ColumnTable({ columns, rows }: { columns: readonly SourceColumn[]; rows: readonly Record<string, unknown>[] }) {
  const t = useTranslations('setup.data')
  return (
    <DataTable
      label={t('columns', { count: columns.length })}
      className="max-h-[32rem]"
      rows={columns}
      rowKey={({ name }) => name}
      columns={[
        { key: 'name', header: t('column'), isRowHeader: true, cell: ({ name }) => <code className="text-12 font-medium">{name}</code> },
        { key: 'type', header: t('type'), cell: (column) => t(`types.${sourceTypeOf(column)}`), className: 'whitespace-nowrap' },
        { key: 'raw', header: t('rawType'), isMono: true, cell: (column) => <span className="text-ink-quiet">{rawType(column)}</span>, className: 'whitespace-nowrap' },
        {
          key: 'sample',
          header: t('sample'),
          cell: ({ name }) => {
            const sample = firstSample(rows, name)
            return sample === undefined ? (
              <span className="text-ink-quiet italic">{t('noValue')}</span>
            ) : (
              <span title={sample} className="block max-w-72 truncate">
                {sample}
              </span>
            )
          },
        },
      ]}
    />
  )
}
