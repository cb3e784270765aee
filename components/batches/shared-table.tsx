'use client'

import { useTranslations } from 'next-intl'
import { IdText } from '@/components/ui/id-text'
import { DataTable, type DataColumn } from '@/components/ui/table'
import type { SharedThing } from '@/lib/batches/batch-view'

/** What several flows of the batch build on, and how many of them. */
export function SharedTable({ shared }: { shared: readonly SharedThing[] }) {
  const t = useTranslations('batches.page')
  const c = useTranslations('create.kinds')
  const columns: DataColumn<SharedThing>[] = [
    {
      key: 'thing', header: t('sharedThing'), isRowHeader: true, className: 'min-w-40 py-1.5',
      cell: ({ kind, name, isReused }) => (
        <span className="flex flex-col">
          <span className="break-words">{name}</span>
          <span className="text-12 font-normal text-ink-quiet">{c(kind)} · {t(isReused ? 'reused' : 'made')}</span>
        </span>
      ),
    },
    { key: 'users', header: t('sharedUsers'), className: 'whitespace-nowrap', cell: ({ users }) => t('users', { count: users }) },
    { key: 'id', header: t('sharedId'), hideBelow: 'sm', cell: ({ adobeId }) => (adobeId ? <IdText value={adobeId} copyLabel={t('copyId')} /> : null) },
  ]
  return <DataTable label={t('sharedTitle')} rows={shared} rowKey={({ id }) => id} columns={columns} empty={<p className="text-14 text-ink-quiet">{t('sharedNone')}</p>} />
}
