import { z } from 'zod'
import type { SchemaPage, SchemaView } from '@/components/setup/setup-views'
import { isInUnion, listTargetSchemas } from '@/lib/adobe/schema-registry'
import type { AdobeClient } from '@/lib/adobe/types'
import { shortMemory } from '../../../short-memory'
import { defineWorkspaceRead, orExplain } from '../../../workspace-read'
import { listClasses } from '../class-titles'

const pageSize = 25

const remembered = shortMemory<SchemaView[]>(20_000)

async function listSchemas(client: AdobeClient, workspaceId: string): Promise<SchemaView[]> {
  const [schemas, classes] = await Promise.all([listTargetSchemas(client), listClasses(client, workspaceId)])
  const titles = new Map(classes.map(({ id, title }) => [id, title]))
  return orExplain(schemas, 'workspace').map((schema) => {
    const classId = schema['meta:class'] ?? ''
    return {
      id: schema.$id,
      title: schema.title ?? schema.$id,
      ...(schema.description ? { description: schema.description } : {}),
      classId,
      classTitle: titles.get(classId) ?? classId.split('/').at(-1) ?? '',
      isProfileEnabled: isInUnion(schema),
      ...(schema.version ? { version: schema.version } : {}),
    }
  })
}

/** Existing schemas a flow can write to, a page at a time. The registry has no search of its own, so it is done here. */
export const GET = defineWorkspaceRead({
  params: {
    search: z.string().max(200).default(''),
    page: z.coerce.number().int().min(1).default(1),
    /** Schemas of this class come first. */
    firstClass: z.string().optional(),
    /** Asks Adobe anew, for someone who has just made one there. */
    fresh: z.string().optional(),
  },
  run: async (client, { workspaceId, search, page, firstClass, fresh }): Promise<SchemaPage> => {
    const all = await remembered(`${workspaceId} ${fresh ?? ''}`, () => listSchemas(client, workspaceId))
    const words = search.toLowerCase().split(/\s+/).filter(Boolean)
    const found = all
      .filter((schema) => {
        const text = `${schema.title} ${schema.classTitle} ${schema.description ?? ''}`.toLowerCase()
        return words.every((word) => text.includes(word))
      })
      .sort((a, b) => Number(b.classId === firstClass) - Number(a.classId === firstClass) || a.title.localeCompare(b.title))
    const pageCount = Math.max(1, Math.ceil(found.length / pageSize))
    const at = Math.min(page, pageCount)
    return { schemas: found.slice((at - 1) * pageSize, at * pageSize), total: found.length, page: at, pageCount }
  },
})
