'use client'

import { useTranslations } from 'next-intl'
import { CreatePanel } from '@/components/create/create-panel'
import { NextSteps } from '@/components/create/next-steps'
import { UndoneNote } from '@/components/create/undone-note'
import { phaseOf, useProvisioning } from '@/components/create/use-provisioning'
import { completeDraft } from '@/lib/flows/complete-draft'
import { useDraft, useSetup } from '../draft/setup-provider'
import { StepFrame } from '../frame/step-frame'

/** The flow being made: the same graph as in the review, coming alive. */
export function CreateStep({ flowId }: { flowId: string }) {
  const t = useTranslations('create.phases')
  const { draftId, actions } = useSetup()
  const { answers } = useDraft()
  const { data: view } = useProvisioning(flowId)
  const phase = view ? phaseOf(view) : 'creating'
  const complete = completeDraft(answers)
  const isDraft = complete.ok && complete.data.definition.asDraft === true
  const words = phase === 'created' && isDraft ? 'drafted' : phase
  const name = view?.name ?? answers.review?.name ?? ''
  return (
    <StepFrame step="create" title={t(`${words}.title`)} lead={t(`${words}.lead`, { name })} isWide finish={<span />} hasFooter={phase !== 'created' && phase !== 'undone'}>
      <CreatePanel
        flowId={flowId}
        actions={actions}
        whenCreated={(created) =>
          complete.ok && (
            <NextSteps
              view={created}
              isDraft={isDraft}
              schedule={complete.data.definition.schedule}
              draftId={draftId}
              connectionName={complete.data.definition.source.connectionName}
            />
          )
        }
        whenUndone={(undone) => <UndoneNote view={undone} draftId={draftId} />}
      />
    </StepFrame>
  )
}
