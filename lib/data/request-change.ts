import 'server-only'
import { ExplainedFailure } from '@/lib/explained-error'
import { compareDefinitions } from '@/lib/flows/compare-definitions'
import type { FlowDefinition } from '@/lib/flows/flow-definition'
import { planChange } from '@/lib/provisioning/change/plan-change'
import { countWork } from '@/lib/provisioning/plan'
import { database } from './database'
import { flowInclude, toFlowRow, type FlowRow } from './flows'
import type { Prisma } from './generated/client'
import { toProvisioningRow, type ProvisioningRow } from './provisionings'
import type { Requested } from './request-provisioning'

export type ChangeRequest = { flowId: string; target: FlowDefinition; requestedById?: string | undefined }

/**
 * Asks for a living flow to become what a definition says. Asking for the same while it is under way gives the one there is.
 * @throws ExplainedFailure `not-found`, `flow-not-live`, `flow-being-changed`, `documents.blocked` for what cannot change
 */
export const requestChange = ({ target, ...request }: ChangeRequest): Promise<Requested> =>
  insertChange(request, (flow) => ({ before: flow.definition, target }))

/**
 * Goes on with a change that failed, or back to what the flow was before it.
 * @throws ExplainedFailure `not-found`, `flow-not-live`, `flow-being-changed`, `conflict` where there is no such change
 */
export const requestChangeAgain = (request: Omit<ChangeRequest, 'target'>, way: 'on' | 'back'): Promise<Requested> =>
  insertChange(request, (flow, { change, state }) => {
    if (!change || state === 'succeeded') throw new ExplainedFailure({ code: 'conflict', retryable: false })
    return way === 'on' ? change : { before: change.target, target: flow.definition }
  })

type Change = { before: FlowDefinition; target: FlowDefinition }

async function insertChange(
  { flowId, requestedById }: Omit<ChangeRequest, 'target'>,
  changeOf: (flow: FlowRow, last: ProvisioningRow) => Change,
): Promise<Requested> {
  return database().$transaction(async (transaction) => {
    await transaction.$queryRaw`SELECT 1 FROM flow WHERE id = ${flowId}::uuid FOR NO KEY UPDATE`
    const stored = await transaction.flow.findUnique({ where: { id: flowId }, include: flowInclude })
    const last = stored && (await transaction.provisioning.findFirst({ where: { flowId }, orderBy: { createdAt: 'desc' } }))
    if (!stored || !last) throw new ExplainedFailure({ code: 'not-found', retryable: false })
    const flow = toFlowRow(stored)
    if (flow.lifecycle !== 'live') throw new ExplainedFailure({ code: 'flow-not-live', retryable: false })
    const row = toProvisioningRow(last)
    const change = changeOf(flow, row)
    if (row.state === 'queued' || row.state === 'running') {
      const isSame = row.change && compareDefinitions(row.change.target, change.target).length === 0
      if (isSame) return { flowId, provisioningId: row.id }
      throw new ExplainedFailure({ code: 'flow-being-changed', retryable: true })
    }
    if (compareDefinitions(change.before, change.target).some(({ isPossible }) => !isPossible)) {
      throw new ExplainedFailure({ code: 'documents.blocked', retryable: false })
    }
    const stepsTotal = countWork(planChange(change, flow.bindings))
    const data = { flowId, workspaceId: flow.workspace.id, kind: 'change', stepsTotal, requestedById: requestedById ?? null }
    const { id } = await transaction.provisioning.create({ data: { ...data, change: change as Prisma.InputJsonObject } })
    return { flowId, provisioningId: id }
  })
}
