import 'server-only'
import { z } from 'zod'
import { database } from './database'
import { runError, runStatuses, type RunRecord } from '@/lib/monitoring/run-record'
import type { Prisma, Run } from './generated/client'

/** A run as pages read it. Times are UTC; sizes bytes. */
export type StoredRun = Omit<RunRecord, 'adobeFlowId'> & { id: string; flowId: string }

/**
 * Writes runs of one flow, each once: a run that is already there is brought up to date.
 * Runs outside a transaction of ours, because each row stands alone and a repeated sync heals what a crash left.
 */
export async function saveRuns(flowId: string, runs: readonly RunRecord[]): Promise<void> {
  for (const run of runs) {
    const values = toRow(run)
    await database().run.upsert({
      where: { flowId_adobeRunId: { flowId, adobeRunId: run.adobeRunId } },
      create: { flowId, adobeRunId: run.adobeRunId, ...values },
      update: values,
    })
  }
}

/** The newest runs of a flow, newest first; `before` continues behind the last one of the page before. */
export async function listRuns(flowId: string, options: { take: number; before?: Date | undefined }): Promise<StoredRun[]> {
  const rows = await database().run.findMany({
    where: { flowId, ...(options.before ? { startedAt: { lt: options.before } } : {}) },
    orderBy: [{ startedAt: { sort: 'desc', nulls: 'first' } }, { adobeRunId: 'desc' }],
    take: options.take,
  })
  return rows.map(fromRow)
}

/** One run, or undefined. */
export async function findRun(flowId: string, runId: string): Promise<StoredRun | undefined> {
  const row = await database().run.findFirst({ where: { id: runId, flowId } })
  return row ? fromRow(row) : undefined
}

/** The newest run of each of these flows, in one query. */
export async function findLastRuns(flowIds: readonly string[]): Promise<Map<string, StoredRun>> {
  if (flowIds.length === 0) return new Map()
  const rows = await database().run.findMany({
    where: { flowId: { in: [...flowIds] } },
    distinct: ['flowId'],
    orderBy: [{ flowId: 'asc' }, { startedAt: { sort: 'desc', nulls: 'first' } }],
  })
  return new Map(rows.map((row) => [row.flowId, fromRow(row)]))
}

/** How many runs of a flow are stored, by status. */
export async function countRuns(flowId: string): Promise<number> {
  return database().run.count({ where: { flowId } })
}

function toRow(run: RunRecord) {
  return {
    status: run.status,
    startedAt: run.startedAt ?? null,
    completedAt: run.completedAt ?? null,
    windowStart: run.windowStart ?? null,
    windowEnd: run.windowEnd ?? null,
    recordsRead: run.recordsRead ?? null,
    recordsWritten: run.recordsWritten ?? null,
    recordsFailed: run.recordsFailed ?? null,
    bytesRead: run.bytesRead === undefined ? null : BigInt(Math.trunc(run.bytesRead)),
    bytesWritten: run.bytesWritten === undefined ? null : BigInt(Math.trunc(run.bytesWritten)),
    errors: run.errors as Prisma.InputJsonValue,
    raw: run.raw as Prisma.InputJsonValue,
  }
}

const status = z.enum(runStatuses).catch('unknown')
const errors = z.array(runError).catch([])

function fromRow(row: Run): StoredRun {
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
    raw: row.raw,
  }
}
