'use client'

import { ListPlus, RefreshCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRead } from '@/components/query/use-read'
import { Button, LinkButton } from '@/components/ui/button'
import { Section } from '@/components/ui/section'
import { chooseTable } from '@/lib/flows/cascades'
import { sourceKindOf, sourceNameOf } from '@/lib/flows/source-facts'
import { paths } from '@/lib/paths'
import { findSource } from '@/lib/sources/catalogue'
import { useDraft, useSetup } from '../draft/setup-provider'
import { AdobeRead } from '../frame/adobe-read'
import { useProblemOf } from '../frame/step-attempt'
import { StepFrame } from '../frame/step-frame'
import { setupReads } from '../setup-reads'
import type { TableView } from '../setup-views'
import { ObjectView } from './object-view'
import { ResourceList } from './resource-list'
import { TableList } from './table-list'

/** Which table or resource, what is in it, and by which column new rows are told from old ones. */
export function DataStep() {
  const t = useTranslations('setup.data')
  const { answers } = useDraft()
  return sourceKindOf(answers.source) === 'rest' ? (
    <StepFrame step="data" title={t('title')} lead={t('restLead')}>
      <Resources />
    </StepFrame>
  ) : (
    <StepFrame step="data" title={t('title')} lead={t('lead')}>
      <Tables />
    </StepFrame>
  )
}

/** Choosing an object takes the names that were proposed along. */
function useChoose() {
  const { store, stamp } = useSetup()
  const { answers } = useDraft()
  return (path: string) => {
    if (path !== answers.data?.table) store.replace(chooseTable(answers, path, { sourceName: sourceNameOf(answers.source), stamp }))
  }
}

function Tables() {
  const t = useTranslations('setup.data')
  const { answers } = useDraft()
  const problemOf = useProblemOf('data')
  const choose = useChoose()
  const { workspaceId = '', baseConnectionId } = answers.source ?? {}
  const tables = useRead<TableView[]>(
    ['setup', 'tables', workspaceId, baseConnectionId],
    baseConnectionId ? setupReads.tables(workspaceId, baseConnectionId) : null,
    { staleTime: 300_000 },
  )
  const table = answers.data?.table
  return (
    <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-[16rem_minmax(0,1fr)]">
      <Section
        title={t('tables')}
        actions={
          <>
            <SeveralLink />
            <Button size="small" variant="quiet" icon={<RefreshCw aria-hidden />} isPending={tables.isFetching} onPress={() => void tables.refetch()}>
              {t('refreshTables')}
            </Button>
          </>
        }
      >
        <AdobeRead read={tables} label={t('readingTables')} rows={6}>
          {(list) => (
            <TableList
              tables={list}
              value={table}
              onChange={choose}
              errorMessage={table ? undefined : problemOf('table')}
              onRefresh={() => void tables.refetch()}
            />
          )}
        </AdobeRead>
      </Section>
      {table ? (
        <ObjectView key={table} table={table} isListed={tables.data?.some(({ path }) => path === table) ?? true} />
      ) : (
        <p className="hidden text-14 text-ink-quiet lg:block">{t('chooseTable')}</p>
      )}
    </div>
  )
}

/** The way to read more than one: with the same account, all on one page. */
function SeveralLink() {
  const t = useTranslations('batches.several')
  const { draftId } = useSetup()
  const { flowId } = useDraft()
  if (flowId) return null
  return (
    <LinkButton size="small" variant="quiet" href={paths.severalFlowsLike(draftId)} prefetch={false} icon={<ListPlus aria-hidden />}>
      {t('button')}
    </LinkButton>
  )
}

function Resources() {
  const t = useTranslations('setup.data')
  const { answers } = useDraft()
  const problemOf = useProblemOf('data')
  const choose = useChoose()
  const table = answers.data?.table
  const known = findSource(answers.source?.sourceKey ?? '')?.resources ?? []
  return (
    <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-[16rem_minmax(0,1fr)]">
      <Section title={t('resources')} actions={<SeveralLink />}>
        <ResourceList resources={known} value={table} onChange={choose} errorMessage={table ? undefined : problemOf('table')} />
      </Section>
      {table ? <ObjectView key={table} table={table} isListed /> : <p className="hidden text-14 text-ink-quiet lg:block">{t('chooseResource')}</p>}
    </div>
  )
}
