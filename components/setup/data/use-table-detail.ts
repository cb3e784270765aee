'use client'

import { useRead } from '@/components/query/use-read'
import { sourceKindOf } from '@/lib/flows/source-facts'
import { useDraft } from '../draft/setup-provider'
import { setupReads } from '../setup-reads'
import type { TableDetail } from '../setup-views'

/** Columns and preview rows of a table or resource of the chosen account, asked once and shared by the steps that need them. */
export function useTableDetail(table: string | undefined) {
  const { answers } = useDraft()
  const { workspaceId, baseConnectionId } = answers.source ?? {}
  const kind = sourceKindOf(answers.source)
  const read = kind === 'rest' ? setupReads.resource : setupReads.table
  return useRead<TableDetail>(
    ['setup', kind, workspaceId, baseConnectionId, table],
    workspaceId && baseConnectionId && table ? read(workspaceId, baseConnectionId, table) : null,
    { staleTime: 300_000, gcTime: 1_800_000 },
  )
}
