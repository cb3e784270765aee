import 'server-only'
import { z } from 'zod'
import { countFlowsByState, listFlowItems, type FlowListItem } from '@/lib/data/flow-list'
import { findStripRuns, type StripRun } from '@/lib/data/run-facts'
import { attentionStates, flowStates, type FlowListRow, type FlowListView, type RunBar } from './flow-views'
import { readFreshness, readStale } from './freshness'
import { readFlowCursor, writeCursor } from './page-cursor'

const pageSize = 50
const barsInList = 16

const one = z.union([z.string(), z.array(z.string()).transform((all) => all[0] ?? '')])

/** The list's questions as they stand in its address; what does not fit is as if it were not asked. */
export const flowListQuery = z.object({
  text: one.transform((text) => text.trim().slice(0, 200)).optional().catch(undefined),
  state: one.pipe(z.enum([...flowStates, 'attention'])).optional().catch(undefined),
  order: one.pipe(z.enum(['attention', 'name'])).optional().catch(undefined),
  workspace: one.pipe(z.uuid()).optional().catch(undefined),
  after: one.optional().catch(undefined),
})
export type FlowListAsked = z.output<typeof flowListQuery>

/** A page of the list of flows, with how many there are in which state. Reads our database alone. */
export async function readFlowList(asked: FlowListAsked): Promise<FlowListView> {
  const [items, counts, stale] = await Promise.all([
    listFlowItems({
      take: pageSize + 1,
      after: readFlowCursor(asked.after),
      states: statesOf(asked.state),
      workspaceId: asked.workspace,
      text: asked.text,
      order: asked.order,
    }),
    countFlowsByState(asked.workspace),
    readStale(),
  ])
  const shown = items.slice(0, pageSize)
  const last = shown.at(-1)
  return { rows: await toRows(shown), counts, stale, ...(items.length > pageSize && last && { next: writeCursor(last.cursor) }) }
}

function statesOf(asked: FlowListAsked['state']) {
  if (asked === undefined) return undefined
  return asked === 'attention' ? attentionStates : [asked]
}

/** Rows of a list with their strips of runs, read in one query for all. */
export async function toRows(items: readonly FlowListItem[]): Promise<FlowListRow[]> {
  const [strips, freshness] = await Promise.all([findStripRuns(items.map(({ id }) => id), barsInList), items.length > 0 ? readFreshness() : []])
  const aheadMs = new Map(freshness.map(({ workspaceId, clockAheadMs }) => [workspaceId, clockAheadMs]))
  return items.map(({ since, isSinceOurs, lastRunAt, nextRunAt, workspaceId, cursor: _cursor, sourceKey, table, ...item }) => ({
    ...item,
    strip: (strips.get(item.id) ?? []).map(toBar),
    ...withClock(aheadMs.get(workspaceId), isSinceOurs),
    ...(sourceKey !== undefined && { sourceKey }),
    ...(table !== undefined && { table }),
    ...(since && { since: since.toISOString() }),
    ...(lastRunAt && { lastRunAt: lastRunAt.toISOString() }),
    ...(nextRunAt && { nextRunAt: nextRunAt.toISOString() }),
  }))
}

const withClock = (clockAheadMs: number | undefined, isSinceOurs: boolean) =>
  clockAheadMs === undefined ? {} : { clockAheadMs, ...(isSinceOurs && { isSinceOurs }) }

export function toBar({ id, status, startedAt, recordsRead, recordsWritten, recordsFailed, hasErrors }: StripRun): RunBar {
  return {
    id,
    status,
    ...(startedAt && { startedAt: startedAt.toISOString() }),
    ...(recordsRead !== undefined && { read: recordsRead }),
    ...(recordsWritten !== undefined && { written: recordsWritten }),
    ...(recordsFailed !== undefined && { failed: recordsFailed }),
    ...(hasErrors && { hasErrors }),
  }
}
