'use server'

import { z } from 'zod'
import { defineAction, type ActionAnswer } from '@/lib/actions/define-action'
import { ownFieldTypes } from '@/lib/adobe/requests/field-group'
import { createFieldGroup, findByTitle, getRegistryStats } from '@/lib/adobe/schema-registry'
import { orExplain } from '@/lib/connections/or-explain'
import { isFieldName } from '@/lib/flows/clean-field-names'
import { openWorkspace } from '@/lib/workspaces/open-workspace'

const ownField = z.object({
  name: z.string().max(100).refine(isFieldName),
  type: z.enum(ownFieldTypes),
  title: z.string().max(200).optional(),
  isRequired: z.boolean().optional(),
})

const create = defineAction({
  name: 'field-group.create',
  input: z.object({
    workspaceId: z.uuid(),
    classId: z.string().min(1),
    title: z.string().trim().min(1).max(200),
    fields: z.array(ownField).min(1).max(500).refine((fields) => new Set(fields.map(({ name }) => name)).size === fields.length),
  }),
  run: async ({ workspaceId, classId, title, fields }) => {
    const { client } = await openWorkspace(workspaceId)
    const namespace = `_${orExplain(await getRegistryStats(client), 'target').tenantId}`
    const made = await createFieldGroup(client, { title, description: 'Made in Tributary from the columns of a source.', classId, namespace, fields })
    if (made.ok) return { id: made.data.$id, namespace }
    // The answer may be lost and the group there all the same; titles are unique, so a look tells.
    const found = made.error.mayHaveCommitted ? await findByTitle(client, 'fieldgroups', title) : undefined
    if (found?.ok && found.data) return { id: found.data.$id, namespace }
    return orExplain<{ id: string; namespace: string }>(made, 'target')
  },
  audit: ({ id }, { workspaceId, title, fields }) => ({ subject: id, detail: { workspaceId, title, fields: fields.length } }),
})

/** Makes a field group with fields of one's own for a class; it stays in the organisation and other schemas can use it. */
export async function createFieldGroupAction(raw: unknown): Promise<ActionAnswer<{ id: string; namespace: string }>> {
  return create(raw)
}
