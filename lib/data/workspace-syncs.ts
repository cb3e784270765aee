import 'server-only'
import { explainedError, type ExplainedError } from '@/lib/explained-error'
import { database } from './database'
import { Prisma } from './generated/client'

/** How fresh what is shown of a workspace is. Times by our clock, but for the watermark. */
export type WorkspaceSyncState = {
  workspaceId: string
  triedAt: Date | undefined
  succeededAt: Date | undefined
  /** Why the last try failed; absent when it succeeded. */
  error: ExplainedError | undefined
  /** Adobe's clock minus ours. */
  clockOffsetMs: number
  /** Runs that began before this moment of Adobe's clock are known to the end. */
  watermark: Date | undefined
}

export type SyncLease = { workspaceId: string; owner: string; state: WorkspaceSyncState }

type Row = {
  workspaceId: string
  triedAt: Date | null
  succeededAt: Date | null
  error: unknown
  clockOffsetMs: bigint
  watermark: Date | null
}

const leaseSeconds = 120

/** Workspaces that hold a living flow and were not looked at for so many seconds, the longest neglected first. */
export async function findDueWorkspaces(everySeconds: number): Promise<string[]> {
  const rows = await database().$queryRaw<{ id: string }[]>`
    SELECT w.id FROM workspace w LEFT JOIN workspace_sync s ON s."workspaceId" = w.id
    WHERE w."archivedAt" IS NULL
      AND EXISTS (SELECT 1 FROM flow f WHERE f."workspaceId" = w.id AND f.lifecycle = 'live' AND f."adobeFlowId" IS NOT NULL)
      AND (s."triedAt" IS NULL OR s."triedAt" <= now() - make_interval(secs => ${everySeconds}))
      AND (s."leaseUntil" IS NULL OR s."leaseUntil" < now())
    ORDER BY s."triedAt" ASC NULLS FIRST`
  return rows.map(({ id }) => id)
}

/** Takes the right to look at a workspace, for two minutes; undefined while another process has it. */
export async function takeSyncLease(workspaceId: string, owner: string): Promise<SyncLease | undefined> {
  const [row] = await database().$queryRaw<Row[]>`
    INSERT INTO workspace_sync ("workspaceId", "leaseOwner", "leaseUntil")
    VALUES (${workspaceId}::uuid, ${owner}::uuid, now() + make_interval(secs => ${leaseSeconds}))
    ON CONFLICT ("workspaceId") DO UPDATE SET "leaseOwner" = excluded."leaseOwner", "leaseUntil" = excluded."leaseUntil"
    WHERE workspace_sync."leaseUntil" IS NULL OR workspace_sync."leaseUntil" < now()
    RETURNING "workspaceId", "triedAt", "succeededAt", error, "clockOffsetMs", watermark`
  return row && { workspaceId, owner, state: toState(row) }
}

/** False when the lease ran out and somebody else took it: what is under way has to stop. */
export async function renewSyncLease({ workspaceId, owner }: SyncLease): Promise<boolean> {
  const count = await database().$executeRaw`
    UPDATE workspace_sync SET "leaseUntil" = now() + make_interval(secs => ${leaseSeconds})
    WHERE "workspaceId" = ${workspaceId}::uuid AND "leaseOwner" = ${owner}::uuid AND "leaseUntil" >= now()`
  return count === 1
}

/** Gives the lease back with what the look found out. A look that lost its lease leaves nothing. */
export async function endSync(
  { workspaceId, owner }: SyncLease,
  outcome: { ok: true; watermark: Date; clockOffsetMs: number } | { ok: false; error: ExplainedError; clockOffsetMs: number },
): Promise<void> {
  const now = new Date()
  await database().workspaceSync.updateMany({
    where: { workspaceId, leaseOwner: owner },
    data: {
      triedAt: now,
      leaseOwner: null,
      leaseUntil: null,
      clockOffsetMs: outcome.clockOffsetMs,
      ...(outcome.ok
        ? { succeededAt: now, watermark: outcome.watermark, error: Prisma.DbNull }
        : { error: outcome.error as Prisma.InputJsonObject }),
    },
  })
}

/** The next look happens at once, e.g. after a flow was switched. */
export async function askForSync(workspaceId: string): Promise<void> {
  await database().workspaceSync.updateMany({ where: { workspaceId }, data: { triedAt: null } })
}

/** How fresh each of these workspaces is, or all of them; one that was never looked at is absent. */
export async function findSyncStates(workspaceIds?: readonly string[]): Promise<Map<string, WorkspaceSyncState>> {
  const rows = await database().workspaceSync.findMany({ where: workspaceIds ? { workspaceId: { in: [...workspaceIds] } } : {} })
  return new Map(rows.map((row) => [row.workspaceId, toState(row)]))
}

function toState(row: Row): WorkspaceSyncState {
  const error = explainedError.safeParse(row.error)
  return {
    workspaceId: row.workspaceId,
    triedAt: row.triedAt ?? undefined,
    succeededAt: row.succeededAt ?? undefined,
    error: error.success ? error.data : undefined,
    clockOffsetMs: Number(row.clockOffsetMs),
    watermark: row.watermark ?? undefined,
  }
}

export type NamedSyncState = WorkspaceSyncState & { workspaceName: string }

/** How fresh every workspace is that holds a living flow, or the given one. */
export async function listWatchedSyncs(workspaceId?: string): Promise<NamedSyncState[]> {
  const rows = await database().workspaceSync.findMany({
    where: {
      ...(workspaceId !== undefined && { workspaceId }),
      workspace: { archivedAt: null, flows: { some: { lifecycle: 'live', adobeFlowId: { not: null } } } },
    },
    include: { workspace: { select: { name: true } } },
  })
  return rows.map((row) => ({ ...toState(row), workspaceName: row.workspace.name }))
}
