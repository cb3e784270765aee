'use client'

import { useNow, useTranslations } from 'next-intl'
import { ReviewPanel } from '@/components/create/review-panel'
import { Callout } from '@/components/ui/callout'
import { completeDraft } from '@/lib/flows/complete-draft'
import { proposeNames } from '@/lib/flows/propose-names'
import { startMs } from '@/lib/schedule/schedule-params'
import { sourceNameOf } from '@/lib/flows/source-facts'
import { useDraft, useSetup } from '../draft/setup-provider'
import { fieldId, StepFrame } from '../frame/step-frame'
import { CreateButton } from './create-button'
import { DraftSwitch } from './draft-switch'
import { ReviewFields, useReviewForm } from './review-fields'

/** The flow's name, and everything that will be made, before anything is. */
export function ReviewStep() {
  const t = useTranslations('setup.review')
  const p = useTranslations('setup.problems')
  const { stamp, workspaces } = useSetup()
  const { answers } = useDraft()
  const now = useNow({ updateInterval: 30_000 })
  const proposed = proposeNames(sourceNameOf(answers.source), answers.data?.table ?? '', stamp).flow
  const form = useReviewForm(proposed)
  const complete = completeDraft(answers)
  const workspace = workspaces.find(({ id }) => id === answers.source?.workspaceId)
  const start = answers.schedule?.schedule?.start
  const hasPassed = start !== undefined && start !== 'as-soon-as-created' && startMs({ start }, now.getTime()) < now.getTime()
  return (
    <StepFrame step="review" title={t('title')} lead={t('lead')} isWide finish={<CreateButton isBlocked={hasPassed} beforeCreate={() => form.trigger()} />}>
      <ReviewFields form={form} />
      <DraftSwitch />
      <div className="mt-6 flex flex-col gap-3 empty:hidden">
        {hasPassed && (
          <div id={fieldId('start')} tabIndex={-1}>
            <Callout tone="warn" role="status" title={t('startPassed')} />
          </div>
        )}
        {!complete.ok && (
          <Callout tone="warn" role="status" title={t('lacking')}>
            <ul className="list-disc pl-4">
              {complete.error.map(({ step, field, code, values }) => (
                <li key={`${step} ${field} ${code}`}>{p(code, values ?? {})}</li>
              ))}
            </ul>
          </Callout>
        )}
      </div>
      {complete.ok && workspace && (
        <div className="mt-6">
          <ReviewPanel definition={complete.data.definition} bindings={complete.data.bindings} workspace={workspace} />
        </div>
      )}
    </StepFrame>
  )
}
