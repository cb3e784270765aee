'use client'

import { ArrowLeft, ArrowRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { useState, type ReactNode } from 'react'
import { FlowNotice } from '@/components/create/flow-notice'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { cx } from '@/components/ui/cx'
import { ErrorSummary, type SummaryProblem } from '@/components/ui/error-summary'
import { findProblems } from '@/lib/flows/step-problems'
import { paths, setupSteps, type SetupStep } from '@/lib/paths'
import { useDraft, useSetup } from '../draft/setup-provider'
import { ChangeNotice } from './change-notice'
import { ConflictBanner } from './conflict-banner'
import { SaveState } from './save-state'
import { StepAttempt } from './step-attempt'
import { Stepper } from './stepper'
import { Summary } from './summary'
import { useGoToStep } from './use-go-to-step'
import { useSteps } from './use-steps'

type StepFrameProps = {
  step: SetupStep
  title: string
  lead: string
  /** Takes the whole width and folds the summary, as the mapping does. */
  isWide?: boolean
  /** What only the step itself can check, asked on Next; fields it names show their messages themselves. */
  validate?: () => Promise<readonly SummaryProblem[]> | readonly SummaryProblem[]
  /** Stands in the place of Next, for the last steps. */
  finish?: ReactNode
  /** False once there is nothing left to go back or on to. */
  hasFooter?: boolean
  children: ReactNode
}

/** What all steps share: where one is, what is decided, whether it is saved, the way back and on. */
export function StepFrame({ step, title, lead, isWide = false, validate, finish, hasFooter = true, children }: StepFrameProps) {
  const t = useTranslations('setup')
  const { draftId, store, changes } = useSetup()
  const steps = useSteps()
  const { answers, flowId } = useDraft()
  const { goTo, isGoing } = useGoToStep()
  const [attempt, setAttempt] = useState(0)
  const [asked, setAsked] = useState<readonly SummaryProblem[]>([])
  const [isChecking, setChecking] = useState(false)
  const index = steps.indexOf(step)
  const previous = steps[index - 1]
  const next = steps[index + 1]

  const lackingIn = (all: typeof answers): SummaryProblem[] =>
    findProblems(all)
      .filter((problem) => problem.step === step)
      .map(({ field, code, values }) => ({ fieldId: fieldId(field), message: t(`problems.${code}`, values ?? {}) }))

  async function goOn() {
    if (!next) return
    setChecking(true)
    const own = await Promise.resolve(validate?.() ?? []).finally(() => setChecking(false))
    setAsked(own)
    if (own.length > 0 || lackingIn(store.getState().answers).length > 0) setAttempt((count) => count + 1)
    else await goTo(next)
  }

  const lacking = lackingIn(answers)
  // One line a field: what the step itself found says more than that something is lacking.
  const problems = attempt === 0 ? [] : [...asked, ...lacking.filter(({ fieldId: id }) => !asked.some((each) => each.fieldId === id))]

  return (
    <StepAttempt value={attempt}>
      <div className={cx('flex min-h-[calc(100dvh-3.5rem)] w-full flex-col px-4 pt-4 sm:px-6 lg:min-h-dvh', !isWide && 'mx-auto max-w-[88rem]')}>
        <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-2 border-b border-line pb-3">
          <div className="min-w-0 flex-1 basis-96">
            <Stepper current={step} />
          </div>
          <SaveState />
        </div>
        <div className={cx('mt-4 flex-1', isWide ? 'flex flex-col gap-3' : 'grid content-start gap-x-8 gap-y-4 xl:grid-cols-[minmax(0,1fr)_17rem]')}>
          {isWide ? <Summary isFolded /> : null}
          <div className={cx('min-w-0', isWide && 'flex flex-1 flex-col', !isWide && 'max-xl:order-2')}>
            <header className={isWide ? 'mb-3' : 'mb-5'}>
              <h1 className="text-20 font-semibold">{title}</h1>
              <p className="measure mt-1 text-14 text-ink-quiet">{lead}</p>
            </header>
            <div className="mb-4 flex flex-col gap-3 empty:hidden">
              {flowId && step !== 'create' && <FlowNotice flowId={flowId} draftId={draftId} />}
              <GroupLink />
              {changes && <ChangeNotice flow={changes} />}
              <ConflictBanner />
              <LockedNotice />
              <ErrorSummary problems={problems} attempt={problems.length > 0 ? attempt : 0} />
            </div>
            {children}
          </div>
          {!isWide && <Summary />}
        </div>
        {hasFooter && (
          <footer data-covers-foot className="sticky bottom-0 z-20 -mx-4 mt-6 flex flex-wrap items-center justify-between gap-3 border-t border-line bg-surface-0 px-4 py-3 sm:-mx-6 sm:px-6">
            {previous ? (
              <Button icon={<ArrowLeft aria-hidden />} onPress={() => void goTo(previous)}>
                {t('frame.back', { step: t(`steps.${previous}`) })}
              </Button>
            ) : (
              <span />
            )}
            {finish ?? (
              <Button variant="primary" isPending={isGoing || isChecking} onPress={() => void goOn()}>
                {t('frame.next', { step: next ? t(`steps.${next}`) : '' })}
                <ArrowRight aria-hidden />
              </Button>
            )}
          </footer>
        )}
      </div>
    </StepAttempt>
  )
}

/** Ids of fields by the name under which a problem speaks of them. */
export const fieldId = (field: string) => `setup-${field}`

/** The way back to the flows that this one was begun with. */
function GroupLink() {
  const t = useTranslations('batches.page')
  const { batchId } = useSetup()
  if (batchId === undefined) return null
  return (
    <Link href={paths.batch(batchId)} className="prose-link inline-flex min-h-6 items-center gap-1 self-start text-13">
      <ArrowLeft aria-hidden />
      {t('back')}
    </Link>
  )
}

/** Why one was led here instead of to the step one asked for. */
function LockedNotice() {
  const t = useTranslations('setup')
  const asked = useSearchParams().get('locked')
  const step = setupSteps.find((each) => each === asked)
  const { answers } = useDraft()
  const problem = findProblems(answers)[0]
  if (!step || !problem || setupSteps.indexOf(problem.step) >= setupSteps.indexOf(step)) return null
  return (
    <Callout tone="info" role="status" title={t('frame.lockedTitle', { step: t(`steps.${step}`) })}>
      {t(`problems.${problem.code}`, problem.values ?? {})}
    </Callout>
  )
}
