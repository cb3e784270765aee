'use client'

import { Wrench } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import type { MappingProblem } from '@/lib/mapping/mapping-problem'
import { findFix, linkFix, missingField, type ProblemFix } from '@/lib/mapping/problem-fix'
import { fixSentence } from './field-words'
import { problemSentence } from '@/lib/mapping/problem-sentence'
import { useMapper, useMapperState } from './mapper-context'
import { useSuggestions } from './suggest/use-suggestions'

/** Problems in full sentences, each with the press that mends it where there is one. */
export function ProblemNotes({ problems }: { problems: readonly MappingProblem[] }) {
  return problems.map((problem) => <ProblemNote key={`${problem.rowId}${problem.code}${JSON.stringify(problem.values)}`} problem={problem} />)
}

function ProblemNote({ problem }: { problem: MappingProblem }) {
  const t = useTranslations('mapper')
  return (
    <Callout
      tone={problem.severity === 'error' ? 'bad' : 'warn'} className="px-3 py-2 text-13"
      actions={<FixButton problem={problem} />}
    >
      {problemSentence(t, problem)}
    </Callout>
  )
}

/** Mends a problem; nothing where nobody knows how. */
export function FixButton({ problem }: { problem: MappingProblem }) {
  const t = useTranslations('mapper')
  const { actions } = useMapper()
  const fix = useFix(problem)
  if (!fix) return null
  return (
    <Button size="small" icon={<Wrench aria-hidden />} className="h-auto min-h-7 max-w-full py-1 text-left whitespace-normal" onPress={() => actions.applyFix(fix)}>
      <span className="min-w-0 wrap-anywhere">{fixSentence(t, fix)}</span>
    </Button>
  )
}

function useFix(problem: MappingProblem): ProblemFix | undefined {
  const { store } = useMapper()
  // Another document may have another fix for the same problem.
  const document = useMapperState((state) => state.document)
  const path = missingField(problem)
  const proposed = useSuggestions('field', path)?.[0]
  return useMemo(
    () => (proposed ? linkFix(proposed, document) : findFix(problem, { ...store.get(), document })), [store, problem, document, proposed],
  )
}
