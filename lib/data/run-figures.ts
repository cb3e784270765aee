import 'server-only'
import type { Figures, Loss } from '@/lib/monitoring/flow-views'
import { database } from './database'

type Row = { runs: bigint; failedRuns: bigint; read: bigint; written: bigint; failed: bigint; bytes: bigint }

/** Sums over the runs that began in a stretch of time: of one flow, or of all that are not deleted. */
export async function sumRuns(from: Date, until: Date, flowId?: string): Promise<Figures> {
  const whose = flowId ?? null
  const [row] = await database().$queryRaw<Row[]>`
    SELECT count(*) AS runs, count(*) FILTER (WHERE status = 'failed') AS "failedRuns",
      coalesce(sum("recordsRead"), 0)::bigint AS read, coalesce(sum("recordsWritten"), 0)::bigint AS written,
      coalesce(sum("recordsFailed"), 0)::bigint AS failed, coalesce(sum("bytesRead"), 0)::bigint AS bytes
    FROM run
    WHERE "startedAt" >= ${from} AND "startedAt" < ${until}
      AND CASE WHEN ${whose}::uuid IS NULL THEN "flowId" IN (SELECT id FROM flow WHERE lifecycle <> 'deleted')
        ELSE "flowId" = ${whose}::uuid END`
  return {
    runs: Number(row?.runs ?? 0),
    failedRuns: Number(row?.failedRuns ?? 0),
    read: Number(row?.read ?? 0),
    written: Number(row?.written ?? 0),
    failed: Number(row?.failed ?? 0),
    bytes: Number(row?.bytes ?? 0),
  }
}

type LossRow = { code: string; message: string; runs: bigint; recordCount: bigint | null; lastRunId: string }

/** What a flow lost in a stretch of time and why, by code, the greatest loss first. */
export async function findLosses(flowId: string, from: Date, until: Date): Promise<Loss[]> {
  const rows = await database().$queryRaw<LossRow[]>`
    SELECT e.value->>'code' AS code, (array_agg(e.value->>'message' ORDER BY r."startedAt" DESC))[1] AS message,
      count(DISTINCT r.id) AS runs, sum((e.value->>'recordCount')::bigint) AS "recordCount",
      (array_agg(r.id ORDER BY r."startedAt" DESC))[1] AS "lastRunId"
    FROM run r CROSS JOIN LATERAL jsonb_array_elements(r.errors) e
    WHERE r."flowId" = ${flowId}::uuid AND r."startedAt" >= ${from} AND r."startedAt" < ${until}
      AND jsonb_typeof(r.errors) = 'array'
    GROUP BY e.value->>'code' ORDER BY sum((e.value->>'recordCount')::bigint) DESC NULLS LAST, count(*) DESC LIMIT 20`
  return rows.map(({ code, message, runs, recordCount, lastRunId }) => ({
    code,
    message,
    runs: Number(runs),
    lastRunId,
    ...(recordCount !== null && { recordCount: Number(recordCount) }),
  }))
}
