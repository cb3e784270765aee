import 'server-only'
import { countFlowsByState, listFlowItems } from '@/lib/data/flow-list'
import { sumRuns } from '@/lib/data/run-figures'
import { attentionStates, type FleetView } from './flow-views'
import { readFreshness } from './freshness'
import { toRows } from './read-flow-list'

const dayMs = 24 * 3_600_000
const mostShown = 10

/** All flows at a glance: how many are well, what came in since yesterday, and which want somebody. */
export async function readFleet(): Promise<FleetView> {
  const freshness = await readFreshness()
  // Several workspaces may have several clocks; the one that is ahead sees all of its runs, ours those of the others.
  const now = new Date(Date.now() + Math.max(0, ...freshness.map(({ clockOffsetMs }) => clockOffsetMs)))
  const dayAgo = new Date(now.getTime() - dayMs)
  const [counts, lastDay, dayBefore, attention] = await Promise.all([
    countFlowsByState(),
    sumRuns(dayAgo, now),
    sumRuns(new Date(now.getTime() - 2 * dayMs), dayAgo),
    listFlowItems({ take: mostShown, states: attentionStates }).then(toRows),
  ])
  return { counts, lastDay, dayBefore, attention, stale: freshness.filter(({ isOld, error }) => isOld || error !== undefined) }
}
