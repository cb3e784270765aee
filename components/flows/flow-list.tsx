'use client'

import { keepPreviousData } from '@tanstack/react-query'
import { ChevronLeft, ChevronRight, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useSearchParams } from 'next/navigation'
import { useRef } from 'react'
import { useRead } from '@/components/query/use-read'
import { Button, LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorPanel } from '@/components/ui/error-panel'
import { SearchField } from '@/components/ui/search-field'
import type { FlowListView } from '@/lib/monitoring/flow-views'
import { paths } from '@/lib/paths'
import { FlowTable } from './flow-table'
import { StaleNote } from './stale-note'
import { StateFilter, type StateChoice } from './state-filter'

export type FlowListProps = { first: FlowListView; firstQuery: string }

/** The list of flows: what is asked of it stands in the address, so that it can be kept, shared and gone back to. */
export function FlowList({ first, firstQuery }: FlowListProps) {
  const t = useTranslations('flows')
  const search = useSearchParams()
  const query = search.toString()
  const typing = useRef<number>(undefined)
  const { data = first, error } = useRead<FlowListView>(['flows', query], `/api/flows?${query}`, {
    pollMs: 10_000,
    placeholderData: keepPreviousData,
    ...(query === firstQuery ? { initialData: first } : {}),
  })
  const isAsking = ['text', 'state', 'workspace'].some((key) => search.has(key))

  /** Another question begins at the first page; only going further keeps the rest. */
  function ask(change: Record<string, string | undefined>, isNewPlace = false) {
    const next = new URLSearchParams(query)
    next.delete('after')
    for (const [key, value] of Object.entries(change)) if (value) next.set(key, value)
    else next.delete(key)
    const address = next.size > 0 ? `${paths.flows()}?${next}` : paths.flows()
    if (isNewPlace) window.history.pushState(null, '', address)
    else window.history.replaceState(null, '', address)
  }

  function type(text: string) {
    window.clearTimeout(typing.current)
    typing.current = window.setTimeout(() => ask({ text: text.trim() }), 200)
  }

  return (
    <div className="flex flex-col gap-4">
      <StaleNote stale={data.stale} />
      {error && <ErrorPanel error={error.explained} />}
      <div className="flex flex-wrap items-center gap-3">
        <SearchField label={t('search')} defaultValue={search.get('text') ?? ''} onChange={type} className="w-full sm:w-64" />
        <StateFilter counts={data.counts} value={(search.get('state') ?? undefined) as StateChoice} onChange={(state) => ask({ state })} />
      </div>
      <FlowTable label={t('title')} rows={data.rows} empty={isAsking ? <NothingFound onReset={() => ask({ text: undefined, state: undefined, workspace: undefined })} /> : <NoFlows />} />
      {(data.next ?? search.get('after')) && (
        <nav aria-label={t('pages.label')} className="flex flex-wrap gap-2">
          <Button size="small" isDisabled={!search.has('after')} icon={<ChevronLeft aria-hidden />} onPress={() => ask({})}>
            {t('pages.first')}
          </Button>
          <Button size="small" isDisabled={!data.next} icon={<ChevronRight aria-hidden />} onPress={() => ask({ after: data.next }, true)}>
            {t('pages.next')}
          </Button>
        </nav>
      )}
    </div>
  )
}

function NoFlows() {
  const t = useTranslations('flows')
  return (
    <EmptyState
      title={t('empty.title')}
      body={t('empty.body')}
      action={
        <LinkButton href={paths.newFlow()} prefetch={false} variant="primary" icon={<Plus aria-hidden />}>
          {t('new')}
        </LinkButton>
      }
    />
  )
}

function NothingFound({ onReset }: { onReset: () => void }) {
  const t = useTranslations('flows.nothingFound')
  return <EmptyState title={t('title')} body={t('body')} action={<Button onPress={onReset}>{t('reset')}</Button>} />
}
