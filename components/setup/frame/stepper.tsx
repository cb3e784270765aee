'use client'

import { Check, Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import type { MouseEvent } from 'react'
import { cx } from '@/components/ui/cx'
import { findProblems, firstIncompleteStep } from '@/lib/flows/step-problems'
import { paths, type SetupStep } from '@/lib/paths'
import { useDraft, useSetup } from '../draft/setup-provider'
import { useGoToStep } from './use-go-to-step'
import { useSteps } from './use-steps'

type Standing = 'current' | 'done' | 'open' | 'lacking' | 'locked'

/** The steps as addresses. A locked one leads to what has to be answered first, and says so there. */
export function Stepper({ current }: { current: SetupStep }) {
  const t = useTranslations('setup')
  const { draftId } = useSetup()
  const steps = useSteps()
  const { answers } = useDraft()
  const { goTo } = useGoToStep()
  const lacking = new Set(findProblems(answers).map(({ step }) => step))
  const reach = steps.indexOf(steps.find((step) => step === firstIncompleteStep(answers)) ?? steps[steps.length - 1] ?? current)

  const standingOf = (step: SetupStep, index: number): Standing => {
    if (step === current) return 'current'
    if (index > reach) return 'locked'
    if (lacking.has(step)) return index < steps.indexOf(current) ? 'lacking' : 'open'
    return step === 'create' ? 'open' : 'done'
  }

  function follow(event: MouseEvent, step: SetupStep) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    void goTo(step)
  }

  return (
    <nav aria-label={t('steps.label')}>
      <p className="text-13 text-ink-quiet sm:hidden">
        {t('steps.position', { at: steps.indexOf(current) + 1, of: steps.length })}
      </p>
      <ol className="mt-1 flex items-center sm:mt-0">
        {steps.map((step, index) => (
          <li key={step} className={cx('flex min-w-0 items-center', index > 0 && 'flex-1')}>
            {index > 0 && <span aria-hidden className={cx('mx-1.5 h-px min-w-2 flex-1 sm:mx-2', index <= reach ? 'bg-accent' : 'bg-line-strong')} />}
            <Link
              href={paths.setup(draftId, step)}
              prefetch={false}
              onClick={(event) => follow(event, step)}
              aria-current={step === current ? 'step' : undefined}
              className="group flex min-h-8 items-center gap-1.5 rounded-md text-13 whitespace-nowrap pointer-coarse:min-h-10"
            >
              <StepMark standing={standingOf(step, index)} number={index + 1} />
              <span
                className={cx(
                  'max-sm:sr-only xl:inline',
                  step === current ? 'font-semibold text-ink' : 'text-ink-quiet group-hover:text-ink max-xl:sr-only',
                )}
              >
                {t(`steps.${step}`)}
              </span>
              <span className="sr-only">{t(`steps.standing.${standingOf(step, index)}`)}</span>
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}

const marks: Record<Standing, string> = {
  current: 'border-accent bg-accent text-on-accent forced-colors:bg-[Highlight]',
  done: 'border-accent bg-surface-1 text-accent',
  open: 'border-line-strong bg-surface-1 text-ink',
  lacking: 'border-warn bg-warn-soft text-warn',
  locked: 'border-line bg-surface-2 text-ink-quiet',
}

function StepMark({ standing, number }: { standing: Standing; number: number }) {
  return (
    <span
      aria-hidden
      className={cx('flex size-6 items-center justify-center rounded-full border text-12 font-medium tabular-nums', marks[standing])}
    >
      {standing === 'done' ? <Check className="size-3.5" /> : standing === 'locked' ? <Lock className="size-3" /> : standing === 'lacking' ? '!' : number}
    </span>
  )
}
