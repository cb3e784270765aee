'use client'

import { Rows3 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useRead } from '@/components/query/use-read'
import { Button } from '@/components/ui/button'
import { ErrorPanel } from '@/components/ui/error-panel'
import { Section } from '@/components/ui/section'
import { Skeleton } from '@/components/ui/skeleton'
import { DataTable } from '@/components/ui/table'
import type { RefusedRowView } from '@/lib/monitoring/read-refused'

const mostColumns = 30

/** The rows a run lost, read from Adobe when asked: they are payments of people and are not kept here. */
export function RefusedRows({ flowId, runId }: { flowId: string; runId: string }) {
  const t = useTranslations('runs.refused')
  const [isAsked, setAsked] = useState(false)
  const { data, error, isFetching, refetch } = useRead<{ rows: RefusedRowView[] }>(
    ['refused', runId],
    isAsked ? `/api/flows/${flowId}/runs/${runId}/refused` : null,
    { staleTime: Infinity, gcTime: 0 },
  )
  return (
    <Section title={t('title')} lead={t('lead')} className="mt-0">
      {!isAsked && (
        <Button icon={<Rows3 aria-hidden />} onPress={() => setAsked(true)}>
          {t('read')}
        </Button>
      )}
      {isAsked && isFetching && <Skeleton label={t('reading')} />}
      {error && !isFetching && <ErrorPanel error={error.explained} actions={<Button onPress={() => void refetch()}>{t('again')}</Button>} />}
      {data && (data.rows.length === 0 ? <p className="text-14 text-ink-quiet">{t('none')}</p> : <RowTable rows={data.rows} />)}
    </Section>
  )
}

function RowTable({ rows }: { rows: readonly RefusedRowView[] }) {
  const t = useTranslations('runs.refused')
  const names = [...new Set(rows.flatMap(({ row }) => Object.keys(row)))].filter((name) => !name.startsWith('_') || name === '_corrupt_record').slice(0, mostColumns)
  return (
    <DataTable
      label={t('title')}
      rows={rows.map((row, index) => ({ ...row, index }))}
      rowKey={({ index }) => String(index)}
      className="max-h-112"
      columns={[
        {
          key: 'why',
          header: t('why'),
          isRowHeader: true,
          className: 'min-w-64 align-top',
          cell: ({ errors }) => (
            <ul>
              {errors.map((error, index) => (
                <li key={index}>
                  <code className="text-12 text-bad">{error.code}</code> <span className="font-normal">{error.message}</span>
                </li>
              ))}
            </ul>
          ),
        },
        ...names.map((name) => ({
          key: name,
          header: name,
          isMono: true,
          className: 'max-w-64 truncate align-top',
          cell: ({ row }: RefusedRowView) => asText(row[name]),
        })),
      ]}
    />
  )
}

const asText = (value: unknown) => (value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value))
