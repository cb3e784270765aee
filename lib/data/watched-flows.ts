import 'server-only'
import { schedule, type Schedule } from '@/lib/schedule/schedule'
import { database } from './database'

/** A living flow as the sync compares it with Adobe. */
export type WatchedFlow = {
  id: string
  adobeFlowId: string
  adobeState: string | undefined
  adobeStateSince: Date | undefined
  etag: string | undefined
  adobeSchedule: Schedule | undefined
  health: string
  healthSince: Date | undefined
  nextRunAt: Date | undefined
  lastRunAt: Date | undefined
  createdAt: Date
  /** Guards against writing over what a person changed while Adobe was being asked. */
  updatedAt: Date
}

/** What the sync writes about a flow. */
export type WatchedFlowChange = Pick<
  WatchedFlow,
  'id' | 'adobeState' | 'adobeStateSince' | 'etag' | 'adobeSchedule' | 'health' | 'healthSince' | 'nextRunAt' | 'lastRunAt' | 'updatedAt'
>

/** Flows of a workspace that exist in Adobe. */
export async function findWatchedFlows(workspaceId: string): Promise<WatchedFlow[]> {
  const rows = await database().flow.findMany({
    where: { workspaceId, lifecycle: 'live', adobeFlowId: { not: null } },
    select: {
      id: true, adobeFlowId: true, adobeState: true, adobeStateSince: true, etag: true, adobeSchedule: true,
      health: true, healthSince: true, nextRunAt: true, lastRunAt: true, createdAt: true, updatedAt: true,
    },
  })
  return rows.map((row) => ({
    id: row.id,
    adobeFlowId: row.adobeFlowId ?? '',
    adobeState: row.adobeState ?? undefined,
    adobeStateSince: row.adobeStateSince ?? undefined,
    etag: row.etag ?? undefined,
    adobeSchedule: schedule.safeParse(row.adobeSchedule).data,
    health: row.health,
    healthSince: row.healthSince ?? undefined,
    nextRunAt: row.nextRunAt ?? undefined,
    lastRunAt: row.lastRunAt ?? undefined,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  }))
}

/** Writes what changed, in one statement; a flow that somebody touched since it was read is left for the next look. */
export async function saveWatchedFlows(changes: readonly WatchedFlowChange[]): Promise<void> {
  if (changes.length === 0) return
  await database().$executeRaw`
    UPDATE flow SET "adobeState" = x."adobeState", "adobeStateSince" = x."adobeStateSince", etag = x.etag,
      "adobeSchedule" = x."adobeSchedule", health = x.health, "healthSince" = x."healthSince", "nextRunAt" = x."nextRunAt",
      "lastRunAt" = x."lastRunAt", "syncedAt" = now(), "updatedAt" = now()
    FROM jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) AS x(id uuid, "adobeState" text, "adobeStateSince" timestamptz,
      etag text, "adobeSchedule" jsonb, health text, "healthSince" timestamptz, "nextRunAt" timestamptz,
      "lastRunAt" timestamptz, "updatedAt" timestamptz)
    WHERE flow.id = x.id AND flow."updatedAt" = x."updatedAt" AND flow.lifecycle = 'live'`
}

/** A switch that Adobe accepted, shown at once instead of at the next look. */
export async function saveSwitched(
  flowId: string,
  change: { adobeState: string; etag: string | undefined; health: string; at: Date },
): Promise<void> {
  const { adobeState, etag, health, at } = change
  await database().flow.update({
    where: { id: flowId },
    data: {
      adobeState, adobeStateSince: at, health, healthSince: at,
      ...(etag !== undefined && { etag }),
      ...(adobeState === 'disabled' && { nextRunAt: null }),
    },
  })
}

/** A flow that is gone in Adobe because somebody here deleted it. Its history stays readable. */
export async function saveDeleted(flowId: string, at: Date): Promise<void> {
  await database().flow.update({ where: { id: flowId }, data: { lifecycle: 'deleted', deletedAt: at, nextRunAt: null } })
}

/** What the last look said of one flow. */
export async function findWatchState(flowId: string): Promise<Pick<WatchedFlow, 'adobeStateSince' | 'adobeSchedule' | 'healthSince'> | undefined> {
  const row = await database().flow.findUnique({
    where: { id: flowId },
    select: { adobeStateSince: true, adobeSchedule: true, healthSince: true },
  })
  return (
    row && {
      adobeStateSince: row.adobeStateSince ?? undefined,
      adobeSchedule: schedule.safeParse(row.adobeSchedule).data,
      healthSince: row.healthSince ?? undefined,
    }
  ) ?? undefined
}
