'use client'

import { CircleAlert, Table2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Fragment, useState } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Button } from '@/components/ui/button'
import { cx } from '@/components/ui/cx'
import { EmptyState } from '@/components/ui/empty-state'
import { SearchField } from '@/components/ui/search-field'
import { fieldId } from '../frame/step-frame'
import type { TableView } from '../setup-views'

type TableListProps = {
  tables: readonly TableView[]
  value: string | undefined
  onChange: (path: string) => void
  errorMessage: string | undefined
  onRefresh: () => void
}

/** No account's list is drawn longer than this; typing finds the rest. */
const mostShown = 300

/** A name that may be broken after a dot or an underscore rather than anywhere. */
const breakable = (name: string) =>
  name.split(/(?<=[._])/).map((part, index) => (
    <Fragment key={index}>
      {part}
      <wbr />
    </Fragment>
  ))

/** The account's tables, found by typing; one is chosen. */
export function TableList({ tables, value, onChange, errorMessage, onRefresh }: TableListProps) {
  const t = useTranslations('setup.data')
  const [query, setQuery] = useState('')
  if (tables.length === 0) {
    return <EmptyState title={t('noTablesTitle')} body={t('noTablesBody')} action={<Button onPress={onRefresh}>{t('refreshTables')}</Button>} />
  }
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const found = tables.filter(({ name, path }) => words.every((word) => `${name} ${path}`.toLowerCase().includes(word)))
  return (
    <div id={fieldId('table')} tabIndex={-1} className="flex flex-col gap-2">
      <SearchField label={t('searchTables')} value={query} onChange={setQuery} />
      <p className="text-12 text-ink-quiet" role="status">
        {t('tableCount', { found: found.length, of: tables.length })}
      </p>
      {errorMessage && (
        <p id="table-problem" className="flex items-start gap-1.5 text-13 text-bad">
          <CircleAlert aria-hidden className="mt-0.5" />
          {errorMessage}
        </p>
      )}
      <ListBox
        aria-label={t('tables')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={value ? [value] : []}
        onSelectionChange={(keys) => {
          const [path] = keys === 'all' ? [] : [...keys]
          if (path !== undefined) onChange(String(path))
        }}
        items={found.slice(0, mostShown).map((table) => ({ id: table.path, ...table }))}
        renderEmptyState={() => <p className="px-3 py-2 text-13 text-ink-quiet">{t('noTableFound', { query })}</p>}
        className={cx('relative max-h-[28rem] overflow-auto rounded-md border bg-surface-1 py-1', errorMessage ? 'border-bad' : 'border-line')}
      >
        {({ path, name }) => (
          <ListBoxItem
            id={path}
            textValue={name}
            className={cx(
              'flex min-h-8 cursor-pointer items-center gap-2 px-3 py-1 text-13 pointer-coarse:min-h-10',
              'hover:bg-surface-2 data-selected:bg-accent-soft data-selected:font-medium data-selected:text-ink',
              'focus-visible:-outline-offset-2 data-focus-visible:-outline-offset-2',
            )}
          >
            {({ isSelected }) => (
              <>
                <Table2 aria-hidden className={isSelected ? 'text-accent' : 'text-ink-quiet'} />
                <span className="min-w-0 break-words">{breakable(name)}</span>
              </>
            )}
          </ListBoxItem>
        )}
      </ListBox>
      {found.length > mostShown && <p className="text-12 text-ink-quiet">{t('tablesShown', { shown: mostShown })}</p>}
    </div>
  )
}
