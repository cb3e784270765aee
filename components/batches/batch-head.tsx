'use client'

import { Play, Plus, RefreshCw, Undo2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { FigureText } from '@/components/ui/figure-text'
import { ProgressLine } from '@/components/ui/progress-line'
import { isMoving, type BatchItemState, type BatchView } from '@/lib/batches/batch-view'
import type { BatchActions } from './batch-actions'
import { PressButton } from './press-button'

type BatchHeadProps = { view: BatchView; actions: BatchActions; onChanged: () => Promise<unknown> }

/** How far the whole batch is, how fast it goes against what it may, and what can be done to all of it at once. */
export function BatchHead({ view, actions, onChanged }: BatchHeadProps) {
  const t = useTranslations('batches.page')
  const { id: batchId, items, pace } = view
  const count = (...states: BatchItemState[]) => items.filter(({ state }) => states.includes(state)).length
  const [ready, lacking, failed, unread] = [count('ready'), count('lacking', 'unread', 'preparing'), count('failed'), count('unread')]
  const undoable = count('queued', 'creating', 'failed', 'live', 'remove-failed')
  const creating = count('queued', 'creating')
  return (
    <div className="flex flex-col gap-4">
      <div className="flex max-w-3xl flex-wrap items-start gap-x-6 gap-y-1">
        <Overall view={view} />
        {(creating > 0 || count('removing') > 0) && (
          <p className="text-13 text-ink-quiet tabular-nums">
            {t.rich('pace', {
              figure: () => <FigureText value={pace.callsPerSecond} />,
              budget: () => <FigureText value={pace.budget} />,
            })}
          </p>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        {ready > 0 && (
          <PressButton variant="primary" icon={<Plus aria-hidden />} label={t('create', { count: ready })} onPress={() => actions.create({ batchId })} onDone={onChanged} />
        )}
        {failed > 0 && (
          <PressButton icon={<Play aria-hidden />} label={t('resumeAll', { count: failed })} onPress={() => actions.resumeAll({ batchId })} onDone={onChanged} />
        )}
        {unread > 0 && (
          <PressButton icon={<RefreshCw aria-hidden />} label={t('readAgain', { count: unread })} onPress={() => actions.readAgain({ batchId })} onDone={onChanged} />
        )}
        {undoable > 0 && (
          <ConfirmDialog
            title={t('undoTitle')}
            trigger={<Button icon={<Undo2 aria-hidden />}>{t('undoAll')}</Button>}
            confirmLabel={t('undoConfirm', { count: undoable })}
            goes={[t('undoGoes', { count: undoable }), t('undoGoesShared'), t('undoGoesData')]}
            stays={[t('undoStays'), t('undoStaysDrafts')]}
            onConfirm={async () => {
              try {
                const answer = await actions.undoAll({ batchId })
                if (!answer.ok) return answer.error
                await onChanged()
              } catch {
                return { code: 'network', retryable: true }
              }
            }}
          />
        )}
        {ready > 0 && lacking > 0 && <span className="text-13 text-ink-quiet">{t('partial', { count: lacking })}</span>}
      </div>
    </div>
  )
}

/** One line for what the batch is at: being read, ready, being created, being removed, or done. */
function Overall({ view }: { view: BatchView }) {
  const t = useTranslations('batches.page')
  const { items, workspace, counts } = view
  const sum = (all: typeof items, key: 'done' | 'total') => all.reduce((total, item) => total + item[key], 0)
  const flows = items.filter(({ flowId, state }) => flowId !== undefined && state !== 'removed')
  const preparing = counts.preparing ?? 0
  if (preparing > 0) return <ProgressLine className="min-w-60 flex-1" label={t('preparing')} done={items.length - preparing} total={items.length} />
  if ((counts.removing ?? 0) > 0) {
    const removing = items.filter(({ state }) => state === 'removing' || state === 'remove-failed')
    return <ProgressLine className="min-w-60 flex-1" label={t('removing', { workspace: workspace.name })} done={sum(removing, 'done')} total={sum(removing, 'total')} />
  }
  if (flows.length === 0) return <ProgressLine className="min-w-60 flex-1" label={t('ready')} done={counts.ready ?? 0} total={items.length} />
  return (
    <ProgressLine
      className="min-w-60 flex-1" tone={isMoving(view) ? 'accent' : 'good'} done={counts.live ?? 0} failed={counts.failed ?? 0} total={flows.length}
      label={t(isMoving(view) ? 'creating' : 'settled', { workspace: workspace.name })}
    />
  )
}
