'use server'

import { z } from 'zod'
import { defineAction, type ActionAnswer } from '@/lib/actions/define-action'
import { InvalidInput } from '@/lib/actions/invalid-input'
import { deleteMappingTemplate, renameMappingTemplate, saveMappingTemplate, type TemplateAnswer } from '@/lib/data/mapping-templates'
import { ExplainedFailure } from '@/lib/explained-error'
import { templateDocument, templateName } from '@/lib/mapping/mapping-template'
import { findSource } from '@/lib/sources/catalogue'

function idOf(answer: TemplateAnswer): { id: string } {
  if (answer.outcome === 'taken') throw new InvalidInput({ name: 'mapper.templates.taken' })
  if (answer.outcome === 'missing') throw new ExplainedFailure({ code: 'not-found', retryable: false })
  return { id: answer.id }
}

const save = defineAction({
  name: 'mapping-template.save',
  input: z.object({
    sourceKey: z.string().refine((key) => findSource(key) !== undefined),
    name: templateName,
    table: z.string().max(400).optional(),
    document: templateDocument.refine(({ rows }) => rows.length > 0),
    replaces: z.boolean(),
  }),
  run: async ({ table, ...input }, { user }) => idOf(await saveMappingTemplate({ ...input, table, createdById: user.id })),
  audit: ({ id }, { sourceKey, name, document }) => ({ subject: id, detail: { sourceKey, name, rows: document.rows.length } }),
})

const rename = defineAction({
  name: 'mapping-template.rename',
  input: z.object({ id: z.uuid(), name: templateName }),
  run: async ({ id, name }) => idOf(await renameMappingTemplate(id, name)),
  audit: ({ id }, { name }) => ({ subject: id, detail: { name } }),
})

const remove = defineAction({
  name: 'mapping-template.delete',
  input: z.object({ id: z.uuid() }),
  run: async ({ id }) => {
    await deleteMappingTemplate(id)
    return { id }
  },
  audit: ({ id }) => ({ subject: id }),
})

/** Keeps a mapping under a name for other tables and flows of its source. */
export async function saveTemplateAction(raw: unknown): Promise<ActionAnswer<{ id: string }>> {
  return save(raw)
}

/** Gives a template another name. */
export async function renameTemplateAction(raw: unknown): Promise<ActionAnswer<{ id: string }>> {
  return rename(raw)
}

/** Forgets a template. */
export async function deleteTemplateAction(raw: unknown): Promise<ActionAnswer<{ id: string }>> {
  return remove(raw)
}
