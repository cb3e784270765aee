'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { DateTimeField } from '@/components/ui/date-time-field'
import { Dialog } from '@/components/ui/dialog'
import { ErrorPanel } from '@/components/ui/error-panel'
import { announce } from '@/components/ui/live-region'
import { SelectField } from '@/components/ui/select-field'
import { TimeText } from '@/components/ui/time-text'
import type { ExplainedError } from '@/lib/explained-error'
import type { FlowOverview } from '@/lib/monitoring/flow-views'
import type { FlowActions } from './flow-actions'
import { isRepeatable } from '@/components/runs/repeatable'
import { useRefreshFlow } from './use-flow'

export type RunNowDialogProps = { flow: FlowOverview; actions: FlowActions; dateColumns: readonly string[]; isOpen: boolean; onClose: () => void }

/**
 * Adobe starts runs by hand only of flows that are scheduled once; of all others a run can be repeated. The dialog offers
 * what is possible and says why the rest is not.
 */
export function RunNowDialog({ flow, actions, dateColumns, isOpen, onClose }: RunNowDialogProps) {
  const t = useTranslations('flows.run')
  const c = useTranslations('common')
  const refresh = useRefreshFlow(flow.id)
  const [isPending, setPending] = useState(false)
  const [error, setError] = useState<ExplainedError>()
  const [from, setFrom] = useState<string | null>(flow.lastEnded?.startedAt ?? flow.createdAt)
  const [column, setColumn] = useState(dateColumns[0])
  const isOnce = flow.schedule.frequency === 'once'
  const last = flow.lastEnded

  function close() {
    setError(undefined)
    onClose()
  }

  async function start() {
    setPending(true)
    setError(undefined)
    const answer = await doIt().finally(() => setPending(false))
    if (!answer) return
    if (!answer.ok) return setError(answer.error)
    announce(t('started'))
    await refresh()
    close()
  }

  async function doIt() {
    if (!isOnce) return last && actions.repeatRun({ flowId: flow.id, runId: last.id })
    return from === null ? undefined : actions.runNow({ flowId: flow.id, from, ...(column !== undefined && { deltaColumn: column }) })
  }

  const isPossible = isOnce || isRepeatable(last)
  return (
    <Dialog
      title={t(isOnce || !isRepeatable(last) ? 'title' : 'repeatTitle')}
      isOpen={isOpen}
      onOpenChange={close}
      size="small"
      footer={
        <>
          <Button onPress={close}>{c(isPossible ? 'cancel' : 'close')}</Button>
          {isPossible && (
            <Button variant="primary" isPending={isPending} onPress={start}>
              {t(isOnce ? 'confirm' : 'repeatConfirm')}
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {isOnce ? (
          <>
            <p>{t('body')}</p>
            <DateTimeField label={t('from')} description={t('fromHint')} value={from} onChange={setFrom} isRequired />
            {dateColumns.length > 0 && (
              <SelectField
                label={t('column')}
                description={t('columnHint')}
                options={dateColumns.map((name) => ({ value: name, label: name }))}
                value={column ?? null}
                onChange={setColumn}
              />
            )}
          </>
        ) : (
          <>
            <p>
              {t('scheduledOnly')} {flow.nextRunAt && t.rich('next', { time: () => <TimeText value={flow.nextRunAt ?? ''} aheadMs={flow.freshness?.clockAheadMs} /> })}
            </p>
            <p>
              {last?.startedAt && isRepeatable(last)
                ? t.rich('repeatBody', { time: () => <TimeText value={last.startedAt ?? ''} exact /> })
                : t(last ? 'wentWell' : 'nothingToRepeat')}
            </p>
          </>
        )}
        {error && <ErrorPanel error={error} startsOpen />}
      </div>
    </Dialog>
  )
}
