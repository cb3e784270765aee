'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { ReadError } from '@/components/query/read-error'
import { StreamGraph } from '@/components/create/stream-graph'
import { ProblemList } from '@/components/documents/problem-list'
import { Callout } from '@/components/ui/callout'
import { Section } from '@/components/ui/section'
import { completeDraft } from '@/lib/flows/complete-draft'
import { useDraft, useSetup, type ChangedFlow } from '../draft/setup-provider'
import { AdobeRead } from '../frame/adobe-read'
import { StepFrame } from '../frame/step-frame'
import type { ChangeOutlook } from '../setup-actions'
import { ChangeButtons } from './change-buttons'
import { ChangeTable } from './change-table'
import { ReviewFields, useReviewForm } from './review-fields'

/** What differs from the flow that lives, what that makes in Adobe, and what stands in the way, before anything is changed. */
export function ChangeReviewStep({ flow }: { flow: ChangedFlow }) {
  const t = useTranslations('setup.change')
  const p = useTranslations('setup.problems')
  const { draftId, actions } = useSetup()
  const { answers, revision } = useDraft()
  const form = useReviewForm(flow.name)
  const complete = completeDraft(answers)
  const outlook = useQuery<ChangeOutlook, ReadError>({
    queryKey: ['change', draftId, revision],
    enabled: complete.ok,
    placeholderData: keepPreviousData,
    retry: false,
    queryFn: async () => {
      const answer = await actions.planChange({ draftId })
      if (answer.ok) return answer.data
      throw new ReadError(answer.error, 0)
    },
  })
  const isPossible = outlook.data !== undefined && outlook.data.changes.length > 0 && outlook.data.problems.length === 0
  return (
    <StepFrame
      step="review"
      title={t('title')}
      lead={t('lead')}
      isWide
      finish={<ChangeButtons flowId={flow.flowId} isPossible={isPossible} beforeChange={() => form.trigger()} />}
    >
      <ReviewFields form={form} />
      {!complete.ok && (
        <Callout tone="warn" role="status" className="mt-6" title={t('lacking')}>
          <ul className="list-disc pl-4">
            {complete.error.map(({ step, field, code, values }) => (
              <li key={`${step} ${field} ${code}`}>{p(code, values ?? {})}</li>
            ))}
          </ul>
        </Callout>
      )}
      {complete.ok && (
        <div className="mt-6">
          <AdobeRead read={outlook} label={t('comparing')} rows={5}>
            {(found) => <Outlook outlook={found} />}
          </AdobeRead>
        </div>
      )}
    </StepFrame>
  )
}

function Outlook({ outlook: { changes, steps, problems, warnings } }: { outlook: ChangeOutlook }) {
  const t = useTranslations('setup.change')
  const g = useTranslations('create.graph')
  const count = (mode: string) => steps.filter((step) => step.mode === mode).length
  if (changes.length === 0) return <Callout tone="info" role="status" title={t('nothing')}>{t('nothingBody')}</Callout>
  return (
    <div className="flex flex-col gap-6">
      {problems.length > 0 && <Callout tone="bad" role="alert" title={t('problems')}><ProblemList problems={problems} /></Callout>}
      {warnings.length > 0 && <Callout tone="warn" title={t('warnings')}><ProblemList problems={warnings} /></Callout>}
      <Section title={t('changes')} className="mt-0">
        <ChangeTable changes={changes} />
      </Section>
      <Section title={t('parts')} lead={t('partsLead', { created: count('create'), changed: count('change'), kept: count('reuse') })} className="mt-0">
        <StreamGraph
          label={g('label')}
          steps={steps.map((step) => ({ ...step, state: 'planned', adobeId: step.reusedId }))}
        />
      </Section>
    </div>
  )
}
