import 'server-only'
import { z } from 'zod'
import { findFlow } from '@/lib/data/flows'
import { countRuns, findNeighbours, findRun, listRuns, type StoredRun } from '@/lib/data/runs'
import { findWorkspace } from '@/lib/data/workspaces'
import { adobeRunUrl } from './adobe-ui'
import type { RunListView, RunRow } from './flow-views'
import { readRunCursor, writeCursor } from './page-cursor'
import { runStatuses } from './run-record'

const pageSize = 50
const one = z.union([z.string(), z.array(z.string()).transform((all) => all[0] ?? '')])

/** The questions to a flow's list of runs as they stand in its address. */
export const runListQuery = z.object({
  status: one.pipe(z.enum(runStatuses)).optional().catch(undefined),
  after: one.optional().catch(undefined),
})
export type RunListAsked = z.output<typeof runListQuery>

/** A page of a flow's runs, newest first. Reads our database alone. */
export async function readRunList(flowId: string, asked: RunListAsked): Promise<RunListView> {
  const [runs, counts] = await Promise.all([
    listRuns(flowId, {
      take: pageSize + 1,
      after: readRunCursor(asked.after),
      statuses: asked.status === undefined ? undefined : [asked.status],
    }),
    countRuns(flowId),
  ])
  const shown = runs.slice(0, pageSize)
  const last = shown.at(-1)
  return {
    rows: shown.map(toRunRow),
    counts,
    ...(runs.length > pageSize && last && { next: writeCursor({ id: last.id, startedAt: last.startedAt?.toISOString() }) }),
  }
}

/** One run with its neighbours and Adobe's own words about it; undefined when there is none. */
export async function readRun(flowId: string, runId: string) {
  const run = await findRun(flowId, runId)
  if (!run) return undefined
  const [neighbours, adobeUrl] = await Promise.all([findNeighbours(run), findAdobeUrl(flowId, run.adobeRunId)])
  return { run: toRunRow(run), windowStart: run.windowStart, windowEnd: run.windowEnd, raw: run.raw, adobeUrl, ...neighbours }
}

async function findAdobeUrl(flowId: string, adobeRunId: string): Promise<string | undefined> {
  const flow = await findFlow(flowId)
  const workspace = flow && (await findWorkspace(flow.workspace.id))
  return workspace && flow.adobeFlowId !== undefined ? adobeRunUrl(workspace, flow.adobeFlowId, adobeRunId) : undefined
}

export function toRunRow(run: StoredRun): RunRow {
  const { id, adobeRunId, status, startedAt, completedAt, recordsRead, recordsWritten, recordsFailed, bytesRead, bytesWritten, errors } = run
  return {
    id,
    adobeRunId,
    status,
    errors,
    ...(errors.length > 0 && { hasErrors: true }),
    ...(startedAt && { startedAt: startedAt.toISOString() }),
    ...(completedAt && { completedAt: completedAt.toISOString() }),
    ...(recordsRead !== undefined && { read: recordsRead }),
    ...(recordsWritten !== undefined && { written: recordsWritten }),
    ...(recordsFailed !== undefined && { failed: recordsFailed }),
    ...(bytesRead !== undefined && { bytesRead }),
    ...(bytesWritten !== undefined && { bytesWritten }),
  }
}
