import { z } from 'zod'
import { schedule } from '@/lib/schedule/schedule'

/** Objects that one batch takes: as many as a person can still look through, and more than any payments source has. */
export const objectsMax = 200

const sharedDataset = z.enum(['each', 'one'])

/** Where the rows of all objects go. `one` and `existing` are one schema for all of them. */
export const batchTarget = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('each') }),
  z.object({
    mode: z.literal('one'),
    title: z.string().trim().min(1).max(200),
    classId: z.string().min(1),
    fieldGroupIds: z.array(z.string().min(1)),
    dataset: sharedDataset,
  }),
  z.object({
    mode: z.literal('existing'),
    schemaId: z.string().min(1),
    title: z.string().min(1),
    classId: z.string().min(1),
    dataset: sharedDataset,
  }),
])

/** Answers given once for all flows of a batch. */
export const batchChoices = z.object({ target: batchTarget, schedule })

/** One account and what is read of it. */
export const batchRequest = z.object({
  workspaceId: z.uuid(),
  source: z.object({
    sourceKey: z.string().min(1),
    sourceName: z.string().min(1),
    sourceKind: z.enum(['table', 'rest']),
    connectionSpec: z.object({ id: z.string().min(1), version: z.string().min(1) }),
    baseConnectionId: z.string().min(1),
    connectionName: z.string().min(1),
  }),
  objects: z.array(z.string().min(1).max(500)).min(1).max(objectsMax).refine((all) => new Set(all).size === all.length),
  choices: batchChoices,
})

export type BatchTarget = z.infer<typeof batchTarget>
export type BatchChoices = z.infer<typeof batchChoices>
export type BatchRequest = z.infer<typeof batchRequest>
