'use client'

import type { FlowDefinition } from '@/lib/flows/flow-definition'
import { useDraft, useSetup } from '../draft/setup-provider'

/** How the chosen workspace wants raw columns described, unless a flow is told otherwise. */
export function useRawSchemaMode(): FlowDefinition['rawSchema']['mode'] {
  const { workspaces } = useSetup()
  const { answers } = useDraft()
  return workspaces.find(({ id }) => id === answers.source?.workspaceId)?.rawSchemaMode ?? 'adhoc'
}
