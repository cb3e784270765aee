'use client'

import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useRead } from '@/components/query/use-read'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { RadioCards } from '@/components/ui/radio-cards'
import type { FlowOverview } from '@/lib/monitoring/flow-views'
import type { ResourceListView } from '@/lib/monitoring/resource-views'
import { paths } from '@/lib/paths'
import type { FlowActions } from './flow-actions'
import { useRefreshFlow } from './use-flow'

type Scope = 'dataflow' | 'everything'

export type DeleteFlowDialogProps = { flow: FlowOverview; actions: FlowActions; isOpen: boolean; onClose: () => void }

/** Deletes a flow: the dataflow alone, or with everything that was made for it. Says exactly what goes and what stays. */
export function DeleteFlowDialog({ flow, actions, isOpen, onClose }: DeleteFlowDialogProps) {
  const t = useTranslations('flows.delete')
  const c = useTranslations('create')
  const router = useRouter()
  const refresh = useRefreshFlow(flow.id)
  const [scope, setScope] = useState<Scope>('dataflow')
  const { data } = useRead<ResourceListView>(['resources', flow.id], isOpen ? `/api/flows/${flow.id}/resources` : null)
  const made = (data?.rows ?? []).filter(({ origin, kind }) => origin === 'created' && kind !== 'flow')
  const goes = made.filter(({ isShared }) => !isShared)
  const shared = made.filter(({ isShared }) => isShared)
  const reused = (data?.rows ?? []).filter(({ origin, kind }) => origin === 'reused' && kind !== 'flow-spec')
  const runs = Object.values(flow.runCounts).reduce((sum, count) => sum + count, 0)
  const all = scope === 'everything'

  return (
    <ConfirmDialog
      title={t('title', { name: flow.name })}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      confirmLabel={t(all ? 'confirmAll' : 'confirm')}
      confirmName={flow.name}
      goes={[t('goes.dataflow'), ...(all ? goes.map(({ kind, name }) => t(kind === 'dataset' ? 'dataset' : 'thing', { kind: c(`kinds.${kind}`), name })) : [])]}
      stays={[
        ...(all ? [] : made.length > 0 ? [t('stays.made', { count: made.length })] : []),
        ...(all && shared.length > 0 ? [t('stays.shared', { count: shared.length })] : []),
        ...(reused.length > 0 ? [t('stays.reused', { count: reused.length })] : []),
        t(all && goes.some(({ kind }) => kind === 'dataset') ? 'stays.profile' : 'stays.data'),
        t('stays.history', { runs }),
      ]}
      onConfirm={async () => {
        const answer = await (all ? actions.undoFlow : actions.deleteFlow)({ flowId: flow.id })
        if (!answer.ok) return answer.error
        await refresh()
        if (all) router.refresh()
        else router.push(paths.flows())
      }}
    >
      <RadioCards
        label={t('scope.label')}
        value={scope}
        onChange={(value) => setScope(value === 'everything' ? 'everything' : 'dataflow')}
        options={[
          { value: 'dataflow', label: t('scope.dataflow'), description: t('scope.dataflowHint') },
          { value: 'everything', label: t('scope.everything'), description: t('scope.everythingHint', { count: goes.length + 1 }) },
        ]}
      />
    </ConfirmDialog>
  )
}
