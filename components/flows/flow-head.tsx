'use client'

import { useTranslations } from 'next-intl'
import { PageHeader } from '@/components/ui/page-header'
import { TabLinks } from '@/components/ui/tab-links'
import { TimeText } from '@/components/ui/time-text'
import type { FlowOverview } from '@/lib/monitoring/flow-views'
import { paths } from '@/lib/paths'
import type { FlowActions } from './flow-actions'
import { ClockNote } from './clock-note'
import { FlowButtons } from './flow-buttons'
import { FlowStateBadge } from './flow-state'
import { StaleNote } from './stale-note'
import { useFlow } from './use-flow'

export type FlowHeadProps = { first: FlowOverview; actions: FlowActions; dateColumns: readonly string[] }

/** Over every page of a flow: is it well, since when, what can be done, and how fresh all of this is. */
export function FlowHead({ first, actions, dateColumns }: FlowHeadProps) {
  const t = useTranslations('flows')
  const { flow } = useFlow(first)
  const { freshness } = flow
  const tabs = [
    { href: paths.flow(flow.id), label: t('tabs.status') },
    { href: paths.flowRuns(flow.id), label: t('tabs.runs') },
    { href: paths.flowResources(flow.id), label: t('tabs.resources') },
    { href: paths.flowCalls(flow.id), label: t('tabs.calls') },
    { href: paths.flowDefinition(flow.id), label: t('tabs.definition') },
  ]
  return (
    <>
      <PageHeader
        title={flow.name}
        breadcrumbs={[{ label: t('title'), href: paths.flows() }]}
        lead={
          <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <FlowStateBadge state={flow.state} isFilled />
            {flow.since && (
              <span className="text-13">
                {t.rich('since', { time: () => <TimeText value={flow.since ?? ''} aheadMs={flow.lifecycle === 'live' ? freshness?.clockAheadMs : undefined} /> })}
              </span>
            )}
          </span>
        }
        actions={<FlowButtons flow={flow} actions={actions} dateColumns={dateColumns} />}
      />
      {freshness && (freshness.isOld || freshness.error) && <StaleNote stale={[freshness]} className="mb-3" />}
      {freshness?.clockAheadMs !== undefined && <ClockNote aheadMs={freshness.clockAheadMs} isPractice={flow.workspace.isPractice} />}
      <TabLinks label={t('tabs.label')} tabs={tabs} />
    </>
  )
}
