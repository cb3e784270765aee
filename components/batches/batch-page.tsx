'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { useRead } from '@/components/query/use-read'
import { ErrorPanel } from '@/components/ui/error-panel'
import { announce } from '@/components/ui/live-region'
import { Section } from '@/components/ui/section'
import { isMoving, type BatchItemState, type BatchView } from '@/lib/batches/batch-view'
import type { BatchActions } from './batch-actions'
import { BatchFilter } from './batch-filter'
import { BatchHead } from './batch-head'
import { BatchTable } from './batch-table'
import { SharedTable } from './shared-table'

const movingMs = 1_000
const restingMs = 15_000

/** One batch: how far all of it is, each of its flows, and what they share. Asked often while anything moves. */
export function BatchPage({ first, actions }: { first: BatchView; actions: BatchActions }) {
  const t = useTranslations('batches.page')
  const [state, setState] = useState<BatchItemState>()
  const { data: view = first, error, refetch } = useRead<BatchView>(['batches', first.id], `/api/batches/${first.id}`, {
    initialData: first,
    pollMs: (data) => (data && isMoving(data) ? movingMs : restingMs),
    staleTime: 0,
  })
  useBatchVoice(view)
  const shown = state === undefined ? view.items : view.items.filter((item) => item.state === state)
  return (
    <div className="flex flex-col gap-6">
      {error && <ErrorPanel error={error.explained} />}
      <BatchHead view={view} actions={actions} onChanged={refetch} />
      <div className="flex flex-col gap-3">
        <BatchFilter counts={view.counts} value={state} onChange={setState} />
        <BatchTable items={shown} workspaceId={view.workspace.id} actions={actions} onChanged={refetch} />
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
