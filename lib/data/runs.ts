import 'server-only'
import { z } from 'zod'
import { database } from './database'
import { runError, runStatuses, type RunRecord, type RunStatus } from '@/lib/monitoring/run-record'
import type { Prisma, Run } from './generated/client'

/** A run as pages read it. Times are UTC; sizes bytes. */
export type StoredRun = Omit<RunRecord, 'adobeFlowId' | 'raw'> & { id: string; flowId: string }

/** Where a page of runs ends: the next one begins behind it. */
export type RunCursor = { startedAt: Date | undefined; id: string }

/**
 * Writes runs, each once: one that is already there is brought up to date, one that did not change is left alone.
 * One statement, so that a page of Adobe's is stored whole or not at all; repeating it changes nothing.
 */
export async function saveRuns(runs: readonly { flowId: string; run: RunRecord }[]): Promise<void> {
  if (runs.length === 0) return
  const rows = new Map(runs.map(({ flowId, run }) => [`${flowId} ${run.adobeRunId}`, { flowId, ...toRow(run) }]))
  await database().$executeRaw`
    INSERT INTO run ("flowId", "adobeRunId", status, "startedAt", "completedAt", "windowStart", "windowEnd",
      "recordsRead", "recordsWritten", "recordsFailed", "bytesRead", "bytesWritten", errors, raw, "updatedAt")
    SELECT x."flowId", x."adobeRunId", x.status, x."startedAt", x."completedAt", x."windowStart", x."windowEnd",
      x."recordsRead", x."recordsWritten", x."recordsFailed", x."bytesRead", x."bytesWritten", x.errors, x.raw, now()
    FROM jsonb_to_recordset(${toJson([...rows.values()])}::jsonb) AS x("flowId" uuid, "adobeRunId" text, status text,
      "startedAt" timestamptz, "completedAt" timestamptz, "windowStart" timestamptz, "windowEnd" timestamptz,
      "recordsRead" int, "recordsWritten" int, "recordsFailed" int, "bytesRead" bigint, "bytesWritten" bigint,
      errors jsonb, raw jsonb)
    ON CONFLICT ("flowId", "adobeRunId") DO UPDATE SET status = excluded.status, "startedAt" = excluded."startedAt",
      "completedAt" = excluded."completedAt", "windowStart" = excluded."windowStart", "windowEnd" = excluded."windowEnd",
      "recordsRead" = excluded."recordsRead", "recordsWritten" = excluded."recordsWritten",
      "recordsFailed" = excluded."recordsFailed", "bytesRead" = excluded."bytesRead",
      "bytesWritten" = excluded."bytesWritten", errors = excluded.errors, raw = excluded.raw, "updatedAt" = now()
    WHERE run.raw IS DISTINCT FROM excluded.raw`
}

/** A page of a flow's runs, newest first; those that have not begun yet come before all others. */
export async function listRuns(
  flowId: string,
  options: { take: number; after?: RunCursor | undefined; statuses?: readonly RunStatus[] | undefined },
): Promise<StoredRun[]> {
  const { take, after, statuses } = options
  const rows = await database().run.findMany({
    where: { flowId, ...(statuses && { status: { in: [...statuses] } }), ...(after && behind(after)) },
    orderBy: [{ startedAt: { sort: 'desc', nulls: 'first' } }, { id: 'desc' }],
    omit: { raw: true },
    take,
  })
  return rows.map(fromRow)
}

function behind({ startedAt, id }: RunCursor): Prisma.RunWhereInput {
  return startedAt
    ? { OR: [{ startedAt: { lt: startedAt } }, { startedAt, id: { lt: id } }] }
    : { OR: [{ startedAt: { not: null } }, { startedAt: null, id: { lt: id } }] }
}

/** One run with Adobe's own words about it, or undefined. */
export async function findRun(flowId: string, runId: string): Promise<(StoredRun & { raw: unknown }) | undefined> {
  const row = isUuid(runId) && isUuid(flowId) ? await database().run.findFirst({ where: { id: runId, flowId } }) : null
  return row ? { ...fromRow(row), raw: row.raw } : undefined
}

/** The runs right before and after one, by start, to step through them. */
export async function findNeighbours(run: StoredRun): Promise<{ olderId?: string; newerId?: string }> {
  const { flowId, startedAt, id } = run
  const [older] = await listRuns(flowId, { take: 1, after: { startedAt, id } })
  const newer = startedAt
    ? await database().run.findFirst({
        where: { flowId, OR: [{ startedAt: { gt: startedAt } }, { startedAt, id: { gt: id } }] },
        orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
        select: { id: true },
      })
    : null
  return { ...(older && { olderId: older.id }), ...(newer && { newerId: newer.id }) }
}

/** How many runs of a flow are stored, by status. */
export async function countRuns(flowId: string): Promise<Partial<Record<RunStatus, number>>> {
  const groups = await database().run.groupBy({ by: ['status'], where: { flowId }, _count: { _all: true } })
  return Object.fromEntries(groups.map((group) => [status.parse(group.status), group._count._all]))
}

const isUuid = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)

/** PostgreSQL's jsonb refuses NUL characters; a source's data may carry one into an error message. */
const toJson = (value: unknown): string => JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'string' ? inner.replaceAll('\u0000', '') : inner))

/** The columns hold 32 bits; a figure beyond them must not stop the whole page from being stored. */
const toCount = (value: number | undefined) => (value === undefined ? null : Math.min(Math.trunc(value), 2_147_483_647))

function toRow(run: RunRecord) {
  return {
    adobeRunId: run.adobeRunId,
    status: run.status,
    startedAt: run.startedAt ?? null,
    completedAt: run.completedAt ?? null,
    windowStart: run.windowStart ?? null,
    windowEnd: run.windowEnd ?? null,
    recordsRead: toCount(run.recordsRead),
    recordsWritten: toCount(run.recordsWritten),
    recordsFailed: toCount(run.recordsFailed),
    bytesRead: run.bytesRead === undefined ? null : Math.trunc(run.bytesRead),
    bytesWritten: run.bytesWritten === undefined ? null : Math.trunc(run.bytesWritten),
    errors: run.errors,
    raw: run.raw,
  }
}

const status = z.enum(runStatuses).catch('unknown')
const errors = z.array(runError).catch([])

function fromRow(row: Omit<Run, 'raw'>): StoredRun {
  return {
    id: row.id,
    flowId: row.flowId,
    adobeRunId: row.adobeRunId,
    status: status.parse(row.status),
    startedAt: row.startedAt ?? undefined,
    completedAt: row.completedAt ?? undefined,
    windowStart: row.windowStart ?? undefined,
    windowEnd: row.windowEnd ?? undefined,
    recordsRead: row.recordsRead ?? undefined,
    recordsWritten: row.recordsWritten ?? undefined,
    recordsFailed: row.recordsFailed ?? undefined,
    bytesRead: row.bytesRead === null ? undefined : Number(row.bytesRead),
    bytesWritten: row.bytesWritten === null ? undefined : Number(row.bytesWritten),
    errors: errors.parse(row.errors ?? []),
  }
}
