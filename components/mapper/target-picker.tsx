'use client'

import { useTranslations } from 'next-intl'
import { useDeferredValue, useMemo, useState } from 'react'
import { rankTargets } from '@/lib/mapping/rank-fields'
import { fitSentence, typeWord } from './field-words'
import { fitOfColumns } from './carried-fit'
import { FitMark } from './fit-mark'
import { useMapper, useMapperState } from './mapper-context'
import { PathText } from './path-text'
import { PickerList, type PickerEntry } from './picker-list'
import { TypeBadge } from './type-badge'

type TargetPickerProps = { sourcePaths: readonly string[]; onPick: (targetPath: string) => void }

/** Where a column goes: every field of the schema by path, near names and fitting types first. */
export function TargetPicker({ sourcePaths, onPick }: TargetPickerProps) {
  const t = useTranslations('mapper')
  const { store } = useMapper()
  const [query, setQuery] = useState('')
  const links = useMapperState((state) => state.links)
  const asked = useDeferredValue(query)
  const entries = useMemo(() => {
    const { sourceIndex, targetIndex } = store.get()
    const [first] = sourcePaths
    const source = first === undefined ? undefined : sourceIndex.get(first)
    return rankTargets(targetIndex.values(), source, asked).map(({ field, fit: own }): PickerEntry => {
      const fit = sourcePaths.length > 1 ? (fitOfColumns(sourcePaths, field.path, store.get()) ?? own) : own
      const taken = links.byTarget.get(field.path)?.[0]
      return {
        id: field.path,
        isDisabled: fit.level === 'impossible',
        label: (
          <>
            <span className="min-w-0 flex-1 text-13"><PathText path={field.path} /></span>
            <TypeBadge type={field.type} word={typeWord(t, field)} />
            {source && <FitMark level={fit.level} className="min-w-24 justify-end" />}
          </>
        ),
        note: fit.level === 'impossible' || fit.level === 'lossy'
          ? fitSentence(t, fit)
          : taken && t('palette.taken', { source: taken.row.source }),
      }
    })
  }, [store, sourcePaths, asked, links, t])
  return <PickerList label={t('palette.searchTargets')} query={query} onQueryChange={setQuery} entries={entries} onPick={onPick} />
}
