import 'server-only'
import { bindings, flowDefinition, type Bindings, type FlowDefinition } from '@/lib/flows/flow-definition'
import { database } from './database'
import type { Prisma } from './generated/client'

export const lifecycles = ['provisioning', 'failed', 'live', 'deleting', 'deleted'] as const
export type Lifecycle = (typeof lifecycles)[number]

/** A flow as the app works with it. Times are UTC. */
export type FlowRow = {
  id: string
  name: string
  workspace: { id: string; name: string; kind: string }
  definition: FlowDefinition
  bindings: Bindings
  lifecycle: Lifecycle
  /** Adobe's id of the dataflow, once it exists. */
  adobeFlowId?: string
  /** Adobe's own state, e.g. `enabled`. */
  adobeState?: string
  etag?: string
  health: string
  nextRunAt?: Date
  lastRunAt?: Date
  syncedAt?: Date
  createdById?: string
  createdAt: Date
  updatedAt: Date
  deletedAt?: Date
  /** The draft it came of, while it is still tied to it. */
  draftId?: string
}

/** What every read of a flow brings along. */
export const flowInclude = {
  workspace: { select: { id: true, name: true, kind: true } },
  draft: { select: { id: true } },
} as const satisfies Prisma.FlowInclude

type Stored = Prisma.FlowGetPayload<{ include: typeof flowInclude }>

const lifecycleOf = (text: string): Lifecycle => lifecycles.find((one) => one === text) ?? 'failed'

/** A stored flow with its documents read by their schemas. @throws ZodError for a definition of an unknown version. */
export function toFlowRow(row: Stored): FlowRow {
  const { id, name, workspace, health, createdAt, updatedAt } = row
  return {
    id,
    name,
    workspace,
    definition: flowDefinition.parse(row.definition),
    bindings: bindings.parse(row.bindings),
    lifecycle: lifecycleOf(row.lifecycle),
    health,
    createdAt,
    updatedAt,
    ...present('adobeFlowId', row.adobeFlowId),
    ...present('adobeState', row.adobeState),
    ...present('etag', row.etag),
    ...present('nextRunAt', row.nextRunAt),
    ...present('lastRunAt', row.lastRunAt),
    ...present('syncedAt', row.syncedAt),
    ...present('createdById', row.createdById),
    ...present('deletedAt', row.deletedAt),
    ...present('draftId', row.draft?.id),
  }
}

const present = <Key extends string, Value>(key: Key, value: Value | null | undefined) =>
  (value === null || value === undefined ? {} : { [key]: value }) as { [name in Key]?: Value }

const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

export type FlowContent = Pick<FlowRow, 'definition' | 'bindings' | 'adobeFlowId'>

/** What a flow is made of, or undefined. @throws ZodError for a definition of an unknown version */
export async function findContent(id: string): Promise<FlowContent | undefined> {
  const row = await database().flow.findUnique({ where: { id }, select: { definition: true, bindings: true, adobeFlowId: true } })
  return row ? { ...toContent(row), ...present('adobeFlowId', row.adobeFlowId) } : undefined
}

/** Stored documents read by their schemas. @throws ZodError for a definition of an unknown version */
export const toContent = (row: { definition: unknown; bindings: unknown }): Pick<FlowContent, 'definition' | 'bindings'> => ({
  definition: flowDefinition.parse(row.definition),
  bindings: bindings.parse(row.bindings),
})

/** One flow, or undefined; deleted ones are found too. */
export async function findFlow(id: string): Promise<FlowRow | undefined> {
  if (!isUuid(id)) return undefined
  const row = await database().flow.findUnique({ where: { id }, include: flowInclude })
  return row ? toFlowRow(row) : undefined
}
