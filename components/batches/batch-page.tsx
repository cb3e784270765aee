'use client'

import { useTranslations } from 'next-intl'
import { useSearchParams } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { useRead } from '@/components/query/use-read'
import { ErrorPanel } from '@/components/ui/error-panel'
import { announce } from '@/components/ui/live-region'
import { SearchField } from '@/components/ui/search-field'
import { Section } from '@/components/ui/section'
import { isMoving, type BatchView } from '@/lib/batches/batch-view'
import { paths } from '@/lib/paths'
import type { BatchActions } from './batch-actions'
import { BatchFilter, ReasonFilter } from './batch-filter'
import { BatchHead } from './batch-head'
import { BatchTable } from './batch-table'
import { listReasons, readChoice, selectItems } from './select-items'
import { SharedTable } from './shared-table'
import { TakenTitles } from './taken-title'

const movingMs = 1_000
const restingMs = 15_000

/** From so many on, names are looked for by typing. */
const searchFrom = 10

/**
 * One batch: how far all of it is, each of its flows, and what they share. Asked often while anything moves. What is asked of
 * the list stands in the address: whoever mends one draft comes back to the same.
 */
export function BatchPage({ first, actions }: { first: BatchView; actions: BatchActions }) {
  const t = useTranslations('batches.page')
  const search = useSearchParams()
  const typing = useRef<number>(undefined)
  const { data: view = first, error, refetch } = useRead<BatchView>(['batches', first.id], `/api/batches/${first.id}`, {
    initialData: first,
    pollMs: (data) => (data && isMoving(data) ? movingMs : restingMs),
    staleTime: 0,
  })
  useBatchVoice(view)
  const state = readChoice(search.get('state'))
  const reasons = listReasons(view.items, state)
  // A reason that is gone hides nothing.
  const reason = reasons.find(({ key }) => key === search.get('reason'))?.key
  const text = search.get('text') ?? ''

  function ask(change: Record<string, string | undefined>) {
    // What was typed comes here a moment later; by then something else may be asked for.
    const next = new URLSearchParams(window.location.search)
    for (const [key, value] of Object.entries(change)) if (value) next.set(key, value)
    else next.delete(key)
    window.history.replaceState(null, '', next.size > 0 ? `?${next}` : paths.batch(first.id))
  }

  function type(typed: string) {
    window.clearTimeout(typing.current)
    typing.current = window.setTimeout(() => ask({ text: typed.trim() }), 200)
  }

  return (
    <div className="flex flex-col gap-6">
      {error && <ErrorPanel error={error.explained} />}
      <BatchHead view={view} actions={actions} onChanged={refetch} />
      <TakenTitles batchId={view.id} items={view.items} retitle={actions.retitle} onChanged={refetch} />
      <div className="flex flex-col gap-3">
        <div className="flex flex-wrap items-center gap-3">
          {view.items.length > searchFrom && (
            <SearchField label={t('search')} defaultValue={text} onChange={type} className="w-full sm:w-64" />
          )}
          <BatchFilter counts={view.counts} value={state} onChange={(next) => ask({ state: next, reason: undefined })} />
        </div>
        {reasons.length > 1 && <ReasonFilter reasons={reasons} value={reason} onChange={(next) => ask({ reason: next })} />}
        <BatchTable items={selectItems(view.items, { state, reason, text })} workspaceId={view.workspace.id} actions={actions} onChanged={refetch} />
      </div>
      {view.items.some(({ flowId }) => flowId !== undefined) && (
        <Section title={t('sharedTitle')} lead={t('sharedLead')}>
          <SharedTable shared={view.shared} />
        </Section>
      )}
    </div>
  )
}

/** Says once how it has ended, when everything that moved has come to rest. */
function useBatchVoice(view: BatchView) {
  const t = useTranslations('batches.page')
  const wasMoving = useRef(false)
  const moves = isMoving(view)
  const { counts, items } = view
  const sentence = t('said', { live: counts.live ?? 0, total: items.length, failed: counts.failed ?? 0 })
  useEffect(() => {
    if (wasMoving.current && !moves) announce(sentence)
    wasMoving.current = moves
  }, [moves, sentence])
}
