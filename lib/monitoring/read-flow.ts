import 'server-only'
import { findFlow, type FlowRow } from '@/lib/data/flows'
import { findLatestProvisioning, type ProvisioningRow } from '@/lib/data/provisionings'
import { findWatchState } from '@/lib/data/watched-flows'
import { findLosses, sumRuns } from '@/lib/data/run-figures'
import { findStripRuns } from '@/lib/data/run-facts'
import { countRuns, listRuns } from '@/lib/data/runs'
import { explainingErrors } from './error-guide'
import { LATE_AFTER_MINUTES } from './health'
import { flowStateOf, type FlowOverview } from './flow-views'
import { readFreshness } from './freshness'
import { placeRuns } from './place-runs'
import { toBar } from './read-flow-list'
import { stagesOf } from './stages'

const dayMs = 24 * 3_600_000
const barsOnPage = 60

/** Everything the head and the status page of a flow say, from our database alone; undefined when there is no such flow. */
export async function readFlowOverview(flowId: string): Promise<FlowOverview | undefined> {
  const flow = await findFlow(flowId)
  if (!flow) return undefined
  const [freshness] = await readFreshness(flow.workspace.id)
  const now = new Date(Date.now() + (freshness?.clockOffsetMs ?? 0))
  const dayAgo = new Date(now.getTime() - dayMs)
  const [watch, lastDay, dayBefore, runCounts, strips, [lastEnded], losses, provisioning] = await Promise.all([
    findWatchState(flowId),
    sumRuns(dayAgo, now, flowId),
    sumRuns(new Date(now.getTime() - 2 * dayMs), dayAgo, flowId),
    countRuns(flowId),
    findStripRuns([flowId], barsOnPage),
    listRuns(flowId, { take: 1, statuses: ['success', 'partialSuccess', 'failed'] }),
    findLosses(flowId, dayAgo, now),
    findLatestProvisioning(flowId),
  ])
  const change = changeOf(provisioning)
  const state = flowStateOf(flow.lifecycle, flow.health)
  const schedule = watch?.adobeSchedule ?? flow.definition.schedule
  const patientUntil = new Date(now.getTime() - LATE_AFTER_MINUTES * 60_000)
  const stoppedAt = flow.adobeState === 'enabled' ? undefined : watch?.adobeStateSince
  const until = stoppedAt && stoppedAt < patientUntil ? stoppedAt : patientUntil
  const since = flow.lifecycle === 'live' ? watch?.healthSince : flow.updatedAt
  return {
    ...factsOf(flow),
    state,
    schedule,
    lastDay,
    dayBefore,
    runCounts,
    losses: explainingErrors(losses),
    strip: placeRuns((strips.get(flowId) ?? []).map(toBar), watch?.adobeSchedule, until),
    stages: stagesOf(state, lastEnded, namesOf(flow)),
    ...(since && { since: since.toISOString() }),
    ...(lastEnded && {
      lastEnded: {
        ...toBar({ ...lastEnded, hasErrors: lastEnded.errors.length > 0 }),
        errors: lastEnded.errors,
        ...(lastEnded.completedAt && { completedAt: lastEnded.completedAt.toISOString() }),
      },
    }),
    ...(freshness && { freshness }),
    ...(change && { change }),
  }
}

function changeOf(last: ProvisioningRow | undefined): FlowOverview['change'] {
  if (last?.kind !== 'change' || last.state === 'succeeded') return undefined
  return last.state === 'queued' || last.state === 'running' ? 'moving' : 'stopped'
}

function factsOf(flow: FlowRow) {
  const { id, lifecycle, workspace, definition } = flow
  return {
    id,
    name: flow.name,
    lifecycle,
    workspace: { id: workspace.id, name: workspace.name, isPractice: workspace.kind === 'practice' },
    sourceKey: definition.source.key,
    table: tableOf(flow),
    datasetName: definition.target.dataset.name,
    schemaTitle: definition.target.schema.title,
    createdAt: flow.createdAt.toISOString(),
    ...(definition.description !== undefined && { description: definition.description }),
    ...(flow.adobeState !== undefined && { adobeState: flow.adobeState }),
    ...(flow.adobeFlowId !== undefined && { adobeFlowId: flow.adobeFlowId }),
    ...(flow.nextRunAt && { nextRunAt: flow.nextRunAt.toISOString() }),
    ...(flow.lastRunAt && { lastRunAt: flow.lastRunAt.toISOString() }),
    ...(flow.deletedAt && { deletedAt: flow.deletedAt.toISOString() }),
    ...(flow.draftId !== undefined && { draftId: flow.draftId }),
  }
}

const tableOf = ({ definition: { data } }: FlowRow): string => (data.kind === 'table' ? data.table : data.resourcePath)

function namesOf(flow: FlowRow) {
  const { rawSchema, mapping, target } = flow.definition
  return {
    source: tableOf(flow),
    ...(rawSchema.mode === 'adhoc' && { raw: rawSchema.schemaTitle }),
    mapping: String(mapping.rows.length),
    dataset: target.dataset.name,
  }
}
