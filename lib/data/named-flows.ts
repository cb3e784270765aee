import 'server-only'
import { ExplainedFailure } from '@/lib/explained-error'
import type { Bindings, FlowDefinition } from '@/lib/flows/flow-definition'
import { countWork, planFlow } from '@/lib/provisioning/plan'
import { database } from './database'
import { flowInclude, toFlowRow, type FlowRow } from './flows'
import type { Prisma } from './generated/client'
import type { Requested } from './request-provisioning'

/** Flows of that name that live in a workspace: what a document of that name may be about. The oldest first. */
export async function findFlowsNamed(workspaceId: string, name: string, store: Prisma.TransactionClient = database()): Promise<FlowRow[]> {
  const where = { workspaceId, name, lifecycle: { not: 'deleted' } }
  return (await store.flow.findMany({ where, include: flowInclude, orderBy: { createdAt: 'asc' } })).map(toFlowRow)
}

/** Flows that are not deleted, of all workspaces or one, by name; for finding one by what a person calls it. */
export async function findFlowsByName(name: string, workspaceId?: string): Promise<FlowRow[]> {
  const where = { name, lifecycle: { not: 'deleted' }, ...(workspaceId !== undefined && { workspaceId }) }
  return (await database().flow.findMany({ where, include: flowInclude, orderBy: { createdAt: 'asc' } })).map(toFlowRow)
}

/** Our number for the advisory lock under which flows are made from documents; the second number is the name's hash. */
const lockOfNames = 7_203_351

export type NewNamedFlow = { workspaceId: string; definition: FlowDefinition; bindings: Bindings; requestedById?: string | undefined; batchId?: string | undefined }

/**
 * Makes a flow from a document together with its first provisioning. Two that apply the same document at the same moment
 * make one flow: the second is refused.
 * @throws ExplainedFailure `conflict` where a flow of that name has appeared in the workspace
 */
export async function insertNamedFlow({ workspaceId, definition, bindings, requestedById, batchId: batch }: NewNamedFlow): Promise<Requested> {
  const requested = requestedById ?? null
  const batchId = batch ?? null
  return database().$transaction(async (store) => {
    await store.$executeRaw`SELECT pg_advisory_xact_lock(${lockOfNames}::int, hashtext(${`${workspaceId} ${definition.name}`}))`
    if ((await findFlowsNamed(workspaceId, definition.name, store)).length > 0) throw new ExplainedFailure({ code: 'conflict', retryable: true })
    const flow = await store.flow.create({
      data: { workspaceId, name: definition.name, definition: toJson(definition), bindings: toJson(bindings), createdById: requested, batchId },
    })
    const stepsTotal = countWork(planFlow(definition, bindings))
    const provisioning = await store.provisioning.create({ data: { flowId: flow.id, workspaceId, kind: 'create', batchId, stepsTotal, requestedById: requested } })
    return { flowId: flow.id, provisioningId: provisioning.id }
  })
}

/** Gives a flow whose creation failed the document's newest words, before it goes on. Does nothing to any other flow. */
export async function reviseFailedFlow(flowId: string, definition: FlowDefinition, bindings: Bindings): Promise<void> {
  await database().flow.updateMany({
    where: { id: flowId, lifecycle: 'failed' },
    data: { definition: toJson(definition), bindings: toJson(bindings) },
  })
}

/** Keeps what a living flow has been changed to, with the etag Adobe gave it. */
export async function keepDefinition(flowId: string, definition: FlowDefinition, etag: string | undefined): Promise<void> {
  const data = { definition: toJson(definition), ...(etag !== undefined && { etag }) }
  await database().flow.update({ where: { id: flowId }, data })
}

/** Parsed documents are plain JSON. */
const toJson = (document: unknown) => document as Prisma.InputJsonObject
