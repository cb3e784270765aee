import 'server-only'
import { z } from 'zod'
import { explainAdobeError } from '@/lib/adobe/explain-adobe-error'
import { getBaseConnection } from '@/lib/adobe/flow-service/connections'
import { getFlow, getSourceConnection, getTargetConnection, patchFlow } from '@/lib/adobe/flow-service/flows'
import { publishRequest } from '@/lib/adobe/requests/draft-mode'
import type { FlowServiceCollection } from '@/lib/adobe/requests/flow-service-items'
import { scheduleParams, startMarginSeconds } from '@/lib/adobe/requests/schedule-params'
import type { AdobeClient, AdobeError } from '@/lib/adobe/types'
import { savePublished, type PublishedPart } from '@/lib/data/published-flows'
import { listFlowResources, type ResourceRow } from '@/lib/data/resources'
import { ExplainedFailure } from '@/lib/explained-error'
import type { FlowDefinition } from '@/lib/flows/flow-definition'
import type { Result } from '@/lib/result'
import { lookSoon, openFlow } from './control-flow'

/**
 * Publishes a flow that Adobe holds as a draft: what it stands on first, each part only while it is a draft, so that
 * pressing again goes on where a refusal stopped it. A start that has passed meanwhile becomes the moment of publishing.
 * @throws ExplainedFailure `not-found`, `flow-not-live`, or with Adobe's own words
 */
export async function publishFlow(flowId: string): Promise<{ flowId: string }> {
  const { flow, adobeFlowId, client, clock } = await openFlow(flowId)
  const rows = (await listFlowResources(flowId)).filter(({ superseded }) => !superseded)
  const idOf = (kind: ResourceRow['kind']) => rows.find((row) => row.kind === kind)?.adobeId ?? ''
  const parts: PublishedPart[] = []
  const publish = async (kind: ResourceRow['kind'], collection: FlowServiceCollection, state: string | undefined) => {
    if (state !== 'draft') return
    const etag = await publishOne(client, collection, idOf(kind))
    parts.push({ adobeId: idOf(kind), etag })
  }
  const base = need(await getBaseConnection(client, flow.bindings.baseConnectionId))
  if (base.state === 'draft') await publishOne(client, 'connections', base.id)
  const [source, target] = await Promise.all([
    getSourceConnection(client, idOf('source-connection')),
    getTargetConnection(client, idOf('target-connection')),
  ])
  await Promise.all([
    publish('source-connection', 'sourceConnections', need(source).state),
    publish('target-connection', 'targetConnections', need(target).state),
  ])
  await startInTime(client, adobeFlowId, flow.definition, clock.now().getTime())
  await publish('flow', 'flows', need(await getFlow(client, adobeFlowId)).state)
  await savePublished(flowId, { parts, at: clock.now() })
  await lookSoon(flow.workspace.id)
  return { flowId }
}

/** Adobe refuses to publish what should have begun already (1360-400). */
async function startInTime(client: AdobeClient, adobeFlowId: string, { schedule }: FlowDefinition, nowMs: number): Promise<void> {
  const { state, etag } = need(await getFlow(client, adobeFlowId))
  if (state !== 'draft' || etag === undefined) return
  const soonest = Math.ceil(nowMs / 1000) + startMarginSeconds
  const startTime = Math.max(scheduleParams(schedule, nowMs).startTime, soonest)
  need(await patchFlow(client, adobeFlowId, etag, [{ op: 'replace', path: '/scheduleParams/startTime', value: startTime }]))
}

async function publishOne(client: AdobeClient, collection: FlowServiceCollection, id: string): Promise<string | undefined> {
  const answer = need(await client.request(publishRequest(collection, id), published))
  return answer.data?.etag ?? answer.etag
}

const published = z.looseObject({ etag: z.string().optional() }).nullish()

function need<Data>(result: Result<Data, AdobeError>): Data {
  if (result.ok) return result.data
  throw new ExplainedFailure(explainAdobeError(result.error, { mendAt: 'nowhere' }))
}
