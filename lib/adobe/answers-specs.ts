import { z } from 'zod'
import { sourceColumn } from '@/lib/flows/flow-definition'

const jsonSchema = z.looseObject({
  type: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
})

/** How a source wants to be authenticated: a JSON Schema whose secrets carry `format: password`. */
export const authSpec = z.looseObject({ name: z.string(), type: z.string().optional(), spec: jsonSchema.optional() })

export const connectionSpecItem = z.looseObject({
  id: z.string(),
  name: z.string().optional(),
  version: z.string().default('1.0'),
  providerId: z.string().optional(),
  authSpec: z.array(authSpec).nullish(),
  sourceSpec: z
    .looseObject({ name: z.string().optional(), type: z.string().optional(), spec: jsonSchema.nullish() })
    .nullish(),
  attributes: z
    .looseObject({ isSource: z.boolean().optional(), isDraftModeSupported: z.boolean().optional() })
    .nullish(),
})
export type ConnectionSpecItem = z.infer<typeof connectionSpecItem>

const transformationSpec = z.looseObject({ name: z.string(), spec: z.unknown().optional() })

/** A flow specification; its transformations stand under one of two names. */
export const flowSpecItem = z.looseObject({
  id: z.string(),
  name: z.string().optional(),
  version: z.string().default('1.0'),
  sourceConnectionSpecIds: z.array(z.string()).nullish(),
  targetConnectionSpecIds: z.array(z.string()).nullish(),
  transformationSpecs: z.array(transformationSpec).nullish(),
  transformationSpec: z.array(transformationSpec).nullish(),
  /** `spec` in it is the JSON Schema that a flow's `scheduleParams` must satisfy. */
  scheduleSpec: z.looseObject({ spec: z.unknown().optional() }).nullish(),
  optionSpec: z.looseObject({ spec: z.unknown().optional() }).nullish(),
  runSpec: z.looseObject({ spec: z.unknown().optional() }).nullish(),
  attributes: z.looseObject({ isSourceFlow: z.boolean().optional(), isDraftModeSupported: z.boolean().optional() }).nullish(),
})
export type FlowSpecItem = z.infer<typeof flowSpecItem>

/** A table's columns, with a preview also rows (unordered maps of column to value). */
export const exploredSchema = z.looseObject({
  format: z.string().optional(),
  schema: z.looseObject({ columns: z.array(sourceColumn).default([]) }),
  data: z.array(z.record(z.string(), z.unknown())).nullish(),
})
/** A REST resource: a JSON Schema of nested objects, with a preview also records. */
export const exploredHierarchy = z.looseObject({
  format: z.string().optional(),
  schema: jsonSchema.default({}),
  data: z.array(z.record(z.string(), z.unknown())).nullish(),
})
export type ExploredHierarchy = z.infer<typeof exploredHierarchy>

export type ExploredSchema = z.infer<typeof exploredSchema>

export const sandboxItem = z.looseObject({
  name: z.string(),
  title: z.string().optional(),
  state: z.string().optional(),
  type: z.string().optional(),
  region: z.string().optional(),
  isDefault: z.boolean().optional(),
})
export type SandboxItem = z.infer<typeof sandboxItem>
export const sandboxList = z.looseObject({ sandboxes: z.array(sandboxItem).default([]) })
