'use client'

import { CirclePause, CirclePlay, Ellipsis, Play, Send, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { ErrorPanel } from '@/components/ui/error-panel'
import { Dialog } from '@/components/ui/dialog'
import { announce } from '@/components/ui/live-region'
import { MenuButton } from '@/components/ui/menu-button'
import type { ActionAnswer } from '@/lib/actions/action-answer'
import type { ExplainedError } from '@/lib/explained-error'
import type { FlowOverview } from '@/lib/monitoring/flow-views'
import { DeleteFlowDialog } from './delete-flow-dialog'
import type { FlowActions } from './flow-actions'
import { RunNowDialog } from './run-now-dialog'
import { useRefreshFlow } from './use-flow'

export type FlowButtonsProps = { flow: FlowOverview; actions: FlowActions; dateColumns: readonly string[] }

/** What can be done to a flow that exists in Adobe. */
export function FlowButtons({ flow, actions, dateColumns }: FlowButtonsProps) {
  const t = useTranslations('flows.actions')
  const refresh = useRefreshFlow(flow.id)
  const [isPending, setPending] = useState(false)
  const [error, setError] = useState<ExplainedError>()
  const [open, setOpen] = useState<'run' | 'delete'>()
  if (flow.lifecycle !== 'live') return null
  const isOn = flow.adobeState !== 'disabled'
  const isGone = flow.state === 'missing'
  const isDraft = flow.adobeState === 'draft'

  async function act(asked: Promise<ActionAnswer<{ flowId: string }>>, said: string) {
    setPending(true)
    const answer = await asked.finally(() => setPending(false))
    if (!answer.ok) return setError(answer.error)
    announce(said)
    await refresh()
  }
  const switchIt = () => act(actions.switchFlow({ flowId: flow.id, to: isOn ? 'disabled' : 'enabled' }), t(isOn ? 'paused' : 'resumed'))

  return (
    <>
      {!isGone && isDraft && (
        <Button
          variant="primary"
          icon={<Send aria-hidden />}
          isPending={isPending}
          onPress={() => void act(actions.publishFlow({ flowId: flow.id }), t('published'))}
        >
          {t('publish')}
        </Button>
      )}
      {!isGone && !isDraft && (
        <>
          <Button icon={isOn ? <CirclePause aria-hidden /> : <CirclePlay aria-hidden />} isPending={isPending} onPress={switchIt}>
            {t(isOn ? 'pause' : 'resume')}
          </Button>
          <Button icon={<Play aria-hidden />} onPress={() => setOpen('run')}>
            {t('run')}
          </Button>
        </>
      )}
      <MenuButton
        label={t('more')}
        isIconOnly
        icon={<Ellipsis aria-hidden />}
        items={[{ id: 'delete', label: t('delete'), icon: <Trash2 aria-hidden />, isDanger: true, onAction: () => setOpen('delete') }]}
      />
      <RunNowDialog flow={flow} actions={actions} dateColumns={dateColumns} isOpen={open === 'run'} onClose={() => setOpen(undefined)} />
      <DeleteFlowDialog flow={flow} actions={actions} isOpen={open === 'delete'} onClose={() => setOpen(undefined)} />
      <Dialog title={t('failed')} isOpen={error !== undefined} onOpenChange={() => setError(undefined)} size="small">
        {error && <ErrorPanel error={error} startsOpen />}
      </Dialog>
    </>
  )
}
