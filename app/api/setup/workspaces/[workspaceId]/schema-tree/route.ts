import { z } from 'zod'
import type { SchemaTreeView } from '@/components/setup/setup-views'
import { getResolved, listIdentities } from '@/lib/adobe/schema-registry'
import { buildSchemaTree } from '@/lib/xdm/schema-tree'
import { resolvedSchema } from '@/lib/xdm/resolved-schema'
import { defineWorkspaceRead, orExplain } from '../../../workspace-read'

/** An existing schema's fields as a tree, its identities marked. */
export const GET = defineWorkspaceRead({
  params: { id: z.string().min(1) },
  run: async (client, { id }): Promise<SchemaTreeView> => {
    const [schema, descriptors] = await Promise.all([getResolved(client, 'schemas', id), listIdentities(client, id)])
    const resolved = orExplain(schema, 'target')
    const facts = resolvedSchema.parse(resolved)
    // Identities only decorate the tree: without permission to list them the schema can still be mapped.
    const identities = (descriptors.ok ? descriptors.data : []).flatMap((one) =>
      [one['xdm:sourceProperty'] ?? []].flat().map((pointer) => ({
        path: pointer.split('/').filter(Boolean).join('.'),
        primary: one['xdm:isPrimary'] === true,
      })),
    )
    const tenantNamespace = facts['meta:tenantNamespace']
    return {
      id,
      title: facts.title ?? id,
      classId: typeof resolved['meta:class'] === 'string' ? resolved['meta:class'] : '',
      tree: buildSchemaTree(resolved, { identities, ...(tenantNamespace ? { tenantNamespace } : {}) }),
    }
  },
})
