import { z } from 'zod'

/**
 * A failure as a person may read it and the database may keep it. `code` picks the sentences in the message files
 * (`errors.<code>.title | meaning | remedy`), so that no language is baked into the data.
 */
export const explainedError = z.object({
  code: z.string(),
  /** Values for the placeholders of the sentences. */
  values: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  /** Where it can be mended: a wizard step or another room of the console. */
  mendAt: z
    .enum(['source', 'data', 'target', 'mapping', 'schedule', 'review', 'workspace', 'connection', 'nowhere'])
    .optional(),
  /** May the same thing be tried again unchanged? */
  retryable: z.boolean(),
  /** Adobe's own words, when Adobe refused. */
  adobe: z
    .object({
      status: z.number().int().optional(),
      code: z.string().optional(),
      message: z.string().optional(),
      requestId: z.string().optional(),
      method: z.string().optional(),
      path: z.string().optional(),
    })
    .optional(),
})

export type ExplainedError = z.infer<typeof explainedError>

/** Thrown by domain code where a value cannot be returned; carries what may be shown and keeps the cause for the log. */
export class ExplainedFailure extends Error {
  readonly explained: ExplainedError

  constructor(explained: ExplainedError, options?: { cause?: unknown }) {
    super(explained.code, options)
    this.name = 'ExplainedFailure'
    this.explained = explained
  }
}
