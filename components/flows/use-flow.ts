'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRead } from '@/components/query/use-read'
import type { FlowOverview } from '@/lib/monitoring/flow-views'

/** A flow as its head and its pages show it: one read for all of them, again every few seconds while the tab is seen. */
export function useFlow(first: FlowOverview) {
  const { data = first, error } = useRead<FlowOverview>(['flow', first.id], `/api/flows/${first.id}`, { pollMs: 5_000, initialData: first })
  return { flow: data, error }
}

/** Reads a flow and its lists anew after something was done to it. */
export function useRefreshFlow(flowId: string): () => Promise<void> {
  const client = useQueryClient()
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ['flow', flowId] }),
      client.invalidateQueries({ queryKey: ['runs', flowId] }),
      client.invalidateQueries({ queryKey: ['flows'] }),
    ])
  }
}
