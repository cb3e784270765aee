'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { ErrorPanel } from '@/components/ui/error-panel'
import { Skeleton } from '@/components/ui/skeleton'
import type { ProvisioningView } from '@/lib/provisioning/provisioning-view'
import type { CreationActions } from './creation-actions'
import { FailurePanel } from './failure-panel'
import type { GraphStep } from './graph-step'
import { ProgressHead } from './progress-head'
import { StreamGraph } from './stream-graph'
import { useProgressVoice } from './use-progress-voice'
import { phaseOf, useProvisioning } from './use-provisioning'

type CreatePanelProps = {
  flowId: string
  actions: CreationActions
  /** Stands above the graph once all is made. */
  whenCreated: (view: ProvisioningView) => ReactNode
  /** Stands above the graph once all is removed again. */
  whenUndone: (view: ProvisioningView) => ReactNode
}

/** What an undoing finds waiting will never be made. */
const stepsOf = ({ kind, steps }: ProvisioningView): readonly GraphStep[] =>
  kind !== 'undo' ? steps : steps.map((step) => (step.state === 'waiting' ? { ...step, state: 'never-made' } : step))

/** The graph of the review, coming alive: ids land on their nodes, a failure stands on its own. */
export function CreatePanel({ flowId, actions, whenCreated, whenUndone }: CreatePanelProps) {
  const t = useTranslations('create')
  const { data: view, error, isFetching, fetchStatus, dataUpdatedAt, refetch } = useProvisioning(flowId)
  useProgressVoice(view)
  if (!view) {
    if (!error || isFetching) return <Skeleton rows={5} label={t('reading')} />
    return <ErrorPanel error={error.explained} actions={<Button onPress={() => void refetch()}>{t('askAgain')}</Button>} />
  }
  const phase = phaseOf(view)
  const isFailed = phase === 'failed' || phase === 'change-failed' || phase === 'undo-failed'
  const failed = view.steps.filter((step) => step.state === 'failed' && step.error)
  const panelOf = (found: NonNullable<ProvisioningView['error']>) => (
    <FailurePanel view={view} error={found} actions={actions} onChanged={() => refetch()} />
  )
  return (
    <div className="flex flex-col gap-6">
      <ProgressHead view={view} asOfMs={dataUpdatedAt} isCutOff={error !== null || fetchStatus === 'paused'} />
      {(phase === 'created' || phase === 'changed') && whenCreated(view)}
      {phase === 'undone' && whenUndone(view)}
      {isFailed && failed.length === 0 && view.error && <div className="max-w-3xl">{panelOf(view.error)}</div>}
      <StreamGraph
        label={t('graph.label')}
        steps={stepsOf(view)}
        below={(step) => {
          const found = view.steps.find(({ key }) => key === step.key)?.error
          if (!isFailed || step.state !== 'failed' || !found) return null
          // Several may have failed at once; one set of buttons is enough, on the first.
          return step.key === failed[0]?.key ? panelOf(found) : <ErrorPanel error={found} />
        }}
      />
    </div>
  )
}
