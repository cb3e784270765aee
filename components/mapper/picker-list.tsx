'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef, type ReactNode } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { SearchField } from '@/components/ui/search-field'

export type PickerEntry = { id: string; label: ReactNode; note?: ReactNode; isDisabled?: boolean }

type PickerListProps = {
  label: string
  query: string
  onQueryChange: (query: string) => void
  entries: readonly PickerEntry[]
  onPick: (id: string) => void
}

const itemStyle =
  'flex min-h-8 cursor-pointer flex-col justify-center gap-0.5 rounded-md px-2 py-1.5 outline-none pointer-coarse:min-h-11 ' +
  'hover:bg-surface-2 data-focused:bg-surface-2 data-focus-visible:outline-2 data-focus-visible:-outline-offset-2 ' +
  'data-focus-visible:outline-accent data-disabled:cursor-not-allowed'

/**
 * Type, arrow, Enter: a search box over the fifty best answers, the focus staying in the box. What cannot be picked
 * stays, with the reason, so that nobody looks for it in vain.
 */
export function PickerList({ label, query, onQueryChange, entries, onPick }: PickerListProps) {
  const t = useTranslations('mapper')
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.focus(), [])
  const disabledKeys = useMemo(() => entries.filter((entry) => entry.isDisabled).map((entry) => entry.id), [entries])
  return (
    <div className="flex flex-col gap-2">
      <Autocomplete inputValue={query} onInputChange={onQueryChange}>
        <SearchField ref={input} label={label} />
        <ListBox
          aria-label={label}
          items={entries}
          disabledKeys={disabledKeys}
          onAction={(key) => onPick(String(key))}
          className="relative -mx-2 max-h-[min(24rem,50dvh)] overflow-y-auto outline-none"
          renderEmptyState={() => <p className="px-2 py-4 text-13 text-ink-quiet">{t('palette.nothing', { query })}</p>}
        >
          {(entry) => (
            <ListBoxItem id={entry.id} textValue={entry.id} className={itemStyle}>
              <span className="flex min-w-0 items-center gap-2">{entry.label}</span>
              {entry.note && <span className="text-12 text-ink-quiet">{entry.note}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
      <output className="sr-only">{t('palette.found', { count: entries.length })}</output>
    </div>
  )
}
