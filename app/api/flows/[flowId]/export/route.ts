import { z } from 'zod'
import { defineRead } from '@/lib/actions/define-read'
import { findFlow } from '@/lib/data/flows'
import { exportFlow, type ExportedFile } from '@/lib/documents/export-flow'
import { env } from '@/lib/env'
import { ExplainedFailure } from '@/lib/explained-error'

/** A flow as a file: document, shell script or Postman collection, with its name and type. */
export const GET = defineRead({
  input: z.object({ flowId: z.uuid(), form: z.enum(['document', 'curl', 'postman']) }),
  run: async ({ flowId, form }): Promise<ExportedFile> => {
    const flow = await findFlow(flowId)
    if (!flow) throw new ExplainedFailure({ code: 'not-found', retryable: false })
    const exported = await exportFlow(flow, form, env().TRIBUTARY_URL)
    if (exported.ok) return exported.data
    throw new ExplainedFailure({ code: 'documents.secret-inside', values: { path: exported.error[0]?.path ?? '' }, retryable: false })
  },
})
