import 'server-only'
import { randomUUID } from 'node:crypto'
import { getFlow, patchFlow } from '@/lib/adobe/flow-service/flows'
import type { PatchOperation } from '@/lib/adobe/requests/flow-service-items'
import { insertCall } from '@/lib/data/calls'
import type { FlowRow } from '@/lib/data/flows'
import { keepDefinition } from '@/lib/data/named-flows'
import { listFlowResources } from '@/lib/data/resources'
import { ExplainedFailure } from '@/lib/explained-error'
import { compareDefinitions } from '@/lib/flows/compare-definitions'
import type { FlowDefinition } from '@/lib/flows/flow-definition'
import { marked } from '@/lib/provisioning/steps/step'
import { openWorkspace } from '@/lib/workspaces/open-workspace'
import { orExplain } from './or-explain'

/** Somebody else may change the flow between our look and our word; after a few rounds it is for a person to sort out. */
const rounds = 3

/**
 * Changes a living flow to what the document says, where Adobe allows it: description, frequency, interval. The patch names
 * the etag it was made for, so that no other change is lost, and saying it twice does no harm.
 * @throws ExplainedFailure `documents.blocked` for what cannot change, and what Adobe says
 */
export async function changeFlow(flow: FlowRow, definition: FlowDefinition): Promise<void> {
  const changes = compareDefinitions(flow.definition, definition)
  if (flow.adobeFlowId === undefined || changes.some(({ isPossible }) => !isPossible)) {
    throw new ExplainedFailure({ code: 'documents.blocked', retryable: false })
  }
  const paths = new Set(changes.map(({ path }) => path))
  const operations = await operationsFor(flow, definition, paths)
  const etag = operations.length > 0 ? await patch(flow, flow.adobeFlowId, operations) : undefined
  await keepDefinition(flow.id, definition, etag)
}

async function operationsFor(flow: FlowRow, definition: FlowDefinition, paths: ReadonlySet<string>): Promise<PatchOperation[]> {
  const { frequency, interval } = definition.schedule
  return [
    ...(paths.has('schedule.frequency') ? [{ op: 'replace' as const, path: '/scheduleParams/frequency', value: frequency }] : []),
    ...(paths.has('schedule.interval') ? [{ op: 'replace' as const, path: '/scheduleParams/interval', value: interval }] : []),
    ...(paths.has('description') ? [{ op: 'replace' as const, path: '/description', value: marked(await markerOf(flow), definition.description) }] : []),
  ]
}

/** The flow keeps the marker by which it is found again. */
async function markerOf(flow: FlowRow): Promise<string> {
  const rows = await listFlowResources(flow.id)
  return rows.find(({ stepKey, superseded }) => stepKey === 'flow' && !superseded)?.marker ?? ''
}

async function patch(flow: FlowRow, adobeFlowId: string, operations: PatchOperation[]): Promise<string | undefined> {
  const where = { workspaceId: flow.workspace.id, flowId: flow.id }
  const { client } = await openWorkspace(flow.workspace.id, { onCall: (record) => insertCall(randomUUID(), where, { ...record, stepKey: 'flow' }) })
  for (let round = 1; ; round++) {
    const { etag = '' } = orExplain(await getFlow(client, adobeFlowId), 'nowhere')
    const answer = await patchFlow(client, adobeFlowId, etag, operations)
    const isStale = !answer.ok && answer.error.status === 412
    if (!isStale || round >= rounds) return orExplain(answer, 'nowhere').etag
  }
}
