import 'server-only'
import type { CallRecord } from '@/lib/adobe/types'
import { database } from './database'
import type { ApiCall } from './generated/client'
import { withoutFlush } from './without-flush'

/** One try of one call, as the journal keeps it; bodies were redacted before they came here. */
export type JournalEntry = Omit<CallRecord, 'startedAt'> & {
  id: string
  flowId?: string
  provisioningId?: string
  startedAt: Date
}

export type JournalPage = {
  items: JournalEntry[]
  /** Id to continue behind, when there is more. */
  next?: string
}

export type JournalFilter = {
  /** At most this many, newest first; 1–200. */
  take?: number
  /** Continues behind this entry. */
  after?: string
  stepKey?: string
  method?: string
  /** Only calls that failed, or only those that did not. */
  failed?: boolean
}

/** One try to be written down. `id` comes from the caller, so that a ledger row can name it. */
export type NewCall = CallRecord & { id: string }

/**
 * Writes tries of one provisioning or flow down, all in one statement of the same text however many they are, since this
 * happens beside every call. Not waited for until it is on the disk: every record of the ledger after it is.
 */
export async function insertCalls(where: { workspaceId: string; flowId?: string; provisioningId?: string }, calls: readonly NewCall[]): Promise<void> {
  const { workspaceId, flowId = null, provisioningId = null } = where
  await database().$queryRaw`
    INSERT INTO api_call (
      id, "workspaceId", "flowId", "provisioningId", "stepKey", method, path, status, "durationMs", attempt, "requestId", "startedAt",
      "requestBody", "responseBody", error)
    SELECT id, ${workspaceId}::uuid, ${flowId}::uuid, ${provisioningId}::uuid, "stepKey", method, path, status, "durationMs", attempt, "requestId", "startedAt",
      "requestBody", "responseBody", error
    FROM jsonb_to_recordset(${JSON.stringify(calls)}::jsonb) AS one(
      id uuid, "stepKey" text, method text, path text, status int, "durationMs" int, attempt int, "requestId" text, "startedAt" timestamptz,
      "requestBody" jsonb, "responseBody" jsonb, error jsonb)
    RETURNING ${withoutFlush}`
}

/** A page of a flow's journal, newest first. */
export async function listFlowCalls(flowId: string, filter: JournalFilter = {}): Promise<JournalPage> {
  const take = Math.min(Math.max(filter.take ?? 50, 1), 200)
  const rows = await database().apiCall.findMany({
    where: {
      flowId,
      ...(filter.stepKey !== undefined && { stepKey: filter.stepKey }),
      ...(filter.method !== undefined && { method: filter.method }),
      ...(filter.failed === true && { OR: [{ status: null }, { status: { gte: 400 } }] }),
      ...(filter.failed === false && { status: { lt: 400 } }),
    },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    take: take + 1,
    ...(filter.after !== undefined && { cursor: { id: filter.after }, skip: 1 }),
  })
  const items = rows.slice(0, take).map(toEntry)
  const last = items.at(-1)
  return { items, ...(rows.length > take && last && { next: last.id }) }
}

/** One entry of a flow's journal, or undefined. */
export async function findCall(flowId: string, callId: string): Promise<JournalEntry | undefined> {
  const row = await database().apiCall.findFirst({ where: { id: callId, flowId } })
  return row ? toEntry(row) : undefined
}

/** How many calls each step of a provisioning has cost so far. */
export async function countCallsByStep(provisioningId: string): Promise<Map<string, number>> {
  const groups = await database().apiCall.groupBy({
    by: ['stepKey'],
    where: { provisioningId, stepKey: { not: null } },
    _count: { _all: true },
  })
  return new Map(groups.map(({ stepKey, _count }) => [stepKey ?? '', _count._all]))
}

function toEntry(row: ApiCall): JournalEntry {
  return {
    id: row.id,
    method: row.method,
    path: row.path,
    durationMs: row.durationMs,
    attempt: row.attempt,
    startedAt: row.startedAt,
    ...(row.flowId !== null && { flowId: row.flowId }),
    ...(row.provisioningId !== null && { provisioningId: row.provisioningId }),
    ...(row.stepKey !== null && { stepKey: row.stepKey }),
    ...(row.status !== null && { status: row.status }),
    ...(row.requestId !== null && { requestId: row.requestId }),
    ...(row.requestBody !== null && { requestBody: row.requestBody }),
    ...(row.responseBody !== null && { responseBody: row.responseBody }),
    // Written by insertCalls from a CallRecord and by nothing else.
    ...(row.error !== null && { error: row.error as NonNullable<CallRecord['error']> }),
  }
}
