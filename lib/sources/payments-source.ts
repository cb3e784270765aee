import { z } from 'zod'

/** A mapping row that usually fits: proposed, never made by itself. Sources as Data Prep writes them. */
export const starter = z.object({
  destination: z.string().min(1),
  sourceType: z.enum(['ATTRIBUTE', 'EXPRESSION', 'STATIC']),
  source: z.string().min(1),
})

/** Where the records of an object usually belong in XDM: a recommendation, never a rule. Ids are `$id`s of global definitions. */
export const objectHint = z.object({
  /** Words by which a table or resource is recognised, lower case. */
  words: z.array(z.string()).min(1),
  /** All the words of a name joined by underscores, for what a single word would confuse. */
  exactly: z.array(z.string()).optional(),
  classId: z.url(),
  fieldGroupIds: z.array(z.url()),
  starters: z.array(starter),
  /** The field that tells whom or what a record is about, and the usual namespace for it. */
  identity: z.object({ path: z.string(), namespace: z.string() }).optional(),
})

/** What Adobe does not say about a payments source; one file each beside this one. Pure data. */
export const paymentsSource = z.object({
  key: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.string(),
  connectionSpec: z.object({ id: z.uuid(), version: z.string() }),
  /** Adobe's name of the flow specification that accepts it. */
  flowSpecName: z.string(),
  kind: z.enum(['table', 'rest']),
  /** Adobe's `auth.specName` that is shown first where the source has several. */
  authSpecName: z.string(),
  status: z.enum(['current', 'beta', 'deprecated']),
  /** Ready-made settings for a source without a specification of its own; texts under `setup.source.covers.<key>`. */
  isPreset: z.boolean().optional(),
  /** Defaults and hints for fields of the auth specification, by property name. Texts live in the message files. */
  authFields: z.record(z.string(), z.object({ default: z.string().optional(), example: z.string().optional() })),
  /** Where the account's owner finds these values: a page of the payments system. */
  credentialsPage: z.url().optional(),
  /** Resource paths of a REST source, which Adobe does not list. */
  resources: z.array(z.string().min(1)).optional(),
  /** Most telling first. */
  objects: z.array(objectHint),
})

export type PaymentsSource = z.infer<typeof paymentsSource>
export type ObjectHint = z.infer<typeof objectHint>
export type Starter = z.infer<typeof starter>
