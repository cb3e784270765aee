import 'server-only'
import { ExplainedFailure } from '@/lib/explained-error'
import type { CompleteDraft } from '@/lib/flows/complete-draft'
import { draftAnswers, type DraftAnswers } from '@/lib/flows/draft-answers'
import { countWork, planFlow } from '@/lib/provisioning/plan'
import { database } from './database'
import type { Prisma } from './generated/client'
import type { ProvisioningKind } from './provisionings'

type Transaction = Prisma.TransactionClient
export type Requested = { flowId: string; provisioningId: string }

const notFound = () => new ExplainedFailure({ code: 'not-found', retryable: false })

type NewFlow = {
  draftId: string
  ownerId: string
  /** Turns the stored answers into a definition, or throws what is lacking. */
  complete: (answers: DraftAnswers) => CompleteDraft
}

/**
 * Makes the flow of a draft together with its first provisioning, in one transaction. The draft's row is locked, so that
 * pressing twice, in two tabs or through two servers, gives one flow; a later press is given that flow and no provisioning.
 * @throws ExplainedFailure `not-found`, and whatever `complete` throws
 */
export async function insertFlowOfDraft({ draftId, ownerId, complete }: NewFlow): Promise<{ flowId: string; provisioningId?: string }> {
  return database().$transaction(async (transaction) => {
    const draft = await lockDraft(transaction, draftId, ownerId)
    if (!draft) throw notFound()
    if (draft.flowId !== null) return { flowId: draft.flowId }
    const { definition, bindings, workspaceId } = complete(draft.answers)
    const flow = await transaction.flow.create({
      data: { workspaceId, name: definition.name, definition: toJson(definition), bindings: toJson(bindings), createdById: ownerId, batchId: draft.batchId },
    })
    const provisioning = await transaction.provisioning.create({
      data: { flowId: flow.id, workspaceId, kind: 'create', batchId: draft.batchId, stepsTotal: countWork(planFlow(definition, bindings)), requestedById: ownerId },
    })
    await transaction.draft.update({ where: { id: draftId }, data: { flowId: flow.id } })
    return { flowId: flow.id, provisioningId: provisioning.id }
  })
}

type Request = {
  flowId: string
  kind: ProvisioningKind
  requestedById?: string
  /** Of an undoing: kinds that stay in Adobe; without it, those that an undoing before it has kept. */
  keeps?: readonly string[]
  /** Takes over what the draft says now, before a creation goes on. Undefined keeps the definition as it is. */
  revise?: (answers: DraftAnswers) => CompleteDraft
}

/**
 * Asks for a flow to be created further, or to be undone. At most one request a flow is alive: asking for the same again
 * gives the one there is, and undoing calls a creation off.
 * @throws ExplainedFailure `not-found`, `flow-live`, `flow-deleted`, `flow-being-removed`, `workspace-changed`
 */
export async function requestProvisioning({ flowId, kind, requestedById, keeps, revise }: Request): Promise<Requested> {
  return database().$transaction(async (transaction) => {
    const [flow] = await transaction.$queryRaw<{ lifecycle: string; workspaceId: string; batchId: string | null }[]>`
      SELECT lifecycle, "workspaceId", "batchId" FROM flow WHERE id = ${flowId}::uuid FOR NO KEY UPDATE`
    if (!flow) throw notFound()
    const active = await transaction.provisioning.findFirst({
      where: { flowId, state: { in: ['queued', 'running'] } },
      orderBy: { createdAt: 'desc' },
    })
    if (active?.kind === kind) return { flowId, provisioningId: active.id }
    refuse(kind, flow.lifecycle, active !== null)
    // Whoever executes it notices at its next step; its lease still keeps others away until it has let go.
    if (active) await transaction.provisioning.update({ where: { id: active.id }, data: { state: 'cancelled', finishedAt: new Date() } })
    const kept = kind === 'undo' ? (keeps ?? (await keptBefore(transaction, flowId))) : []
    const stepsTotal = kind === 'create' ? await reviseFlow(transaction, flowId, flow.workspaceId, revise) : await countUndo(transaction, flowId, kept)
    await transaction.flow.update({ where: { id: flowId }, data: { lifecycle: kind === 'create' ? 'provisioning' : 'deleting' } })
    const { id } = await transaction.provisioning.create({
      data: { flowId, workspaceId: flow.workspaceId, batchId: flow.batchId, kind, stepsTotal, keeps: [...kept], requestedById: requestedById ?? null },
    })
    return { flowId, provisioningId: id }
  })
}

function refuse(kind: ProvisioningKind, lifecycle: string, isActive: boolean) {
  if (lifecycle === 'deleted') throw new ExplainedFailure({ code: 'flow-deleted', retryable: false })
  if (kind === 'undo') return
  if (lifecycle === 'live') throw new ExplainedFailure({ code: 'flow-live', retryable: false })
  if (lifecycle === 'deleting' || isActive) throw new ExplainedFailure({ code: 'flow-being-removed', retryable: false })
}

async function reviseFlow(transaction: Transaction, flowId: string, workspaceId: string, revise: Request['revise']): Promise<number> {
  const flow = await transaction.flow.findUniqueOrThrow({ where: { id: flowId }, include: { draft: true } })
  const answers = flow.draft && draftAnswers.safeParse(flow.draft.answers)
  if (!revise || !answers?.success) {
    const last = await transaction.provisioning.findFirst({ where: { flowId, kind: 'create' }, orderBy: { createdAt: 'desc' } })
    return last?.stepsTotal ?? 0
  }
  const complete = revise(answers.data)
  if (complete.workspaceId !== workspaceId)
    throw new ExplainedFailure({ code: 'workspace-changed', mendAt: 'source', retryable: false })
  const { definition, bindings } = complete
  await transaction.flow.update({
    where: { id: flowId },
    data: { name: definition.name, definition: toJson(definition), bindings: toJson(bindings) },
  })
  return countWork(planFlow(definition, bindings))
}

const countUndo = (transaction: Transaction, flowId: string, kept: readonly string[]) =>
  transaction.flowResource.count({
    where: { flowId, resource: { state: { notIn: ['reused', 'deleted', 'failed'] }, NOT: { kind: { in: [...kept] }, state: 'created' } } },
  })

/** A removal that got stuck goes on as it began: what was to stay stays. */
async function keptBefore(transaction: Transaction, flowId: string): Promise<readonly string[]> {
  const last = await transaction.provisioning.findFirst({ where: { flowId, kind: 'undo' }, orderBy: { createdAt: 'desc' }, select: { keeps: true } })
  return last?.keeps ?? []
}

async function lockDraft(transaction: Transaction, draftId: string, ownerId: string) {
  const [row] = await transaction.$queryRaw<{ answers: unknown; flowId: string | null; batchId: string | null }[]>`
    SELECT answers, "flowId", "batchId" FROM draft WHERE id = ${draftId}::uuid AND "ownerId" = ${ownerId} AND "changesId" IS NULL FOR UPDATE`
  return row && { flowId: row.flowId, batchId: row.batchId, answers: draftAnswers.parse(row.answers) }
}

/** Parsed documents are plain JSON. */
const toJson = (document: unknown) => document as Prisma.InputJsonObject
