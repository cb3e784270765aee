import 'server-only'
import { flowDefinition } from '@/lib/flows/flow-definition'
import type { MappingDocument } from '@/lib/mapping/mapping-document'
import { database } from './database'

/** The mapping of a flow, for others of the same source to take over and to learn from. */
export type SourceMapping = { id: string; name: string; document: MappingDocument }

const mappingsMax = 50

/** The mappings of a source's flows, newest first. One that an older version of the app wrote in another form is left out. */
export async function listSourceMappings(sourceKey: string): Promise<SourceMapping[]> {
  const rows = await database().flow.findMany({
    where: { definition: { path: ['source', 'key'], equals: sourceKey }, deletedAt: null },
    select: { id: true, name: true, definition: true },
    orderBy: { updatedAt: 'desc' },
    take: mappingsMax,
  })
  return rows.flatMap(({ id, name, definition }) => {
    const read = flowDefinition.safeParse(definition)
    if (!read.success) return []
    // Their tests hold rows of other flows' data, which is not handed on.
    const { tests: _tests, ...document } = read.data.mapping
    return [{ id, name, document }]
  })
}
