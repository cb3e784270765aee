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
import { keptKinds } from '@/lib/provisioning/kept-kinds'
import { staysForGood } from '@/lib/provisioning/stays-for-good'
import type { FlowActions } from './flow-actions'
import { useRefreshFlow } from './use-flow'

const scopes = ['keep-data', 'everything', 'dataflow'] as const
type Scope = (typeof scopes)[number]

export type DeleteFlowDialogProps = { flow: FlowOverview; actions: FlowActions; isOpen: boolean; onClose: () => void }

/** Deletes a flow: with all that was made for it, with all but its data, or the dataflow alone. Says exactly what goes and what stays. */
export function DeleteFlowDialog({ flow, actions, isOpen, onClose }: DeleteFlowDialogProps) {
  const t = useTranslations('flows.delete')
  const c = useTranslations('create')
  const router = useRouter()
  const refresh = useRefreshFlow(flow.id)
  const hasRows = (flow.runCounts.success ?? 0) + (flow.runCounts.partialSuccess ?? 0) > 0
  const [chosen, setScope] = useState<Scope>()
  // Rows that have come in are the one thing that cannot be made again.
  const scope = chosen ?? (hasRows ? 'keep-data' : 'everything')
  const { data } = useRead<ResourceListView>(['resources', flow.id], isOpen ? `/api/flows/${flow.id}/resources` : null)
  const made = (data?.rows ?? []).filter(({ origin, kind, state }) => origin === 'created' && kind !== 'flow' && state !== 'deleted')
  const hasJoined = made.some(({ kind, state }) => kind === 'profile-schema' && state === 'created')
  const own = made.filter(({ isShared }) => !isShared)
  const forGood = own.filter(({ kind }) => staysForGood(kind, hasJoined))
  const keeps: readonly string[] = scope === 'dataflow' ? own.map(({ kind }) => kind) : keptKinds(scope)
  const goes = own.filter((row) => !keeps.includes(row.kind) && !forGood.includes(row))
  const stays = own.filter((row) => keeps.includes(row.kind) && !(scope === 'everything' && forGood.includes(row)))
  const shared = made.filter(({ isShared }) => isShared)
  const reused = (data?.rows ?? []).filter(({ origin, kind }) => origin === 'reused' && kind !== 'flow-spec')
  const runs = Object.values(flow.runCounts).reduce((sum, count) => sum + count, 0)
  const named = ({ kind, name }: (typeof own)[number]) => t(kind === 'dataset' ? 'dataset' : 'thing', { kind: c(`kinds.${kind}`), name })

  return (
    <ConfirmDialog
      title={t('title', { name: flow.name })}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      confirmLabel={t(`confirm.${scope}`)}
      confirmName={flow.name}
      goes={[t('goes.dataflow'), ...goes.map(named)]}
      stays={[
        ...(scope === 'dataflow' && stays.length > 0 ? [t('stays.made', { count: stays.length })] : stays.map(named)),
        ...(scope !== 'dataflow' && shared.length > 0 ? [t('stays.shared', { count: shared.length })] : []),
        ...(scope === 'everything' ? forGood.filter(({ kind }) => kind !== 'profile-schema').map(({ kind, name }) => t('stays.forGood', { kind: c(`kinds.${kind}`), name })) : []),
        ...(reused.length > 0 ? [t('stays.reused', { count: reused.length })] : []),
        ...(goes.some(({ kind }) => kind === 'dataset') ? [t('stays.profile')] : stays.some(({ kind }) => kind === 'dataset') ? [] : [t('stays.data')]),
        t('stays.history', { runs }),
      ]}
      onConfirm={async () => {
        const answer = await (scope === 'dataflow' ? actions.deleteFlow({ flowId: flow.id }) : actions.undoFlow({ flowId: flow.id, scope }))
        if (!answer.ok) return answer.error
        await refresh()
        if (scope === 'dataflow') router.push(paths.flows())
        else router.refresh()
      }}
    >
      <RadioCards
        label={t('scope.label')}
        value={scope}
        onChange={(value) => setScope(scopes.find((one) => one === value))}
        options={scopes.map((one) => ({ value: one, label: t(`scope.${one}`), description: t(`scopeHint.${one}`, { count: own.length + 1 }) }))}
      />
    </ConfirmDialog>
  )
}
