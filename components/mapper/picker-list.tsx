'use client'

import { Search } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useState, type KeyboardEvent, type ReactNode } from 'react'
import { cx } from '@/components/ui/cx'
import { inputHeight, inputStyle } from '@/components/ui/field'

export type PickerEntry = { id: string; label: ReactNode; note?: ReactNode; isDisabled?: boolean }

type PickerListProps = {
  label: string
  query: string
  onQueryChange: (query: string) => void
  entries: readonly PickerEntry[]
  onPick: (id: string) => void
}

/**
 * Type, arrow, Enter: a search box over the fifty best answers (ARIA combobox with a list that is always open). What
 * cannot be picked stays, with the reason, so that nobody looks for it in vain.
 */
export function PickerList({ label, query, onQueryChange, entries, onPick }: PickerListProps) {
  const t = useTranslations('mapper')
  const id = useId()
  const [at, setAt] = useState(0)
  const active = Math.min(at, entries.length - 1)

  function move(to: number): void {
    const next = Math.max(0, Math.min(entries.length - 1, to))
    setAt(next)
    document.getElementById(`${id}-${next}`)?.scrollIntoView({ block: 'nearest' })
  }

  function onKeyDown(event: KeyboardEvent): void {
    const steps: Record<string, number> = { ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + 8, PageUp: active - 8 }
    const to = steps[event.key]
    const entry = entries[active]
    if (to !== undefined) move(to)
    else if (event.key === 'Enter' && entry && !entry.isDisabled) onPick(entry.id)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className="flex flex-col gap-2" onKeyDownCapture={onKeyDown}>
      <div className="relative flex">
        <Search aria-hidden className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-quiet" />
        <input
          autoFocus
          type="text"
          role="combobox"
          aria-label={label}
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={entries.length > 0 ? `${id}-${active}` : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={label}
          value={query}
          onChange={(event) => {
            setAt(0)
            onQueryChange(event.target.value)
          }}
          className={cx(inputStyle, inputHeight, 'pl-8')}
        />
      </div>
      <p role="status" className="sr-only">{t('palette.found', { count: entries.length })}</p>
      <ul id={`${id}-list`} role="listbox" aria-label={label} className="-mx-2 max-h-[min(24rem,50dvh)] overflow-y-auto">
        {entries.map((entry, index) => (
          <li
            key={entry.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            aria-disabled={entry.isDisabled ?? false}
            onPointerMove={() => index !== active && setAt(index)}
            onClick={() => !entry.isDisabled && onPick(entry.id)}
            className={cx(
              'flex min-h-8 flex-col justify-center gap-0.5 rounded-md px-2 py-1.5 pointer-coarse:min-h-11',
              entry.isDisabled ? 'cursor-not-allowed' : 'cursor-pointer',
              index === active && 'bg-surface-2 outline-2 -outline-offset-2 outline-line-strong',
            )}
          >
            <span className="flex min-w-0 items-center gap-2">{entry.label}</span>
            {entry.note && <span className="text-12 text-ink-quiet">{entry.note}</span>}
          </li>
        ))}
      </ul>
      {entries.length === 0 && <p className="py-4 text-13 text-ink-quiet">{t('palette.nothing', { query })}</p>}
    </div>
  )
}
