'use client'

import { CircleCheck } from 'lucide-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useRead } from '@/components/query/use-read'
import { ErrorPanel } from '@/components/ui/error-panel'
import { Section } from '@/components/ui/section'
import { attentionStates, flowStates, type FleetView, type FlowState } from '@/lib/monitoring/flow-views'
import { paths } from '@/lib/paths'
import { FigureBoard } from './figure-board'
import { FlowStateBadge } from './flow-state'
import { FlowTable } from './flow-table'
import { StaleNote } from './stale-note'

/** All flows at a glance: what needs somebody, what came in since yesterday, how many are in which state. */
export function Fleet({ first }: { first: FleetView }) {
  const t = useTranslations('flows')
  const { data = first, error } = useRead<FleetView>(['fleet'], '/api/fleet', { pollMs: 10_000, initialData: first })
  const count = (states: readonly FlowState[]) => states.reduce((sum, state) => sum + (data.counts[state] ?? 0), 0)
  const attention = count(attentionStates)
  return (
    <div className="flex flex-col gap-8">
      {error && <ErrorPanel error={error.explained} />}
      <StaleNote stale={data.stale} />
      <ul aria-label={t('fleet.states')} className="flex flex-wrap gap-x-6 gap-y-2">
        {flowStates
          .filter((state) => (data.counts[state] ?? 0) > 0 && state !== 'deleted')
          .map((state) => (
            <li key={state}>
              <Link href={`${paths.flows()}?state=${state}`} className="inline-flex min-h-8 items-center gap-2 rounded-md px-1 hover:bg-surface-2">
                <data value={data.counts[state]} className="text-20 font-semibold">
                  {data.counts[state]}
                </data>
                <FlowStateBadge state={state} />
              </Link>
            </li>
          ))}
      </ul>
      <Section title={t('figures.title')} lead={t('figures.lead')} className="mt-0">
        <FigureBoard lastDay={data.lastDay} dayBefore={data.dayBefore} />
      </Section>
      <Section
        title={t('fleet.attention.title')}
        {...(attention > 0 ? { lead: t('fleet.attention.lead') } : {})}
        className="mt-0"
        actions={
          <Link href={attention > data.attention.length ? `${paths.flows()}?state=attention` : paths.flows()} className="prose-link inline-flex min-h-6 items-center text-13">
            {attention > data.attention.length ? t('fleet.attention.all', { count: attention }) : t('fleet.allFlows')}
          </Link>
        }
      >
        {attention === 0 ? (
          <p className="flex items-start gap-2 text-14">
            <CircleCheck aria-hidden className="mt-0.5 text-good" />
            <span>
              {t('fleet.attention.none')}
              <span className="block text-13 text-ink-quiet">{t('fleet.attention.noneBody', { count: count(flowStates.filter((state) => state !== 'deleted')) })}</span>
            </span>
          </p>
        ) : (
          <FlowTable label={t('fleet.attention.title')} rows={data.attention} />
        )}
      </Section>
    </div>
  )
}
