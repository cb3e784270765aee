'use client'

import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { RunTable } from '@/components/runs/run-table'
import { RunsStrip } from '@/components/runs/runs-strip'
import { EmptyState } from '@/components/ui/empty-state'
import { Section } from '@/components/ui/section'
import { useRead } from '@/components/query/use-read'
import type { FlowOverview, RunListView } from '@/lib/monitoring/flow-views'
import { paths } from '@/lib/paths'
import { ChangeNote } from './change-note'
import { CreationView } from './creation-view'
import { FigureBoard } from './figure-board'
import type { FlowActions } from './flow-actions'
import { FlowFacts } from './flow-facts'
import { LossList } from './loss-list'
import { StageStrip } from './stage-strip'
import { StateNote } from './state-note'
import { useFlow } from './use-flow'

const rowsShown = 10

export type FlowStatusProps = { first: FlowOverview; firstRuns: RunListView; actions: FlowActions }

/** A flow's own page: is it well, what came in, what was lost and why, and its runs, in that order. */
export function FlowStatus({ first, firstRuns, actions }: FlowStatusProps) {
  const t = useTranslations('flows')
  const { flow } = useFlow(first)
  const { data: runs = firstRuns } = useRead<RunListView>(['runs', flow.id, ''], `/api/flows/${flow.id}/runs?`, {
    pollMs: 5_000,
    initialData: firstRuns,
  })
  const hasRuns = runs.rows.length > 0
  const isInTheMaking = flow.lifecycle !== 'live' && flow.lifecycle !== 'deleted'
  return (
    <div className="mt-5 flex flex-col gap-6">
      <StateNote flow={flow} />
      {flow.change && <ChangeNote flow={flow} />}
      {isInTheMaking && <CreationView flowId={flow.id} actions={actions} />}
      {!isInTheMaking && <StageStrip stages={flow.stages} />}
      {(hasRuns || !isInTheMaking) && (
        <Section title={t('figures.title')} lead={t('figures.lead')} className="mt-0">
          <FigureBoard lastDay={flow.lastDay} dayBefore={flow.dayBefore} />
        </Section>
      )}
      {flow.losses.length > 0 && (
        <Section title={t('losses.title')} lead={t('losses.lead')} className="mt-0">
          <LossList flowId={flow.id} losses={flow.losses} />
        </Section>
      )}
      <Section
        title={t('runs.title')}
        className="mt-0"
        actions={
          hasRuns && (
            <Link href={paths.flowRuns(flow.id)} className="prose-link inline-flex min-h-6 items-center text-13">
              {t('runs.all')}
            </Link>
          )
        }
      >
        {hasRuns ? (
          <div className="flex flex-col gap-4">
            <RunsStrip flowId={flow.id} items={flow.strip} />
            <RunTable flowId={flow.id} rows={runs.rows.slice(0, rowsShown)} />
          </div>
        ) : (
          <EmptyState title={t('runs.none')} body={t(flow.lifecycle === 'live' ? 'runs.noneYet' : 'runs.noneWithoutFlow')} />
        )}
      </Section>
      <Section title={t('facts.title')} className="mt-0">
        <FlowFacts flow={flow} />
      </Section>
    </div>
  )
}
