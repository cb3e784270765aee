import { z } from 'zod'

/** Where the records of some tables usually belong in XDM: a recommendation, never a rule. Ids are `$id`s of global definitions. */
export const tableHint = z.object({
  /** Words by which the table's name is recognised, lower case. */
  words: z.array(z.string()).min(1),
  classId: z.url(),
  fieldGroupIds: z.array(z.url()),
})

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
  /** Most telling first. */
  tableHints: z.array(tableHint),
})

export type PaymentsSource = z.infer<typeof paymentsSource>
export type TableHint = z.infer<typeof tableHint>
