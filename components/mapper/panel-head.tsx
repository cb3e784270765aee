'use client'

import { useTranslations } from 'next-intl'
import { SearchField } from '@/components/ui/search-field'
import { matchesWords, searchWords } from '@/lib/mapping/select-fields'
import { useMapper, useMapperState } from './mapper-context'
import type { Side } from './mapper-store'
import type { TreeHandle } from './tree-handle'

const searchId = (side: Side): string => `mapper-search-${side}`

/** Puts the focus into the search of a side. */
export const focusSearch = (side: Side): void =>
  document.querySelector<HTMLInputElement>(`[data-search="${searchId(side)}"] input`)?.focus()

type PanelHeadProps = { side: Side; title: string; total: number; found: number | undefined }

/** A side's name, how many fields it has or the search found, and its search. */
export function PanelHead({ side, title, total, found }: PanelHeadProps) {
  const t = useTranslations('mapper')
  const { store, trees } = useMapper()
  const query = useMapperState((state) => state.queries[side])
  return (
    <header className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line px-3 py-2">
      <h2 className="text-13 font-semibold">{title}</h2>
      <output className="text-12 text-ink-quiet tabular-nums">
        {found === undefined ? t('panels.fields', { count: total }) : t('panels.found', { count: found, total })}
      </output>
      <div
        data-search={searchId(side)}
        className="ml-auto w-52 min-w-32 flex-1"
        onKeyDownCapture={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
          const first = trees[side].nodeAt(0)
          if (!first) return
          event.preventDefault()
          trees[side].reveal(firstMatch(trees[side], query) ?? first.path, true)
        }}
      >
        <SearchField
          label={side === 'source' ? t('panels.searchSource') : t('panels.searchTarget')}
          value={query}
          onChange={(next) => store.set({ queries: { ...store.get().queries, [side]: next } })}
        />
      </div>
    </header>
  )
}

/** The first row that was found itself, not one that only leads to it. */
function firstMatch({ shown }: TreeHandle, query: string): string | undefined {
  const words = searchWords(query)
  if (words.length === 0) return undefined
  const rows = shown.rows as readonly { path: string; field: { path: string; name: string } }[]
  return rows.find(({ field }) => matchesWords(field, words))?.path
}
