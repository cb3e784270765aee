'use client'

import { useTranslations } from 'next-intl'
import { CreatePanel } from '@/components/create/create-panel'
import { Section } from '@/components/ui/section'
import type { FlowActions } from './flow-actions'
import { useRefreshFlow } from './use-flow'

/** The making of a flow, or its removal, on the flow's own page: the same graph as in the wizard, with the same ways out. */
export function CreationView({ flowId, actions }: { flowId: string; actions: Pick<FlowActions, 'resumeFlow' | 'undoFlow' | 'changeAgain'> }) {
  const t = useTranslations('flows.creation')
  const refresh = useRefreshFlow(flowId)
  const followed = <Raw, Answer>(act: (raw: Raw) => Promise<Answer>) => async (raw: Raw) => {
    const answer = await act(raw)
    await refresh()
    return answer
  }
  return (
    <Section title={t('title')} className="mt-0">
      <CreatePanel
        flowId={flowId}
        actions={{ resume: followed(actions.resumeFlow), undo: followed(actions.undoFlow), changeAgain: followed(actions.changeAgain) }}
        whenCreated={() => null}
        whenUndone={() => null}
      />
    </Section>
  )
}
