import { z } from 'zod'

/**
 * The forms of Adobe's answers, as far as this app reads them. All are loose: unknown fields are kept, figures that
 * Adobe echoes as texts are read, what is documented as optional or differs between documents may be missing.
 */

/** A figure that may come as text (`"interval": "15"`); undefined where it is neither. */
export const lenientNumber = z
  .union([z.number(), z.string()])
  .transform((value) => (value === '' ? Number.NaN : Number(value)))
  .transform((value) => (Number.isFinite(value) ? value : undefined))
  .optional()
  .catch(undefined)

const lenientBoolean = z
  .union([z.boolean(), z.enum(['true', 'false']).transform((value) => value === 'true')])
  .optional()
  .catch(undefined)

/** Flow Service's answer to a creation or change: id and etag alone, now and then inside `items`. */
export const createdItem = z.preprocess(
  unwrapItem,
  z.looseObject({ id: z.string().min(1), etag: z.string().optional() }),
)

/** What a look-up by id answers: `{items: [one]}`, or the bare object; undefined for an empty list. */
export const oneItem = <T extends z.ZodType>(schema: T) => z.preprocess(unwrapItem, schema.optional())

function unwrapItem(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('items' in value) || !Array.isArray(value.items)) return value
  return value.items[0]
}

/** A page of Flow Service. A bare object stands for a list of one, a bare array for itself. */
export const itemPage = <T extends z.ZodType>(schema: T) =>
  z.preprocess(
    (value) => {
      if (Array.isArray(value)) return { items: value }
      const isItem = typeof value === 'object' && value !== null && 'id' in value && !('items' in value)
      return isItem ? { items: [value] } : value
    },
    z.looseObject({
      items: z.array(schema).default([]),
      _links: z.looseObject({ next: z.looseObject({ href: z.string() }).nullish() }).nullish(),
    }),
  )

const specRef = z.looseObject({ id: z.string(), version: z.string().optional() })

export const connectionItem = z.looseObject({
  id: z.string(),
  name: z.string().optional(),
  description: z.string().nullish(),
  state: z.string().optional(),
  connectionSpec: specRef.optional(),
  /** Of source connections. */
  baseConnectionId: z.string().optional(),
  auth: z.looseObject({ specName: z.string().optional() }).nullish(),
  createdAt: lenientNumber,
  updatedAt: lenientNumber,
  etag: z.string().optional(),
})
export type ConnectionItem = z.infer<typeof connectionItem>

export const exploredTable = z.looseObject({
  type: z.string().optional(),
  name: z.string(),
  path: z.string().optional(),
  canPreview: z.boolean().optional(),
  canFetchSchema: z.boolean().optional(),
})
export type ExploredTable = z.infer<typeof exploredTable>

/** The root of an account: a bare array; some answers wrap it. */
export const exploredRoot = z.preprocess(
  (value) => (typeof value === 'object' && value !== null && 'items' in value ? value.items : value),
  z.array(exploredTable),
)

export const flowItem = z.looseObject({
  id: z.string(),
  name: z.string().optional(),
  description: z.string().nullish(),
  state: z.string().optional(),
  etag: z.string().optional(),
  flowSpec: specRef.optional(),
  sourceConnectionIds: z.array(z.string()).default([]),
  targetConnectionIds: z.array(z.string()).default([]),
  transformations: z.array(z.looseObject({ name: z.string(), params: z.looseObject({}).nullish() })).nullish(),
  scheduleParams: z
    .looseObject({
      startTime: lenientNumber,
      frequency: z.string().optional(),
      interval: lenientNumber,
      backfill: lenientBoolean,
    })
    .nullish(),
  options: z.looseObject({}).nullish(),
  lastRunDetails: z
    .looseObject({
      id: z.string().optional(),
      state: z.string().optional(),
      startedAtUTC: lenientNumber,
      completedAtUTC: lenientNumber,
    })
    .nullish(),
  createdAt: lenientNumber,
  updatedAt: lenientNumber,
})
export type FlowItem = z.infer<typeof flowItem>

/** Made by hand: `{id, etag}`, the same in a list, or the whole run. */
export const createdRun = createdItem

export const mappingSetCreated = z.looseObject({ id: z.string().min(1), version: z.number().int().default(0) })

export const mappingSetItem = z.looseObject({
  id: z.string(),
  name: z.string().nullish(),
  version: z.number().int().default(0),
  createdDate: z.union([z.number(), z.string()]).optional(),
})
export type MappingSetItem = z.infer<typeof mappingSetItem>

/** Catalog answers creations with `["@/dataSets/{id}"]`, in one spelling or another. */
export const datasetCreated = z
  .array(z.string())
  .min(1)
  .transform((paths) => ({ id: paths[0]?.split('/').at(-1) ?? '' }))
  .refine(({ id }) => id !== '', 'no id in the answer')

export const datasetItem = z.looseObject({
  name: z.string().optional(),
  description: z.string().nullish(),
  schemaRef: z.looseObject({ id: z.string(), contentType: z.string().optional() }).nullish(),
  tags: z.record(z.string(), z.unknown()).nullish(),
  state: z.string().optional(),
  created: lenientNumber,
  updated: lenientNumber,
})
export type DatasetItem = z.infer<typeof datasetItem>

/** Every answer of Catalog's reads is keyed by id, also that of a single look-up. */
export const datasetsById = z.record(z.string(), datasetItem)
