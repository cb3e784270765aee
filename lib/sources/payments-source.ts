import { z } from 'zod'

/** What Adobe does not say about a payments source; one file each beside this one. Pure data. */
export const paymentsSource = z.object({
  key: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.string(),
  connectionSpec: z.object({ id: z.uuid(), version: z.string() }),
  /** Adobe's name of the flow specification that accepts it. */
  flowSpecName: z.string(),
  kind: z.enum(['table', 'rest']),
  /** Adobe's `auth.specName`. */
  authSpecName: z.string(),
  status: z.enum(['current', 'beta', 'deprecated']),
  /** Value of `data.format` for its source connections. */
  dataFormat: z.enum(['tabular', 'json']),
  /** Defaults and hints for fields of the auth specification, by property name. Texts live in the message files. */
  authFields: z.record(z.string(), z.object({ default: z.string().optional(), example: z.string().optional() })),
})

export type PaymentsSource = z.infer<typeof paymentsSource>
