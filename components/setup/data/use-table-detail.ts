'use client'

import { useRead } from '@/components/query/use-read'
import { useDraft } from '../draft/setup-provider'
import { setupReads } from '../setup-reads'
import type { TableDetail } from '../setup-views'

/** Columns and preview rows of a table of the chosen account, asked once and shared by the steps that need them. */
export function useTableDetail(table: string | undefined) {
  const { answers } = useDraft()
  const { workspaceId, baseConnectionId } = answers.source ?? {}
  return useRead<TableDetail>(
    ['setup', 'table', workspaceId, baseConnectionId, table],
    workspaceId && baseConnectionId && table ? setupReads.table(workspaceId, baseConnectionId, table) : null,
    { staleTime: 300_000, gcTime: 1_800_000 },
  )
}
