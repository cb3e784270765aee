'use client'

import { keepPreviousData, useQueryClient } from '@tanstack/react-query'
import { useCallback, useDeferredValue, useEffect, useState } from 'react'
import { fetchRead } from '@/components/query/fetch-read'
import { useRead } from '@/components/query/use-read'
import type { ScheduleProblem } from '@/lib/schedule/check-schedule'
import type { Schedule } from '@/lib/schedule/schedule'
import { useDraft } from '../draft/setup-provider'
import { setupReads } from '../setup-reads'

const pauseMs = 250

/**
 * Asks the server to hold a schedule against the flow specification shortly after the last change; `checkNow` asks at once,
 * for the press on Next. A check that cannot be made finds nothing: Adobe checks again when the flow is made.
 */
export function useScheduleCheck(schedule: Schedule | undefined) {
  const { answers } = useDraft()
  const client = useQueryClient()
  const { workspaceId = '', sourceKey = '' } = answers.source ?? {}
  const text = JSON.stringify(schedule ?? null)
  const settled = useSettled(useDeferredValue(text))
  const asked = settled === 'null' ? undefined : (JSON.parse(settled) as Schedule)
  const keyOf = useCallback((of: string) => ['setup', 'schedule-check', workspaceId, sourceKey, of], [sourceKey, workspaceId])
  const check = useRead<ScheduleProblem[]>(keyOf(settled), asked ? setupReads.scheduleCheck(workspaceId, sourceKey, asked) : null, {
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  })

  const checkNow = useCallback(async (): Promise<ScheduleProblem[]> => {
    if (!schedule) return []
    return client
      .fetchQuery({
        queryKey: keyOf(text),
        queryFn: ({ signal }) => fetchRead<ScheduleProblem[]>(setupReads.scheduleCheck(workspaceId, sourceKey, schedule), signal),
      })
      .catch(() => [])
  }, [client, keyOf, schedule, sourceKey, text, workspaceId])

  return { problems: schedule ? (check.data ?? []) : [], checkNow }
}

/** A value once it has stayed the same for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
