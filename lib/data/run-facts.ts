import 'server-only'
import { z } from 'zod'
import { runStatuses, type RunStatus } from '@/lib/monitoring/run-record'
import { database } from './database'
import { Prisma } from './generated/client'

export type RunFactsRow = {
  lastEnded:
    | { status: RunStatus; recordsFailed: number | undefined; hasErrors: boolean; startedAt: Date | undefined; completedAt: Date | undefined }
    | undefined
  lastStartedAt: Date | undefined
}

/** One run as a bar of a strip. */
export type StripRun = {
  id: string
  status: RunStatus
  startedAt: Date | undefined
  recordsRead: number | undefined
  recordsWritten: number | undefined
  recordsFailed: number | undefined
  hasErrors: boolean
}

/** Whether a run's row carries errors. */
const hasErrors = Prisma.sql`coalesce(jsonb_typeof(errors) = 'array' AND errors <> '[]'::jsonb, false)`

const status = z.enum(runStatuses).catch('unknown')

type FactsRow = {
  id: string
  status: string | null
  recordsFailed: number | null
  hasErrors: boolean | null
  startedAt: Date | null
  completedAt: Date | null
  lastStartedAt: Date | null
}

/** Of each of these flows the newest run that ended and the newest start, in one query that reads two index entries a flow. */
export async function findRunFacts(flowIds: readonly string[]): Promise<Map<string, RunFactsRow>> {
  if (flowIds.length === 0) return new Map()
  const rows = await database().$queryRaw<FactsRow[]>`
    SELECT f.id, e.status, e."recordsFailed", e."hasErrors", e."startedAt", e."completedAt", s."startedAt" AS "lastStartedAt"
    FROM unnest(${[...flowIds]}::uuid[]) AS f(id)
    LEFT JOIN LATERAL (
      SELECT *, ${hasErrors} AS "hasErrors" FROM run WHERE "flowId" = f.id AND "startedAt" IS NOT NULL AND status IN ('success', 'partialSuccess', 'failed')
      ORDER BY "startedAt" DESC, id DESC LIMIT 1
    ) e ON true
    LEFT JOIN LATERAL (
      SELECT "startedAt" FROM run WHERE "flowId" = f.id AND "startedAt" IS NOT NULL ORDER BY "startedAt" DESC LIMIT 1
    ) s ON true`
  return new Map(rows.map((row) => [row.id, toFacts(row)]))
}

function toFacts(row: FactsRow): RunFactsRow {
  const lastEnded =
    row.status === null
      ? undefined
      : {
          status: status.parse(row.status),
          recordsFailed: row.recordsFailed ?? undefined,
          hasErrors: row.hasErrors ?? false,
          startedAt: row.startedAt ?? undefined,
          completedAt: row.completedAt ?? undefined,
        }
  return { lastEnded, lastStartedAt: row.lastStartedAt ?? undefined }
}

type StripRow = {
  id: string
  flowId: string
  status: string
  startedAt: Date | null
  recordsRead: number | null
  recordsWritten: number | null
  recordsFailed: number | null
  hasErrors: boolean
}

/** The newest `take` runs of each of these flows, oldest first, for strips. */
export async function findStripRuns(flowIds: readonly string[], take: number): Promise<Map<string, StripRun[]>> {
  if (flowIds.length === 0) return new Map()
  const rows = await database().$queryRaw<StripRow[]>`
    SELECT r.id, r."flowId", r.status, r."startedAt", r."recordsRead", r."recordsWritten", r."recordsFailed", r."hasErrors"
    FROM unnest(${[...flowIds]}::uuid[]) AS f(id)
    CROSS JOIN LATERAL (
      SELECT *, ${hasErrors} AS "hasErrors" FROM run WHERE "flowId" = f.id ORDER BY "startedAt" DESC NULLS FIRST, id DESC LIMIT ${take}
    ) r
    ORDER BY r."startedAt" ASC NULLS LAST, r.id ASC`
  const strips = new Map<string, StripRun[]>(flowIds.map((id) => [id, []]))
  for (const row of rows) {
    strips.get(row.flowId)?.push({
      id: row.id,
      status: status.parse(row.status),
      startedAt: row.startedAt ?? undefined,
      recordsRead: row.recordsRead ?? undefined,
      recordsWritten: row.recordsWritten ?? undefined,
      recordsFailed: row.recordsFailed ?? undefined,
      hasErrors: row.hasErrors,
    })
  }
  return strips
}

/** When the oldest run of a workspace that has not ended began, looked for no further back than `since`. */
export async function findOldestUnfinished(workspaceId: string, since: Date): Promise<Date | undefined> {
  const { _min } = await database().run.aggregate({
    where: { flow: { workspaceId }, startedAt: { gte: since }, status: { in: ['inProgress', 'scheduled', 'unknown'] } },
    _min: { startedAt: true },
  })
  return _min.startedAt ?? undefined
}
