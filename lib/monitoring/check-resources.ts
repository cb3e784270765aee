import 'server-only'
import { getDataset } from '@/lib/adobe/catalog'
import { getMappingSet } from '@/lib/adobe/data-prep'
import { explainAdobeError } from '@/lib/adobe/explain-adobe-error'
import { getBaseConnection } from '@/lib/adobe/flow-service/connections'
import { getFlow, getSourceConnection, getTargetConnection } from '@/lib/adobe/flow-service/flows'
import { getFlowSpec } from '@/lib/adobe/flow-service/specs'
import { isNotFound } from '@/lib/adobe/results'
import { getRaw, listIdentities } from '@/lib/adobe/schema-registry'
import type { AdobeClient, AdobeError } from '@/lib/adobe/types'
import { findFlow } from '@/lib/data/flows'
import { listFlowResources, type ResourceRow } from '@/lib/data/resources'
import { ExplainedFailure } from '@/lib/explained-error'
import { succeed, type Result } from '@/lib/result'
import { openWorkspace } from '@/lib/workspaces/open-workspace'
import type { ResourceCheck } from './resource-views'

type Found = { name?: string | null | undefined; title?: string | undefined; etag?: string | undefined }

/**
 * Asks Adobe for everything the ledger says is there, three at a time, and compares name and version mark. Looks only:
 * neither Adobe nor the ledger is changed.
 * @throws ExplainedFailure `not-found`
 */
export async function checkResources(flowId: string): Promise<ResourceCheck[]> {
  const flow = await findFlow(flowId)
  if (!flow) throw new ExplainedFailure({ code: 'not-found', retryable: false })
  const rows = await listFlowResources(flowId)
  const { client } = await openWorkspace(flow.workspace.id)
  const schemaId = rows.find(({ kind, superseded }) => kind === 'schema' && !superseded)?.adobeId
  const waiting = rows.filter(({ state, adobeId }) => adobeId !== undefined && (state === 'created' || state === 'reused'))
  const checks: ResourceCheck[] = []
  const work = async () => {
    for (let row = waiting.shift(); row; row = waiting.shift()) checks.push(await checkOne(client, row, schemaId))
  }
  await Promise.all([work(), work(), work()])
  return checks
}

async function checkOne(client: AdobeClient, row: ResourceRow, schemaId: string | undefined): Promise<ResourceCheck> {
  const answer = await find(client, row, schemaId)
  if (!answer.ok) {
    if (isNotFound(answer.error)) return { id: row.id, outcome: 'gone' }
    return { id: row.id, outcome: 'not-checked', error: explainAdobeError(answer.error, { mendAt: 'nowhere' }) }
  }
  if (answer.data === undefined) return { id: row.id, outcome: 'gone' }
  const name = answer.data.name ?? answer.data.title
  const { etag } = answer.data
  const isRenamed = name !== undefined && name !== null && row.kind !== 'identity-descriptor' && row.kind !== 'flow-spec' && name !== row.name
  const isOther = etag !== undefined && row.etag !== undefined && etag !== row.etag
  return {
    id: row.id,
    outcome: isRenamed || isOther ? 'changed' : 'same',
    ...(isRenamed && { name }),
    ...(isOther && { etag }),
  }
}

function find(client: AdobeClient, { kind, adobeId = '' }: ResourceRow, schemaId: string | undefined): Promise<Result<Found | undefined, AdobeError>> {
  switch (kind) {
    case 'base-connection':
      return getBaseConnection(client, adobeId)
    case 'source-connection':
      return getSourceConnection(client, adobeId)
    case 'target-connection':
      return getTargetConnection(client, adobeId)
    case 'flow':
      return getFlow(client, adobeId)
    case 'flow-spec':
      return getFlowSpec(client, adobeId)
    case 'dataset':
      return getDataset(client, adobeId)
    case 'mapping-set':
      return getMappingSet(client, adobeId)
    case 'adhoc-class':
      return getRaw(client, 'classes', adobeId)
    case 'adhoc-schema':
    case 'schema':
      return getRaw(client, 'schemas', adobeId)
    case 'identity-descriptor':
      return findDescriptor(client, adobeId, schemaId)
  }
}

/** A descriptor has no page of its own: it is looked for among those of its schema. */
async function findDescriptor(client: AdobeClient, id: string, schemaId: string | undefined): Promise<Result<Found | undefined, AdobeError>> {
  const found = await listIdentities(client, schemaId ?? '')
  if (!found.ok) return found
  return succeed(found.data.some((one) => one['@id'] === id) ? {} : undefined)
}
