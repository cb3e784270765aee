'use client'

import { ChevronLeft, ChevronRight, RotateCcw } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useRefreshFlow } from '@/components/flows/use-flow'
import { Button, LinkButton } from '@/components/ui/button'
import { CodeBlock } from '@/components/ui/code-block'
import { ErrorPanel } from '@/components/ui/error-panel'
import { Facts } from '@/components/ui/facts'
import { AdobeLink } from '@/components/ui/adobe-link'
import { FigureText } from '@/components/ui/figure-text'
import { IdText } from '@/components/ui/id-text'
import { announce } from '@/components/ui/live-region'
import { Section } from '@/components/ui/section'
import { TimeText } from '@/components/ui/time-text'
import type { ActionAnswer } from '@/lib/actions/action-answer'
import type { ExplainedError } from '@/lib/explained-error'
import { explainingErrors } from '@/lib/monitoring/error-guide'
import type { RunRow } from '@/lib/monitoring/flow-views'
import type { RunDetail } from '@/lib/monitoring/run-activities'
import { paths } from '@/lib/paths'
import { ActivityTable } from './activity-table'
import { durationParts } from './duration'
import { isRepeatable } from './repeatable'
import { RefusedRows } from './refused-rows'
import { RunErrors } from './run-errors'
import { RunState } from './run-state'
import { useRefreshWhile } from './use-refresh-while'

export type RunViewProps = {
  flowId: string
  run: RunRow
  windowStart?: string
  windowEnd?: string
  olderId?: string
  newerId?: string
  detail: RunDetail
  /** Adobe's own document, as JSON. */
  raw: string
  isLive: boolean
  /** Where Adobe shows the run to people. */
  adobeUrl?: string
  repeatRun: (raw: { flowId: string; runId: string }) => Promise<ActionAnswer<{ runId: string }>>
}

/** One run: how it ended, what it moved, what it lost and why, and Adobe's own words about it. */
export function RunView({ flowId, run, windowStart, windowEnd, olderId, newerId, detail, raw, isLive, adobeUrl, repeatRun }: RunViewProps) {
  const t = useTranslations('runs')
  const format = useFormatter()
  useRefreshWhile(run.status === 'inProgress' || run.status === 'scheduled')
  const errors = explainingErrors(run.errors)
  const parts = run.startedAt && run.completedAt ? durationParts(new Date(run.completedAt).getTime() - new Date(run.startedAt).getTime()) : []
  const duration = parts.map(([value, unit]) => format.number(value, { style: 'unit', unit, unitDisplay: 'long' })).join(' ')
  const time = (value: string | undefined) => (value ? <TimeText value={value} exact /> : t('notKnown'))
  // A first run takes everything there is: its window has no beginning.
  const windowOf = () => {
    if (!windowEnd) return t('notKnown')
    if (!windowStart) return t.rich('facts.windowUpTo', { to: () => time(windowEnd) })
    return t.rich('facts.windowValue', { from: () => time(windowStart), to: () => time(windowEnd) })
  }
  return (
    <div className="mt-5 flex flex-col gap-6">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-16 font-semibold">
          <span>{run.startedAt ? t.rich('titleAt', { time: () => <TimeText value={run.startedAt ?? ''} exact /> }) : t('notBegun')}</span>
          <RunState status={run.status} failed={run.failed} hasErrors={run.hasErrors} isFilled />
        </h2>
        <div className="flex flex-wrap gap-2">
          {olderId && <LinkButton size="small" href={paths.flowRun(flowId, olderId)} icon={<ChevronLeft aria-hidden />}>{t('older')}</LinkButton>}
          {newerId && <LinkButton size="small" href={paths.flowRun(flowId, newerId)} icon={<ChevronRight aria-hidden />}>{t('newer')}</LinkButton>}
          {isLive && isRepeatable(run) && <RepeatButton flowId={flowId} runId={run.id} repeatRun={repeatRun} />}
        </div>
      </div>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-4">
        {(['read', 'written', 'failed'] as const).map((key) => (
          <div key={key}>
            <dt className="text-13 text-ink-quiet">{t(`columns.${key}`)}</dt>
            <dd>
              <FigureText value={run[key]} className={`text-20 font-semibold ${key === 'failed' && run.failed ? 'text-bad' : ''}`} />
            </dd>
          </div>
        ))}
        <div>
          <dt className="text-13 text-ink-quiet">{t('columns.duration')}</dt>
          <dd className="text-20 font-semibold">{duration || t('notKnown')}</dd>
        </div>
      </dl>
      {errors.length > 0 && (
        <Section title={t('errors.title')} lead={t('errors.lead')} className="mt-0">
          <RunErrors errors={errors} />
        </Section>
      )}
      {(run.failed ?? 0) > 0 && isLive && <RefusedRows flowId={flowId} runId={run.id} />}
      {detail.activities.length > 0 && (
        <Section title={t('activities.title')} lead={t('activities.lead')} className="mt-0">
          <ActivityTable activities={detail.activities} />
        </Section>
      )}
      <Section title={t('facts.title')} className="mt-0">
        <Facts
          facts={[
            { label: t('facts.window'), value: windowOf() },
            { label: t('columns.start'), value: time(run.startedAt) },
            { label: t('columns.end'), value: time(run.completedAt) },
            { label: t('facts.bytesRead'), value: <FigureText value={run.bytesRead} unit="bytes" /> },
            { label: t('facts.bytesWritten'), value: <FigureText value={run.bytesWritten} unit="bytes" /> },
            { label: t('facts.runId'), value: <IdText value={run.adobeRunId} copyLabel={t('facts.copyRunId')} /> },
            ...(adobeUrl ? [{ label: t('facts.inAdobe'), value: <AdobeLink href={adobeUrl} /> }] : []),
            ...(detail.batchId ? [{ label: t('facts.batchId'), value: <IdText value={detail.batchId} copyLabel={t('facts.copyBatchId')} /> }] : []),
          ]}
        />
      </Section>
      <details className="group">
        <summary className="inline-flex min-h-8 items-center text-13 font-medium text-accent">{t('raw')}</summary>
        <CodeBlock code={raw} label={t('raw')} language="JSON" className="mt-2" />
      </details>
    </div>
  )
}

function RepeatButton({ flowId, runId, repeatRun }: Pick<RunViewProps, 'flowId' | 'repeatRun'> & { runId: string }) {
  const t = useTranslations('runs.repeat')
  const refresh = useRefreshFlow(flowId)
  const [isPending, setPending] = useState(false)
  const [error, setError] = useState<ExplainedError>()

  async function repeat() {
    setPending(true)
    const answer = await repeatRun({ flowId, runId }).finally(() => setPending(false))
    setError(answer.ok ? undefined : answer.error)
    if (!answer.ok) return
    announce(t('done'))
    await refresh()
  }

  return (
    <>
      <Button size="small" icon={<RotateCcw aria-hidden />} isPending={isPending} onPress={repeat}>
        {t('action')}
      </Button>
      {error && <ErrorPanel error={error} startsOpen className="basis-full" />}
    </>
  )
}
