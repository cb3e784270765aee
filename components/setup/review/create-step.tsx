'use client'

import { useTranslations } from 'next-intl'
import { CreatePanel } from '@/components/create/create-panel'
import { StepFrame } from '../frame/step-frame'

/** The flow being made: the same graph as in the review, coming alive. */
export function CreateStep({ flowId }: { flowId: string }) {
  const t = useTranslations('setup.create')
  return (
    <StepFrame step="create" title={t('title')} lead={t('lead')} isWide finish={<span />}>
      <CreatePanel flowId={flowId} />
    </StepFrame>
  )
}
