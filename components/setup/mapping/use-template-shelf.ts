'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { TemplateFailure, TemplateShelf } from '@/components/mapper/exchange/template-shelf'
import { useRead } from '@/components/query/use-read'
import type { ActionAnswer } from '@/lib/actions/action-answer'
import type { MappingTemplate } from '@/lib/mapping/mapping-template'
import { useSetup } from '../draft/setup-provider'
import { setupReads } from '../setup-reads'

const failureOf = (answer: ActionAnswer<unknown>): TemplateFailure | undefined =>
  answer.ok ? undefined : answer.fieldErrors?.['name'] === undefined ? answer.error : 'taken'

/** The templates of a source with what changes them; undefined until they are known. */
export function useTemplateShelf(sourceKey: string | undefined, table: string | undefined): TemplateShelf | undefined {
  const { actions } = useSetup()
  const queries = useQueryClient()
  const { data: list } = useRead<MappingTemplate[]>(
    ['setup', 'mapping-templates', sourceKey], sourceKey ? setupReads.mappingTemplates(sourceKey) : null, { staleTime: 60_000 },
  )
  return useMemo(() => {
    if (!list || !sourceKey) return undefined
    const readAnew = () => queries.invalidateQueries({ queryKey: ['setup', 'mapping-templates', sourceKey] })
    return {
      list,
      save: async (name, { version, rows }, replaces) => {
        const answer = await actions.saveTemplate({ sourceKey, name, ...(table === undefined ? {} : { table }), document: { version, rows }, replaces })
        await readAnew()
        return failureOf(answer)
      },
      rename: async (id, name) => {
        const answer = await actions.renameTemplate({ id, name })
        await readAnew()
        return failureOf(answer)
      },
      remove: async (id) => {
        const answer = await actions.deleteTemplate({ id })
        await readAnew()
        return answer.ok ? undefined : answer.error
      },
    }
  }, [list, sourceKey, table, actions, queries])
}
