import 'server-only'
import { randomUUID } from 'node:crypto'
import { deleteFlow, switchFlow } from '@/lib/adobe/flow-service/flows'
import { retriggerRun, runNow } from '@/lib/adobe/flow-service/runs'
import { explainAdobeError } from '@/lib/adobe/explain-adobe-error'
import type { AdobeClient, AdobeError } from '@/lib/adobe/types'
import { systemClock } from '@/lib/clock'
import { insertCalls } from '@/lib/data/calls'
import { findFlow, type FlowRow } from '@/lib/data/flows'
import { findLatestProvisioning } from '@/lib/data/provisionings'
import { findRunFacts } from '@/lib/data/run-facts'
import { findRun } from '@/lib/data/runs'
import { saveDeleted, saveSwitched } from '@/lib/data/watched-flows'
import { askForSync, findSyncStates } from '@/lib/data/workspace-syncs'
import { ExplainedFailure } from '@/lib/explained-error'
import { sendJob } from '@/lib/jobs/queue'
import { log } from '@/lib/log'
import type { Result } from '@/lib/result'
import { openWorkspace } from '@/lib/workspaces/open-workspace'
import { listenToAdobeClock, type AdobeClock } from './adobe-clock'
import { judgeHealth } from './health'
import { syncJob } from './sync-job'

type LiveFlow = { flow: FlowRow; adobeFlowId: string; client: AdobeClient; clock: AdobeClock }

/** A flow that exists in Adobe, with a client whose calls go into its journal. @throws ExplainedFailure `not-found`, `flow-not-live` */
export async function openFlow(flowId: string): Promise<LiveFlow> {
  const flow = await findFlow(flowId)
  if (!flow) throw new ExplainedFailure({ code: 'not-found', retryable: false })
  if (flow.lifecycle !== 'live' || flow.adobeFlowId === undefined) throw new ExplainedFailure({ code: 'flow-not-live', retryable: false })
  const workspaceId = flow.workspace.id
  const offsetMs = (await findSyncStates([workspaceId])).get(workspaceId)?.clockOffsetMs ?? 0
  const clock = listenToAdobeClock(fetch, systemClock, offsetMs)
  const { client } = await openWorkspace(workspaceId, {
    fetch: clock.fetch,
    onCall: (record) => insertCalls({ workspaceId, flowId }, [{ ...record, id: randomUUID() }]),
  })
  return { flow, adobeFlowId: flow.adobeFlowId, client, clock }
}

/** Switches a flow on or off in Adobe. @throws ExplainedFailure with Adobe's code and request id */
export async function switchFlowTo(flowId: string, to: 'enabled' | 'disabled'): Promise<{ flowId: string }> {
  const { flow, adobeFlowId, client, clock } = await openFlow(flowId)
  const { etag } = need(await switchFlow(client, adobeFlowId, to === 'enabled' ? 'enable' : 'disable'))
  const at = clock.now()
  const facts = (await findRunFacts([flowId])).get(flowId)
  // What was due while it was off is not missed, so nothing is due yet.
  const health = judgeHealth(
    {
      lifecycle: 'live',
      adobeState: to,
      gone: false,
      lastEnded: facts?.lastEnded,
      lastStartedAt: facts?.lastStartedAt,
      lastDueAt: undefined,
      once: flow.definition.schedule.frequency === 'once',
    },
    at,
  )
  await saveSwitched(flowId, { adobeState: to, etag, health, at })
  await lookSoon(flow.workspace.id)
  return { flowId }
}

/** Starts a run by hand, over the rows changed since `from`. Adobe allows it for flows that are scheduled once. */
export async function runFlowNow(flowId: string, from: Date, deltaColumn: string | undefined): Promise<{ adobeRunId: string }> {
  const { flow, adobeFlowId, client, clock } = await openFlow(flowId)
  const now = Math.floor(clock.now().getTime() / 1000)
  const { id } = need(
    await runNow(client, {
      flowId: adobeFlowId,
      startTime: now,
      windowStartTime: Math.floor(from.getTime() / 1000),
      windowEndTime: now,
      deltaColumn,
    }),
  )
  await lookSoon(flow.workspace.id)
  return { adobeRunId: id }
}

/** Has Adobe read the window of a run once more. */
export async function repeatRun(flowId: string, runId: string): Promise<{ runId: string }> {
  const run = await findRun(flowId, runId)
  if (!run) throw new ExplainedFailure({ code: 'not-found', retryable: false })
  const { flow, client } = await openFlow(flowId)
  need(await retriggerRun(client, run.adobeRunId))
  await lookSoon(flow.workspace.id)
  return { runId }
}

/** Deletes the dataflow alone; connections, schema, dataset, mapping set and everything ingested stay in Adobe. */
export async function deleteDataflow(flowId: string): Promise<{ flowId: string }> {
  const { adobeFlowId, client } = await openFlow(flowId)
  const last = await findLatestProvisioning(flowId)
  if (last?.state === 'queued' || last?.state === 'running') throw new ExplainedFailure({ code: 'flow-being-changed', retryable: true })
  need(await deleteFlow(client, adobeFlowId))
  await saveDeleted(flowId, new Date())
  return { flowId }
}

function need<Data>(result: Result<Data, AdobeError>): Data {
  if (result.ok) return result.data
  throw new ExplainedFailure(explainAdobeError(result.error, { mendAt: 'nowhere' }))
}

/** What was just changed is looked at right away; when the queue is down, the next tick does it. */
export async function lookSoon(workspaceId: string): Promise<void> {
  await askForSync(workspaceId)
  await sendJob(syncJob, {}).catch((error: unknown) => log.warn('sync.not-asked', { workspaceId, error }))
}
