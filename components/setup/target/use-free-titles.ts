'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { fetchRead } from '@/components/query/fetch-read'
import type { SummaryProblem } from '@/components/ui/error-summary'
import type { TargetAnswers } from '@/lib/flows/draft-answers'
import { useSetup } from '../draft/setup-provider'
import { fieldId } from '../frame/step-frame'
import { setupReads } from '../setup-reads'
import type { TitleView } from '../setup-views'

/** Titles that are about to be given, by the field they stand in. */
function newTitles({ schemaMode, schemaTitle, rawSchema }: TargetAnswers): [string, string][] {
  return [
    ...(schemaMode === 'build' && schemaTitle ? [['schemaTitle', schemaTitle] as [string, string]] : []),
    ...(rawSchema?.mode === 'adhoc'
      ? ([['rawClassTitle', rawSchema.classTitle], ['rawSchemaTitle', rawSchema.schemaTitle]] as [string, string][])
      : []),
  ]
}

/**
 * Asks Adobe whether the new titles are free, since the registry refuses a second resource of the same title (XDM-1521).
 * When it cannot be asked, the step goes on: creation will tell.
 */
export function useFreeTitles() {
  const t = useTranslations('setup.problems')
  const client = useQueryClient()
  const { store } = useSetup()
  return useCallback(async (): Promise<SummaryProblem[]> => {
    const { source, target = {} } = store.getState().answers
    const { flowId } = store.getState()
    // A draft that is already a flow meets its own resources there, which are not in its way.
    if (!source?.workspaceId || flowId) return []
    const workspaceId = source.workspaceId
    const checked = await Promise.all(
      newTitles(target).map(async ([field, title]) => {
        const answer = await client
          .fetchQuery({
            queryKey: ['setup', 'title', workspaceId, title],
            queryFn: ({ signal }) => fetchRead<TitleView>(setupReads.titles(workspaceId, title), signal),
            staleTime: 60_000,
          })
          .catch(() => undefined)
        return answer?.isTaken ? { fieldId: fieldId(field), message: t('title-taken', { title }) } : undefined
      }),
    )
    return checked.filter((problem) => problem !== undefined)
  }, [client, store, t])
}
