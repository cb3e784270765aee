'use client'

import { RefreshCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Section } from '@/components/ui/section'
import { takeColumns } from '@/lib/flows/cascades'
import { chosenColumns } from '@/lib/flows/choose-columns'
import { useDraft, useSetup } from '../draft/setup-provider'
import { AdobeRead } from '../frame/adobe-read'
import type { TableDetail } from '../setup-views'
import { ColumnChoice } from './column-choice'
import { DeltaChoice } from './delta-choice'
import { HierarchyTable } from './hierarchy-table'
import { PreviewTable } from './preview-table'
import { RecordView } from './record-view'
import { useTableDetail } from './use-table-detail'

/** One table or resource: what it holds, some of it, and for tables the choice of the delta column. */
export function ObjectView({ table, isListed }: { table: string; isListed: boolean }) {
  const t = useTranslations('setup.data')
  const { answers } = useDraft()
  const detail = useTableDetail(table)
  const isRest = answers.data?.kind === 'rest'
  useTakeColumns(table, detail.data)
  return (
    <div className="min-w-0">
      {!isListed && (
        <Callout tone="warn" className="mb-4" title={t('notListedTitle', { table })}>
          {t('notListedBody')}
        </Callout>
      )}
      <AdobeRead read={detail} label={t('readingTable', { table })} rows={8}>
        {(found) => (
          <>
            {isRest ? <Callout tone="quiet" title={t('restDeltaTitle')}>{t('restDeltaBody')}</Callout> : <DeltaChoice columns={found.columns} />}
            <Section
              title={t(isRest ? 'records' : 'preview')}
              lead={found.rows.length > 0 ? t(isRest ? 'recordsLead' : 'previewLead', { count: found.rows.length }) : undefined}
              className="mt-8"
              actions={
                <Button size="small" variant="quiet" icon={<RefreshCw aria-hidden />} isPending={detail.isFetching} onPress={() => void detail.refetch()}>
                  {t('refreshRows')}
                </Button>
              }
            >
              <Preview table={table} detail={found} isRest={isRest} />
            </Section>
            <Section
              title={isRest ? t('fields') : t('columns', { count: found.columns.length })}
              lead={isRest ? undefined : t('columnsLead')}
              className="mt-8"
            >
              {isRest ? <HierarchyTable detail={found} /> : <ColumnChoice columns={found.columns} rows={found.rows} />}
            </Section>
          </>
        )}
      </AdobeRead>
    </div>
  )
}

function Preview({ table, detail: { columns, rows, isPreviewMissing }, isRest }: { table: string; detail: TableDetail; isRest: boolean }) {
  const t = useTranslations('setup.data')
  const { answers } = useDraft()
  if (isPreviewMissing) return <Callout tone="info" title={t('noPreviewTitle')}>{t('noPreviewBody')}</Callout>
  return isRest ? <RecordView rows={rows} /> : <PreviewTable table={table} columns={chosenColumns(columns, answers.data?.leftOut)} rows={rows} />
}

/** Writes the columns into the draft when Adobe has told them, and proposes the delta column. */
function useTakeColumns(table: string, detail: TableDetail | undefined) {
  const { store } = useSetup()
  useEffect(() => {
    const { data } = store.getState().answers
    if (!detail || data?.table !== table) return
    const next = takeColumns(data, detail.columns)
    if (JSON.stringify(data.columns) !== JSON.stringify(next.columns)) store.update('data', next)
  }, [detail, store, table])
}
