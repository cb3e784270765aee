import 'server-only'
import { randomUUID } from 'node:crypto'
import { explainAdobeError } from '@/lib/adobe/explain-adobe-error'
import type { AdobeClient } from '@/lib/adobe/types'
import { explainFailure } from '@/lib/actions/explain-failure'
import { systemClock, type Clock } from '@/lib/clock'
import { findOldestUnfinished, findRunFacts } from '@/lib/data/run-facts'
import { saveRuns } from '@/lib/data/runs'
import { findWatchedFlows, saveWatchedFlows, type WatchedFlow } from '@/lib/data/watched-flows'
import { endSync, renewSyncLease, takeSyncLease, type SyncLease } from '@/lib/data/workspace-syncs'
import type { ExplainedError } from '@/lib/explained-error'
import { log } from '@/lib/log'
import { openWorkspace, type OpenOptions } from '@/lib/workspaces/open-workspace'
import { listenToAdobeClock, type AdobeClock } from './adobe-clock'
import { judgeFlow, type FlowInAdobe } from './judge-flow'
import { readFlows, readRuns } from './read-sandbox'
import type { RunRecord } from './run-record'

export type SyncOutcome =
  | { outcome: 'synced'; flows: number; runs: number }
  /** Another process looks at this workspace right now, or took over in between. */
  | { outcome: 'busy' }
  | { outcome: 'failed'; error: ExplainedError }

export type SyncOptions = {
  clock?: Clock
  fetch?: typeof fetch
  /** A client for the workspace; tests bring one without a network. */
  open?: (workspaceId: string, options: OpenOptions) => Promise<{ client: AdobeClient }>
}

/** Adobe lists a run some minutes after it began, so each look goes back over what the one before saw. */
const overlapMs = 30 * 60_000
/** A run that has not ended after a week is not waited for any longer. */
const patienceMs = 7 * 24 * 3_600_000

/**
 * Looks at everything that may have changed in a workspace: its flows' state and the runs since the last look, both in
 * pages for the whole sandbox. Stores what it finds page by page, judges every flow's health by Adobe's own clock, and
 * keeps the last figures when Adobe does not answer. Safe to call from any number of processes: one of them looks.
 */
export async function syncWorkspace(workspaceId: string, options: SyncOptions = {}): Promise<SyncOutcome> {
  const { clock: ownClock = systemClock, open = openWorkspace } = options
  const lease = await takeSyncLease(workspaceId, randomUUID())
  if (!lease) return { outcome: 'busy' }
  const clock = listenToAdobeClock(options.fetch ?? fetch, ownClock, lease.state.clockOffsetMs)
  try {
    const { client } = await open(workspaceId, { fetch: clock.fetch, urgency: 'background' })
    const look = await lookAtSandbox(client, lease, clock)
    if (look === 'interrupted') return { outcome: 'busy' }
    if ('error' in look) return await giveUp(lease, look.error, clock)
    await endSync(lease, { ok: true, watermark: look.watermark, clockOffsetMs: clock.offsetMs() })
    return { outcome: 'synced', flows: look.flows, runs: look.runs }
  } catch (thrown) {
    return giveUp(lease, explainFailure(thrown, { job: 'sync', workspaceId }), clock)
  }
}

async function giveUp(lease: SyncLease, error: ExplainedError, clock: AdobeClock): Promise<SyncOutcome> {
  log.warn('sync.failed', { workspaceId: lease.workspaceId, code: error.code, requestId: error.adobe?.requestId })
  await endSync(lease, { ok: false, error, clockOffsetMs: clock.offsetMs() })
  return { outcome: 'failed', error }
}

type Look = { flows: number; runs: number; watermark: Date } | { error: ExplainedError } | 'interrupted'

async function lookAtSandbox(client: AdobeClient, lease: SyncLease, clock: AdobeClock): Promise<Look> {
  const keepGoing = () => renewSyncLease(lease)
  const flows = await findWatchedFlows(lease.workspaceId)
  const byAdobeId = new Map(flows.map((flow) => [flow.adobeFlowId, flow]))
  const knownGone = new Set(flows.filter(({ health }) => health === 'missing').map(({ adobeFlowId }) => adobeFlowId))
  const inAdobe = await readFlows(client, new Set(byAdobeId.keys()), knownGone, keepGoing)
  if (!inAdobe.ok) return inAdobe.error === 'interrupted' ? 'interrupted' : { error: explainAdobeError(inAdobe.error) }

  const watermark = clock.now()
  const since = await findSince(lease, flows, inAdobe.data, watermark)
  const store = (runs: RunRecord[]) =>
    saveRuns(
      runs.flatMap((run) => {
        const flow = byAdobeId.get(run.adobeFlowId)
        return flow ? [{ flowId: flow.id, run }] : []
      }),
    )
  const runs = await readRuns(client, since, store, keepGoing)
  if (!runs.ok) return runs.error === 'interrupted' ? 'interrupted' : { error: explainAdobeError(runs.error) }
  if (!(await keepGoing())) return 'interrupted'

  const facts = await findRunFacts(flows.map(({ id }) => id))
  const now = clock.now()
  const changes = flows.flatMap((flow) => {
    if (!inAdobe.data.has(flow.adobeFlowId)) return []
    const runFacts = facts.get(flow.id) ?? { lastEnded: undefined, lastStartedAt: undefined }
    const after = { id: flow.id, updatedAt: flow.updatedAt, ...judgeFlow(flow, inAdobe.data.get(flow.adobeFlowId), runFacts, now) }
    return isSame(flow, after) ? [] : [after]
  })
  await saveWatchedFlows(changes)
  return { flows: flows.length, runs: runs.data, watermark }
}

/**
 * How far back to ask for runs: over the overlap, and to the oldest run whose end is not known yet. A first look goes
 * back to the birth of the oldest flow; so does one that meets a flow it never judged, e.g. made just now.
 */
async function findSince(
  { workspaceId, state }: SyncLease,
  flows: readonly WatchedFlow[],
  inAdobe: ReadonlyMap<string, FlowInAdobe | undefined>,
  now: Date,
): Promise<Date> {
  const base = state.watermark ?? now
  const births = flows
    .filter(({ adobeState }) => state.watermark === undefined || adobeState === undefined)
    .map((flow) => (inAdobe.get(flow.adobeFlowId)?.createdAt ?? flow.createdAt).getTime())
  const unfinished = await findOldestUnfinished(workspaceId, new Date(now.getTime() - patienceMs))
  const earliest = Math.min(base.getTime() - overlapMs, unfinished?.getTime() ?? Infinity, ...births)
  return new Date(earliest)
}

const judged = ['adobeState', 'adobeStateSince', 'etag', 'adobeSchedule', 'health', 'healthSince', 'nextRunAt', 'lastRunAt'] as const

/** A look that finds nothing new writes nothing. */
function isSame(before: WatchedFlow, after: Pick<WatchedFlow, (typeof judged)[number]>): boolean {
  return judged.every((key) => JSON.stringify(before[key]) === JSON.stringify(after[key]))
}
