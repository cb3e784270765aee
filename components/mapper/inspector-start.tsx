'use client'

import { MousePointerClick } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { useMapper, useMapperState } from './mapper-context'
import { ProblemNotes } from './problem-notes'

/** Problems shown at once: each may ask for proposals, and more would be a list of its own. */
const shownProblems = 4

/** With nothing chosen: what is left to do, each with its remedy, and how to begin. */
export function InspectorStart() {
  const t = useTranslations('mapper')
  const { store } = useMapper()
  const problems = useMapperState((state) => state.problems)
  const more = problems.length - shownProblems
  return (
    <div className="flex flex-col gap-3 p-4">
      {problems.length > 0 && <h3 className="text-14 font-semibold">{t('inspector.toDo', { count: problems.length })}</h3>}
      <div className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,24rem),1fr))] gap-3"><ProblemNotes problems={problems.slice(0, shownProblems)} /></div>
      {more > 0 && (
        <div><Button size="small" variant="quiet" onPress={() => store.set({ filter: 'problems' })}>{t('inspector.toDoMore', { count: more })}</Button></div>
      )}
      <p className="flex gap-2 text-13 text-ink-quiet">
        <MousePointerClick aria-hidden className="mt-0.5 size-4 shrink-0" />
        <span className="measure">{t('inspector.emptyBody')}</span>
      </p>
    </div>
  )
}
