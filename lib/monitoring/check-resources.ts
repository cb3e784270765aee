import 'server-only'
import { explainAdobeError } from '@/lib/adobe/explain-adobe-error'
import { getByKind } from '@/lib/adobe/get-by-kind'
import { isNotFound } from '@/lib/adobe/results'
import type { AdobeClient } from '@/lib/adobe/types'
import { findFlow } from '@/lib/data/flows'
import { listFlowResources, type ResourceRow } from '@/lib/data/resources'
import { ExplainedFailure } from '@/lib/explained-error'
import { openWorkspace } from '@/lib/workspaces/open-workspace'
import type { ResourceCheck } from './resource-views'

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
  const answer = await getByKind(client, row.kind, row.adobeId ?? '', schemaId)
  if (!answer.ok) {
    if (isNotFound(answer.error)) return { id: row.id, outcome: 'gone' }
    return { id: row.id, outcome: 'not-checked', error: explainAdobeError(answer.error, { mendAt: 'nowhere' }) }
  }
  if (answer.data === undefined) return { id: row.id, outcome: 'gone' }
  const name = answer.data.name ?? answer.data.title
  const { etag } = answer.data
  // Some kinds carry the ledger's marker within their name.
  const isRenamed = name !== undefined && name !== null && isNamedByUs(row) && name !== row.name && !name.includes(row.marker)
  const isOther = etag !== undefined && row.etag !== undefined && etag !== row.etag
  return {
    id: row.id,
    outcome: isRenamed || isOther ? 'changed' : 'same',
    ...(isRenamed && { name }),
    ...(isOther && { etag }),
  }
}

/** What Adobe names itself was never given the name that the ledger shows. */
const isNamedByUs = ({ kind }: ResourceRow) => kind !== 'identity-descriptor' && kind !== 'flow-spec'
