'use server'

import { z } from 'zod'
import { defineAction, type ActionAnswer } from '@/lib/actions/define-action'
import { previewMapping, validateExpression, validateMapping, type TransformError } from '@/lib/adobe/data-prep'
import { explainAdobeError } from '@/lib/adobe/explain-adobe-error'
import { ExplainedFailure } from '@/lib/explained-error'
import type { MappingOpinion } from '@/lib/mapping/compare-opinion'
import { mappingDocument, mappingRow } from '@/lib/mapping/mapping-document'
import { openWorkspace } from '@/lib/workspaces/open-workspace'

const rowsMax = 20

const wordsOf = (errors: readonly TransformError[] | null | undefined): string[] =>
  (errors ?? []).map(({ exception, destination, source }) => exception ?? destination ?? source ?? '').filter((words) => words !== '')

const ask = defineAction({
  name: 'mapping.ask',
  input: z.object({
    workspaceId: z.uuid(),
    schemaId: z.string().min(1),
    document: mappingDocument,
    rows: z.array(z.record(z.string(), z.unknown())).max(rowsMax),
  }),
  run: async ({ workspaceId, schemaId, document, rows }): Promise<MappingOpinion> => {
    const { client } = await openWorkspace(workspaceId)
    const [validated, previewed] = await Promise.all([
      validateMapping(client, schemaId, document),
      rows.length > 0 ? previewMapping(client, schemaId, document, rows) : undefined,
    ])
    if (!validated.ok) throw new ExplainedFailure(explainAdobeError(validated.error, { mendAt: 'mapping' }), { cause: validated.error })
    if (previewed && !previewed.ok) throw new ExplainedFailure(explainAdobeError(previewed.error, { mendAt: 'mapping' }), { cause: previewed.error })
    return {
      objections: validated.data.map(wordsOf),
      records: (previewed?.data ?? []).map(({ data, errors }) => ({ data: data ?? null, errors: wordsOf(errors) })),
    }
  },
  // A question changes nothing.
  audit: false,
})

/** Asks Adobe to check a mapping and to try it on sample rows, keeping neither. */
export async function askMappingAction(raw: unknown): Promise<ActionAnswer<MappingOpinion>> {
  return ask(raw)
}

const expressionsMax = 25

const askExpressions = defineAction({
  name: 'mapping.ask-expressions',
  input: z.object({
    workspaceId: z.uuid(),
    expressions: z.array(mappingRow.shape.source).min(1).max(expressionsMax),
    row: z.record(z.string(), z.unknown()).optional(),
  }),
  run: async ({ workspaceId, expressions, row }): Promise<(string | null)[]> => {
    const { client } = await openWorkspace(workspaceId)
    const found: (string | null)[] = []
    // One after the other: they share the organisation's budget with everybody else.
    for (const expression of expressions) {
      const answer = await validateExpression(client, expression, row)
      if (!answer.ok) throw new ExplainedFailure(explainAdobeError(answer.error, { mendAt: 'mapping' }), { cause: answer.error })
      found.push(answer.data)
    }
    return found
  },
  audit: false,
})

/** Asks Adobe about calculated fields alone, which it can check before there is a schema; null where it is content. */
export async function askExpressionsAction(raw: unknown): Promise<ActionAnswer<(string | null)[]>> {
  return askExpressions(raw)
}
