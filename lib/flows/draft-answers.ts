import { z } from 'zod'
import { mappingDocument } from '@/lib/mapping/mapping-document'
import { schedule } from '@/lib/schedule/schedule'
import { rawSchema, sourceColumn } from './flow-definition'

/**
 * What the wizard has collected so far, step by step. Everything may be missing: a draft is saved at any moment.
 * `lib/flows/complete-draft` says what is still lacking and turns a whole one into a flow definition with its bindings.
 */
export const sourceAnswers = z.object({
  workspaceId: z.uuid().optional(),
  sourceKey: z.string().optional(),
  /** What people call it; for sources the catalogue does not know. */
  sourceName: z.string().optional(),
  /** How it is explored; for sources the catalogue does not know. */
  sourceKind: z.enum(['table', 'rest']).optional(),
  connectionSpec: z.object({ id: z.string(), version: z.string() }).optional(),
  baseConnectionId: z.string().optional(),
  connectionName: z.string().optional(),
})

export const dataAnswers = z.object({
  /** How the source is explored; drafts from before there was a choice are about tables. */
  kind: z.enum(['table', 'rest']).optional(),
  /** The `path` explore gave; for a REST source its resource path. */
  table: z.string().optional(),
  /** Columns; for a REST source the first level of its hierarchy, the rest of it in `xdm`. */
  columns: z.array(sourceColumn).optional(),
  /** Names of a table's columns that are not read; `columns` are the others. */
  leftOut: z.array(z.string()).optional(),
  deltaColumn: z.string().optional(),
})

export const targetAnswers = z.object({
  schemaMode: z.enum(['existing', 'build']).optional(),
  /** The existing schema. */
  schemaId: z.string().optional(),
  /** Title of the chosen or the built schema. */
  schemaTitle: z.string().optional(),
  schemaDescription: z.string().optional(),
  classId: z.string().optional(),
  fieldGroupIds: z.array(z.string()).optional(),
  primaryIdentity: z.object({ path: z.string(), namespace: z.string() }).optional(),
  datasetMode: z.enum(['existing', 'new']).optional(),
  datasetId: z.string().optional(),
  datasetName: z.string().optional(),
  datasetDescription: z.string().optional(),
  /** The person's wish; whether it can be had, `lib/flows/profile-choice` says. */
  forProfile: z.boolean().optional(),
  /** The existing schema is in the union; as Adobe said when it was chosen. */
  schemaInProfile: z.boolean().optional(),
  /** The existing dataset is enabled for Profile; as Adobe said when it was chosen. */
  datasetInProfile: z.boolean().optional(),
  rawSchema: rawSchema.optional(),
})

/**
 * What the checks said of the mapping when its trees were last at hand, so that other pages can count without loading them.
 * `key` names the columns and the schema it was said of (lib/flows/mapping-key): with another key it is no longer true.
 */
export const mappingVerdict = z.object({
  key: z.string(),
  mapped: z.number().int().nonnegative(),
  required: z.number().int().nonnegative(),
  requiredMapped: z.number().int().nonnegative(),
  errors: z.number().int().nonnegative(),
  warnings: z.number().int().nonnegative(),
})

export const mappingAnswers = z.object({
  document: mappingDocument.optional(),
  verdict: mappingVerdict.optional(),
})

export const scheduleAnswers = z.object({
  schedule: schedule.partial().optional(),
  flowSpec: z.object({ id: z.string(), version: z.string() }).optional(),
  /** The flow specification copies by a delta column; as Adobe said when it was last read. */
  takesDelta: z.boolean().optional(),
  /** Connection and flow specification both support drafts; as Adobe said when they were last read. */
  supportsDrafts: z.boolean().optional(),
  partialIngestionPercent: z.number().optional(),
  errorDiagnosticsEnabled: z.boolean().optional(),
})

export const reviewAnswers = z.object({
  name: z.string().optional(),
  description: z.string().optional(),
  asDraft: z.boolean().optional(),
})

export const draftAnswers = z.object({
  source: sourceAnswers.optional(),
  data: dataAnswers.optional(),
  target: targetAnswers.optional(),
  mapping: mappingAnswers.optional(),
  schedule: scheduleAnswers.optional(),
  review: reviewAnswers.optional(),
})

export type DraftAnswers = z.infer<typeof draftAnswers>
export type SourceAnswers = z.infer<typeof sourceAnswers>
export type DataAnswers = z.infer<typeof dataAnswers>
export type TargetAnswers = z.infer<typeof targetAnswers>
export type MappingAnswers = z.infer<typeof mappingAnswers>
export type MappingVerdict = z.infer<typeof mappingVerdict>
export type ScheduleAnswers = z.infer<typeof scheduleAnswers>
