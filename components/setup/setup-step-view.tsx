'use client'

import type { SetupStep } from '@/lib/paths'
import { DataStep } from './data/data-step'
import { useDraft, useSetup } from './draft/setup-provider'
import { MappingStep } from './mapping/mapping-step'
import { ChangeReviewStep } from './review/change-review-step'
import { CreateStep } from './review/create-step'
import { ReviewStep } from './review/review-step'
import { ScheduleStep } from './schedule/schedule-step'
import { SourceStep } from './source/source-step'
import { TargetStep } from './target/target-step'

/** One step by its name. Starts anew when answers came from elsewhere, so that every form shows what is true now. */
export function SetupStepView({ step, flowId }: { step: SetupStep; flowId?: string }) {
  const { generation } = useDraft()
  const { changes } = useSetup()
  switch (step) {
    case 'source':
      return <SourceStep key={generation} />
    case 'data':
      return <DataStep key={generation} />
    case 'target':
      return <TargetStep key={generation} />
    case 'mapping':
      return <MappingStep key={generation} />
    case 'schedule':
      return <ScheduleStep key={generation} />
    case 'review':
      return changes ? <ChangeReviewStep key={generation} flow={changes} /> : <ReviewStep key={generation} />
    case 'create':
      return <CreateStep flowId={flowId ?? ''} />
  }
}
