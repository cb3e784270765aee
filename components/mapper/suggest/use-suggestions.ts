import { useEffect, useState } from 'react'
import type { MappingSuggestion } from '@/lib/mapping/suggest/suggest-mapping'
import { useMapper, useMapperState } from '../mapper-context'

type Answer = { about: string; path: string; found: readonly MappingSuggestion[] }

/**
 * What a column or a field might be linked to, asked anew with every edit and whenever more is known of the trees;
 * without a path nothing is asked. Undefined until the first answer; an answer from before stays until the next one comes.
 */
export function useSuggestions(about: 'column' | 'field', path: string | undefined): readonly MappingSuggestion[] | undefined {
  const { store, helper } = useMapper()
  const document = useMapperState((state) => state.document)
  // Sample rows and earlier flows may be read later than the page is drawn: what they tell changes the answer.
  const sources = useMapperState((state) => state.sources)
  const targets = useMapperState((state) => state.targets)
  const learned = useMapperState((state) => state.learned)
  const [answer, setAnswer] = useState<Answer>()
  useEffect(() => {
    if (path === undefined) return undefined
    const stop = new AbortController()
    void helper.ask(store.get(), { about, path, document }, { signal: stop.signal }).then((found) => {
      if (found) setAnswer({ about, path, found })
    })
    return () => stop.abort()
  }, [store, helper, about, path, document, sources, targets, learned])
  return answer?.about === about && answer.path === path ? answer.found : undefined
}
