import 'server-only'
import { z } from 'zod'
import { findCall, listFlowCalls, type JournalEntry } from '@/lib/data/calls'
import { resourceKinds } from '@/lib/provisioning/step-keys'
import type { CallListView, CallView } from './call-views'

const pageSize = 50
const one = z.union([z.string(), z.array(z.string()).transform((all) => all[0] ?? '')])

/** The questions to a flow's journal as they stand in its address. */
export const callListQuery = z.object({
  step: one.pipe(z.enum(resourceKinds)).optional().catch(undefined),
  method: one.pipe(z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])).optional().catch(undefined),
  outcome: one.pipe(z.enum(['failed', 'good'])).optional().catch(undefined),
  after: one.pipe(z.uuid()).optional().catch(undefined),
  /** One entry alone. */
  call: one.pipe(z.uuid()).optional().catch(undefined),
})
export type CallListAsked = z.output<typeof callListQuery>

/** A page of a flow's journal, newest first. */
export async function readCalls(flowId: string, asked: CallListAsked): Promise<CallListView> {
  if (asked.call !== undefined) {
    const entry = await findCall(flowId, asked.call)
    return { rows: entry ? [toView(entry)] : [] }
  }
  const { items, next } = await listFlowCalls(flowId, {
    take: pageSize,
    ...(asked.after !== undefined && { after: asked.after }),
    ...filterOf(asked),
  })
  return { rows: items.map(toView), ...(next !== undefined && { next }) }
}

/** Everything of a flow's journal that answers the questions, oldest first; at most `most` entries. */
export async function readAllCalls(flowId: string, asked: CallListAsked, most = 5_000): Promise<CallView[]> {
  const all: CallView[] = []
  let after: string | undefined
  do {
    const page = await listFlowCalls(flowId, { take: 200, ...(after !== undefined && { after }), ...filterOf(asked) })
    all.push(...page.items.map(toView))
    after = page.next
  } while (after !== undefined && all.length < most)
  return all.toReversed()
}

function filterOf({ step, method, outcome }: CallListAsked) {
  return {
    ...(step !== undefined && { stepKey: step }),
    ...(method !== undefined && { method }),
    ...(outcome !== undefined && { failed: outcome === 'failed' }),
  }
}

function toView({ startedAt, flowId: _flow, provisioningId: _provisioning, ...entry }: JournalEntry): CallView {
  return { ...entry, startedAt: startedAt.toISOString() }
}
