'use client'

import { keepPreviousData } from '@tanstack/react-query'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useSearchParams } from 'next/navigation'
import { useRead } from '@/components/query/use-read'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorPanel } from '@/components/ui/error-panel'
import { SelectField } from '@/components/ui/select-field'
import type { RunListView } from '@/lib/monitoring/flow-views'
import { runStatuses } from '@/lib/monitoring/run-record'
import { paths } from '@/lib/paths'
import { RunTable } from './run-table'

export type RunListProps = { flowId: string; first: RunListView; firstQuery: string }

/** All runs of a flow, in pages that stay put while new runs come. */
export function RunList({ flowId, first, firstQuery }: RunListProps) {
  const t = useTranslations('runs')
  const f = useTranslations('flows')
  const search = useSearchParams()
  const query = search.toString()
  const { data = first, error } = useRead<RunListView>(['runs', flowId, query], `/api/flows/${flowId}/runs?${query}`, {
    pollMs: 10_000,
    placeholderData: keepPreviousData,
    ...(query === firstQuery ? { initialData: first } : {}),
  })

  function ask(change: { status?: string; after?: string | undefined }, isNewPlace: boolean) {
    const next = new URLSearchParams(query)
    next.delete('after')
    for (const [key, value] of Object.entries(change)) if (value) next.set(key, value)
    else next.delete(key)
    const address = next.size > 0 ? `${paths.flowRuns(flowId)}?${next}` : paths.flowRuns(flowId)
    window.history[isNewPlace ? 'pushState' : 'replaceState'](null, '', address)
  }

  const all = Object.values(data.counts).reduce((sum, count) => sum + count, 0)
  const options = [
    { value: '', label: t('filter.all', { count: all }) },
    ...runStatuses.filter((status) => data.counts[status]).map((status) => ({ value: status, label: t('filter.one', { status: t(`status.${status}`), count: data.counts[status] ?? 0 }) })),
  ]
  return (
    <div className="mt-5 flex flex-col gap-4">
      {error && <ErrorPanel error={error.explained} />}
      {all > 0 && (
        <SelectField label={t('filter.label')} options={options} value={search.get('status') ?? ''} onChange={(status) => ask({ status }, false)} className="w-full sm:w-64" />
      )}
      <RunTable
        flowId={flowId}
        rows={data.rows}
        empty={<EmptyState title={f('runs.none')} body={all > 0 ? t('filter.nothing') : f('runs.noneYet')} />}
      />
      {(data.next ?? search.get('after')) && (
        <nav aria-label={t('pages.label')} className="flex flex-wrap gap-2">
          <Button size="small" isDisabled={!search.has('after')} icon={<ChevronLeft aria-hidden />} onPress={() => ask({}, false)}>
            {t('pages.newest')}
          </Button>
          <Button size="small" isDisabled={!data.next} icon={<ChevronRight aria-hidden />} onPress={() => ask({ after: data.next }, true)}>
            {t('pages.older')}
          </Button>
        </nav>
      )}
    </div>
  )
}
