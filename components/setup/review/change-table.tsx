import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/table'
import type { DefinitionChange } from '@/lib/flows/compare-definitions'

const named = ['name', 'description', 'schedule.frequency', 'schedule.interval', 'mapping.rows'] as const

/** Before and after of everything that differs; of the mapping, the rows that go and those that come. */
export function ChangeTable({ changes }: { changes: readonly DefinitionChange[] }) {
  const t = useTranslations('setup.change')
  const nameOf = (path: string) => {
    const known = named.find((one) => one === path)
    return known ? t(`fields.${known}`) : path
  }
  return (
    <DataTable
      label={t('changes')}
      rows={changes}
      rowKey={({ path }) => path}
      columns={[
        { key: 'what', header: t('columns.what'), isRowHeader: true, className: 'align-top', cell: ({ path }) => nameOf(path) },
        { key: 'before', header: t('columns.before'), className: 'align-top break-words', cell: ({ before, rows }) => (rows ? <Rows rows={rows.removed} sign="−" /> : (before ?? '—')) },
        { key: 'after', header: t('columns.after'), className: 'align-top break-words', cell: ({ after, rows }) => (rows ? <Rows rows={rows.added} sign="+" /> : (after ?? '—')) },
      ]}
    />
  )
}

function Rows({ rows, sign }: { rows: readonly string[]; sign: string }) {
  if (rows.length === 0) return '—'
  return (
    <ul className="font-mono text-12">
      {rows.map((row) => (
        <li key={row} className="break-all">{`${sign} ${row}`}</li>
      ))}
    </ul>
  )
}
