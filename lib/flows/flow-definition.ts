import { z } from 'zod'
import { mappingDocument } from '@/lib/mapping/mapping-document'
import { schedule } from '@/lib/schedule/schedule'

/** A column as Flow Service explore answers it, kept whole because `sourceConnections` wants it back unchanged. */
export const sourceColumn = z.looseObject({
  name: z.string().min(1),
  type: z.string(),
  'meta:xdmType': z.string().optional(),
  xdm: z.looseObject({ type: z.string(), format: z.string().optional() }).optional(),
})

export const definitionSource = z.object({
  /** Key in the catalogue of lib/sources, e.g. `paypal`. */
  key: z.string().min(1),
  connectionSpec: z.object({ id: z.string().min(1), version: z.string().min(1) }),
  /** The base connection's name: a hint for people; its id is a binding. */
  connectionName: z.string().min(1),
})

const tableData = z.object({
  kind: z.literal('table'),
  /** The `path` explore gave, sent as `params.tableName`. */
  table: z.string().min(1),
  columns: z.array(sourceColumn).min(1),
  /** Names of the table's columns that are not read; columns that the table gets later are not among them. */
  leftOut: z.array(z.string().min(1)).optional(),
  /** Absent for a schedule of `once`, where Adobe refuses the whole Copy transformation (1369-400). */
  deltaColumn: z.string().min(1).optional(),
  resourcePath: z.never().optional(),
})

const restData = z.object({
  kind: z.literal('rest'),
  /** Sent as `params.resourcePath`, e.g. `charges`. */
  resourcePath: z.string().min(1),
  /** The first level of the hierarchy that explore gave (often `data` alone), its JSON Schema whole in `xdm`. */
  columns: z.array(sourceColumn).min(1),
  /** REST flows know no Copy transformation, hence no delta column. */
  deltaColumn: z.never().optional(),
  leftOut: z.never().optional(),
  table: z.never().optional(),
})

/** What is read: a table with its columns, or a resource of a REST API with its hierarchy. */
export const definitionData = z.discriminatedUnion('kind', [tableData, restData])

/** How the raw columns are described: an ad-hoc class and schema of their own, or only `params.columns`. */
export const rawSchema = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('adhoc'), classTitle: z.string().min(1), schemaTitle: z.string().min(1) }),
  z.object({ mode: z.literal('columns-only') }),
])

export const targetSchema = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('existing'), title: z.string().min(1), classId: z.string().min(1) }),
  z.object({
    mode: z.literal('build'),
    title: z.string().min(1),
    description: z.string().optional(),
    /** `$id` of the class, then of each field group, none twice. */
    classId: z.string().min(1),
    fieldGroupIds: z.array(z.string().min(1)).refine((ids) => new Set(ids).size === ids.length, 'no field group twice'),
    primaryIdentity: z.object({ path: z.string().min(1), namespace: z.string().min(1) }).optional(),
  }),
])

export const targetDataset = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('existing'), name: z.string().min(1) }),
  z.object({ mode: z.literal('new'), name: z.string().min(1), description: z.string().optional() }),
])

/**
 * The complete, validated answer of the wizard: one JSON document, versioned, exportable, without secrets and without
 * the ids of any workspace, so that it can be applied to another one.
 */
export const flowDefinition = z.object({
  kind: z.literal('tributary/flow'),
  version: z.literal(1),
  name: z.string().trim().min(1).max(200),
  description: z.string().max(2000).optional(),
  /** Adobe keeps the flow as a draft, which reads nothing, until it is published. */
  asDraft: z.boolean().optional(),
  source: definitionSource,
  data: definitionData,
  rawSchema,
  target: z.object({
    schema: targetSchema,
    dataset: targetDataset,
    /** The records also go into Real-Time Customer Profile: the schema is in the union, the dataset carries Profile's tags. */
    forProfile: z.boolean().optional(),
  }),
  mapping: mappingDocument,
  schedule,
  options: z
    .object({
      /** Per cent of rows that may fail before the whole run does (flow option `partialIngestionPercent`). */
      partialIngestionPercent: z.number().gt(0).max(100).optional(),
      errorDiagnosticsEnabled: z.boolean().optional(),
    })
    .optional(),
})

export type SourceColumn = z.infer<typeof sourceColumn>
export type DefinitionData = z.infer<typeof definitionData>
export type FlowDefinition = z.infer<typeof flowDefinition>

/** The ids that a definition's names stand for in one workspace. */
export const bindings = z.object({
  baseConnectionId: z.string().min(1),
  /** `$id` of the existing target schema; absent when one is built. */
  schemaId: z.string().optional(),
  /** Id of the existing dataset; absent when one is made. */
  datasetId: z.string().optional(),
  /** The flow specification that accepts this source, looked up in the workspace. */
  flowSpec: z.object({ id: z.string().min(1), version: z.string().min(1) }),
})

export type Bindings = z.infer<typeof bindings>
