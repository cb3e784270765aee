'use client'

import { RefreshCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { useRead } from '@/components/query/use-read'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Section } from '@/components/ui/section'
import { chooseTable, takeColumns } from '@/lib/flows/cascades'
import { findSource } from '@/lib/sources/catalogue'
import { useDraft, useSetup } from '../draft/setup-provider'
import { AdobeRead } from '../frame/adobe-read'
import { useProblemOf } from '../frame/step-attempt'
import { StepFrame } from '../frame/step-frame'
import { setupReads } from '../setup-reads'
import type { TableDetail, TableView } from '../setup-views'
import { ColumnTable } from './column-table'
import { DeltaChoice } from './delta-choice'
import { PreviewTable } from './preview-table'
import { TableList } from './table-list'
import { useTableDetail } from './use-table-detail'

/** Which table, what is in it, and by which column new rows are told from old ones. */
export function DataStep() {
  const t = useTranslations('setup.data')
  const { store, stamp } = useSetup()
  const { answers } = useDraft()
  const problemOf = useProblemOf('data')
  const { workspaceId = '', baseConnectionId } = answers.source ?? {}
  const tables = useRead<TableView[]>(
    ['setup', 'tables', workspaceId, baseConnectionId],
    baseConnectionId ? setupReads.tables(workspaceId, baseConnectionId) : null,
    { staleTime: 300_000 },
  )
  const table = answers.data?.table

  function choose(path: string) {
    if (path === table) return
    const sourceName = findSource(answers.source?.sourceKey ?? '')?.name ?? ''
    store.replace(chooseTable(answers, path, { sourceName, stamp }))
  }

  return (
    <StepFrame step="data" title={t('title')} lead={t('lead')}>
      <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-[16rem_minmax(0,1fr)]">
        <Section
          title={t('tables')}
          actions={
            <Button size="small" variant="quiet" icon={<RefreshCw aria-hidden />} isPending={tables.isFetching} onPress={() => void tables.refetch()}>
              {t('refreshTables')}
            </Button>
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
          <TableView key={table} table={table} isListed={tables.data?.some(({ path }) => path === table) ?? true} />
        ) : (
          <p className="hidden text-14 text-ink-quiet lg:block">{t('chooseTable')}</p>
        )}
      </div>
    </StepFrame>
  )
}

/** One table: its columns, some rows, and the choice of the delta column. */
function TableView({ table, isListed }: { table: string; isListed: boolean }) {
  const t = useTranslations('setup.data')
  const detail = useTableDetail(table)
  useTakeColumns(table, detail.data)
  return (
    <div className="min-w-0">
      {!isListed && (
        <Callout tone="warn" className="mb-4" title={t('notListedTitle', { table })}>
          {t('notListedBody')}
        </Callout>
      )}
      <AdobeRead read={detail} label={t('readingTable', { table })} rows={8}>
        {({ columns, rows, isPreviewMissing }) => (
          <>
            <DeltaChoice columns={columns} />
            <Section title={t('preview')} lead={rows.length > 0 ? t('previewLead', { count: rows.length }) : undefined} className="mt-8"
              actions={
                <Button size="small" variant="quiet" icon={<RefreshCw aria-hidden />} isPending={detail.isFetching} onPress={() => void detail.refetch()}>
                  {t('refreshRows')}
                </Button>
              }
            >
              {isPreviewMissing ? <Callout tone="info" title={t('noPreviewTitle')}>{t('noPreviewBody')}</Callout> : <PreviewTable table={table} columns={columns} rows={rows} />}
            </Section>
            <Section title={t('columns', { count: columns.length })} className="mt-8">
              <ColumnTable columns={columns} rows={rows} />
            </Section>
          </>
        )}
      </AdobeRead>
    </div>
  )
}

/** Writes the columns into the draft when Adobe has told them, and proposes the delta column. */
function useTakeColumns(table: string, detail: TableDetail | undefined) {
  const { store } = useSetup()
  useEffect(() => {
    const { data } = store.getState().answers
    if (!detail || data?.table !== table || JSON.stringify(data.columns) === JSON.stringify(detail.columns)) return
    store.update('data', takeColumns(data, detail.columns))
  }, [detail, store, table])
}
