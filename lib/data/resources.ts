import 'server-only'
import { z } from 'zod'
import { explainedError, type ExplainedError } from '@/lib/explained-error'
import { isStepKey, type ResourceKind, type StepKey } from '@/lib/provisioning/step-keys'
import { database } from './database'
import type { Prisma } from './generated/client'

export const resourceStates = ['intended', 'created', 'reused', 'failed', 'deleting', 'deleted', 'undeletable'] as const
export type ResourceState = (typeof resourceStates)[number]

/** What later steps and people need of a resource beside its id. */
export const resourceDetail = z.looseObject({
  altId: z.string().optional(),
  namespace: z.string().optional(),
  version: z.number().optional(),
  /** True when it was sent again after a doubt, so that the end of the work looks for a twin. */
  resent: z.boolean().optional(),
  /** By what it would be found in Adobe (`LookFor` of lib/adobe), as it stood when it was intended. */
  look: z.unknown().optional(),
})
export type ResourceDetail = z.infer<typeof resourceDetail>

/** The ledger's row of one thing in Adobe, as one flow uses it. */
export type ResourceRow = {
  id: string
  stepKey: StepKey
  kind: ResourceKind
  /** Text that the thing carries in Adobe and by which it is found again. */
  marker: string
  name: string
  state: ResourceState
  adobeId?: string
  etag?: string
  detail: ResourceDetail
  inputHash?: string
  error?: ExplainedError
  intendedAt: Date
  createdAt?: Date
  deletedAt?: Date
  createdById?: string
  /** The journal entry of the call that made it. */
  callId?: string
  /** A later answer replaced it. */
  superseded: boolean
  /** The flow was undone and has let go of it. */
  released: boolean
  /** Another living flow uses it too. */
  isShared: boolean
  /** Flows of the same batch take it for theirs where they want the same. */
  isShareable: boolean
}

const resourceInclude = (flowId: string) =>
  ({
    resource: {
      include: { uses: { where: { flowId: { not: flowId }, superseded: false, released: false, flow: { lifecycle: { not: 'deleted' } } }, select: { flowId: true } } },
    },
  }) as const satisfies Prisma.FlowResourceInclude

type Stored = Prisma.FlowResourceGetPayload<{ include: { resource: { include: { uses: { select: { flowId: true } } } } } }>

/** Everything in Adobe that a flow made or uses, superseded things included, in the order it was begun. */
export async function listFlowResources(flowId: string): Promise<ResourceRow[]> {
  const rows = await database().flowResource.findMany({
    where: { flowId },
    include: resourceInclude(flowId),
    orderBy: [{ resource: { intendedAt: 'asc' } }, { resourceId: 'asc' }],
  })
  return rows.flatMap(toResourceRow)
}

/** One resource as a flow uses it, within a transaction. @throws where the flow does not use it */
export async function findUse(transaction: Prisma.TransactionClient, flowId: string, resourceId: string): Promise<ResourceRow> {
  const use = await transaction.flowResource.findUniqueOrThrow({ where: { flowId_resourceId: { flowId, resourceId } }, include: resourceInclude(flowId) })
  const [row] = toResourceRow(use)
  if (!row) throw new Error(`The resource ${resourceId} is of an unknown kind.`)
  return row
}

/** None for a row of a kind or step that this version does not know. */
export function toResourceRow({ resource, stepKey, superseded, released }: Stored): ResourceRow[] {
  if (!isStepKey(stepKey) || !isStepKey(resource.kind)) return []
  const error = explainedError.safeParse(resource.error)
  return [
    {
      id: resource.id,
      stepKey,
      kind: resource.kind,
      marker: resource.marker,
      name: resource.name,
      state: resourceStates.find((state) => state === resource.state) ?? 'failed',
      detail: resourceDetail.catch({}).parse(resource.detail ?? {}),
      intendedAt: resource.intendedAt,
      superseded,
      released,
      isShared: resource.uses.length > 0,
      isShareable: resource.shareKey !== null,
      ...(resource.adobeId !== null && { adobeId: resource.adobeId }),
      ...(resource.etag !== null && { etag: resource.etag }),
      ...(resource.inputHash !== null && { inputHash: resource.inputHash }),
      ...(error.success && { error: error.data }),
      ...(resource.createdAt !== null && { createdAt: resource.createdAt }),
      ...(resource.deletedAt !== null && { deletedAt: resource.deletedAt }),
      ...(resource.createdById !== null && { createdById: resource.createdById }),
      ...(resource.callId !== null && { callId: resource.callId }),
    },
  ]
}
