'use client'

import { useTranslations } from 'next-intl'
import { useDeferredValue, useMemo, useState } from 'react'
import { rankTargets } from '@/lib/mapping/rank-fields'
import { fitSentence, typeWord } from './field-words'
import { FitMark } from './fit-mark'
import { useMapper, useMapperState } from './mapper-context'
import { PathText } from './path-text'
import { PickerList, type PickerEntry } from './picker-list'
import { TypeBadge } from './type-badge'

type TargetPickerProps = { sourcePath: string | undefined; onPick: (targetPath: string) => void }

/** Where a column goes: every field of the schema by path, near names and fitting types first. */
export function TargetPicker({ sourcePath, onPick }: TargetPickerProps) {
  const t = useTranslations('mapper')
  const { store } = useMapper()
  const [query, setQuery] = useState('')
  const links = useMapperState((state) => state.links)
  const asked = useDeferredValue(query)
  const entries = useMemo(() => {
    const { sourceIndex, targetIndex } = store.get()
    const source = sourcePath === undefined ? undefined : sourceIndex.get(sourcePath)
    return rankTargets(targetIndex.values(), source, asked).map(({ field, fit }): PickerEntry => {
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
  }, [store, sourcePath, asked, links, t])
  return <PickerList label={t('palette.searchTargets')} query={query} onQueryChange={setQuery} entries={entries} onPick={onPick} />
}
