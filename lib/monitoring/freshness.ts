import 'server-only'
import { listWatchedSyncs, type NamedSyncState } from '@/lib/data/workspace-syncs'
import { env } from '@/lib/env'
import type { Freshness } from './flow-views'

/** How fresh the figures of each watched workspace are, or of one, with the offset of Adobe's clock. */
export async function readFreshness(workspaceId?: string): Promise<(Freshness & { clockOffsetMs: number })[]> {
  const longestMs = (3 * env().TRIBUTARY_SYNC_SECONDS + 60) * 1000
  return (await listWatchedSyncs(workspaceId)).map((state) => ({ ...toFreshness(state, longestMs), clockOffsetMs: state.clockOffsetMs }))
}

/** Those that a person has to be told of. */
export async function readStale(): Promise<Freshness[]> {
  return (await readFreshness()).filter(({ isOld, error }) => isOld || error !== undefined)
}

/** Less than this is the network's and the clocks' own doing. */
const worthSayingMs = 2 * 60_000

function toFreshness({ workspaceId, workspaceName, succeededAt, error, clockOffsetMs }: NamedSyncState, longestMs: number): Freshness {
  return {
    workspaceId,
    workspaceName,
    isOld: succeededAt !== undefined && Date.now() - succeededAt.getTime() > longestMs,
    ...(Math.abs(clockOffsetMs) >= worthSayingMs && { clockAheadMs: clockOffsetMs }),
    ...(succeededAt && { succeededAt: succeededAt.toISOString() }),
    ...(error && { error }),
  }
}
