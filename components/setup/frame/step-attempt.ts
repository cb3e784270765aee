'use client'

import { useTranslations } from 'next-intl'
import { createContext, useContext } from 'react'
import { findProblems } from '@/lib/flows/step-problems'
import type { SetupStep } from '@/lib/paths'
import { useDraft } from '../draft/setup-provider'

/** How often Next was refused on this step; messages beside untouched fields appear from the first time on. */
export const StepAttempt = createContext(0)

/** The message for a field that lacks an answer, once Next was pressed; undefined before, and when nothing is lacking. */
export function useProblemOf(step: SetupStep): (field: string) => string | undefined {
  const t = useTranslations('setup.problems')
  const attempt = useContext(StepAttempt)
  const { answers } = useDraft()
  const problems = attempt === 0 ? [] : findProblems(answers).filter((problem) => problem.step === step)
  return (field) => {
    const problem = problems.find((each) => each.field === field)
    return problem && t(problem.code, problem.values ?? {})
  }
}
