'use client'

import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { fetchRead } from '@/components/query/fetch-read'
import type { ReadError } from '@/components/query/read-error'
import { useRead } from '@/components/query/use-read'
import type { TargetAnswers } from '@/lib/flows/draft-answers'
import type { XdmField } from '@/lib/xdm/field'
import { mergeSchemaTree } from '@/lib/xdm/merge-schema'
import { useDraft } from '../draft/setup-provider'
import type { Reading } from '../frame/adobe-read'
import { setupReads } from '../setup-reads'
import type { DefinitionView, SchemaTreeView } from '../setup-views'

const hourMs = 3_600_000

/** The fields rows are written to: those of the chosen schema, or those a schema to be built will have. */
export function useTargetTree(): Reading<XdmField[]> {
  const { answers } = useDraft()
  const { source, target = {} } = answers
  const isBuilt = target.schemaMode === 'build'
  const existing = useExistingTree(source?.workspaceId, isBuilt ? undefined : target.schemaId)
  const built = useBuiltTree(source?.workspaceId, isBuilt ? target : {})
  return isBuilt ? built : existing
}

function useExistingTree(workspaceId: string | undefined, schemaId: string | undefined): Reading<XdmField[]> {
  const { data, error, isFetching, refetch } = useRead<SchemaTreeView>(
    ['setup', 'schema-tree', workspaceId, schemaId],
    workspaceId && schemaId ? setupReads.schemaTree(workspaceId, schemaId) : null,
    { staleTime: 60_000 },
  )
  return { data: data?.tree, error, isFetching, refetch }
}

/** Class and field groups are read one by one and kept, so that adding a group asks Adobe for that group only. */
function useBuiltTree(workspaceId: string | undefined, target: TargetAnswers): Reading<XdmField[]> {
  const { classId, fieldGroupIds = [], primaryIdentity } = target
  const wanted = workspaceId && classId
    ? [{ kind: 'classes' as const, id: classId }, ...fieldGroupIds.map((id) => ({ kind: 'fieldgroups' as const, id }))]
    : []
  const parts = useQueries({
    queries: wanted.map(({ kind, id }) => ({
      queryKey: ['setup', 'definition', workspaceId, kind, id],
      queryFn: ({ signal }: { signal: AbortSignal }): Promise<DefinitionView> =>
        fetchRead<DefinitionView>(setupReads.definition(workspaceId ?? '', kind, id), signal),
      staleTime: hourMs,
      gcTime: hourMs,
    })),
    combine: (results) => ({
      definitions: results.map(({ data }) => data),
      error: (results.find((each) => each.error)?.error ?? null) as ReadError | null,
      isFetching: results.some((each) => each.isFetching),
      refetch: () => results.filter(({ data }) => data === undefined).forEach((each) => void each.refetch()),
    }),
  })
  const identityPath = primaryIdentity?.path
  const { definitions } = parts
  const data = useMemo(() => {
    const known = definitions.filter((definition) => definition !== undefined)
    if (known.length === 0 || known.length < definitions.length) return undefined
    const tenantNamespace = known[0]?.tenantNamespace
    return mergeSchemaTree(known.map(({ resolved }) => resolved), {
      ...(tenantNamespace ? { tenantNamespace } : {}),
      identities: identityPath ? [{ path: identityPath, primary: true }] : [],
    })
  }, [definitions, identityPath])
  return { data, error: parts.error, isFetching: parts.isFetching, refetch: parts.refetch }
}
