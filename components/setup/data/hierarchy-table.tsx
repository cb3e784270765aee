'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { StateBadge } from '@/components/ui/state-badge'
import { DataTable } from '@/components/ui/table'
import type { SourceField } from '@/lib/mapping/mapping-document'
import { sourceFieldsFromColumns } from '@/lib/mapping/source-fields'
import type { TableDetail } from '../setup-views'

type Line = { field: SourceField; depth: number }

const linesOf = (fields: readonly SourceField[], depth = 0): Line[] =>
  fields.flatMap((field) => [{ field, depth }, ...linesOf(field.children, depth + 1)])

/** A resource's fields in their places, with types and a value each; types that the records told are marked. */
export function HierarchyTable({ detail: { columns, rows, refined = [] } }: { detail: TableDetail }) {
  const t = useTranslations('setup.data')
  const lines = useMemo(() => linesOf(sourceFieldsFromColumns(columns, rows)), [columns, rows])
  const told = useMemo(() => new Set(refined), [refined])
  return (
    <>
      <p className="mb-2 text-13 text-ink-quiet">{t('fieldsLead', { count: lines.length, refined: refined.length })}</p>
      <DataTable
        label={t('fields')}
        className="max-h-[32rem]"
        rows={lines}
        rowKey={({ field }) => field.path}
        columns={[
          {
            key: 'name',
            header: t('field'),
            isRowHeader: true,
            cell: ({ field, depth }) => (
              <code className="block text-12 font-medium whitespace-nowrap" style={{ paddingLeft: `${depth * 16}px` }} title={field.path}>
                {field.name}
              </code>
            ),
          },
          {
            key: 'type',
            header: t('type'),
            className: 'whitespace-nowrap',
            cell: ({ field }) => (
              <span className="flex items-center gap-2">
                {t(`types.${field.type}`)}
                {told.has(field.path) && <StateBadge tone="info">{t('fromRecords')}</StateBadge>}
              </span>
            ),
          },
          {
            key: 'sample',
            header: t('sample'),
            cell: ({ field }) => {
              const sample = field.children.length > 0 ? undefined : field.samples?.[0]
              if (sample !== undefined) return <span title={sample} className="block max-w-72 truncate">{sample}</span>
              return field.children.length > 0 ? null : <span className="text-ink-quiet italic">{t('noValue')}</span>
            },
          },
        ]}
      />
    </>
  )
}
