import 'server-only'
import { findFlow } from '@/lib/data/flows'
import { listFlowResources, type ResourceRow } from '@/lib/data/resources'
import { findUserNames } from '@/lib/data/users'
import { findWorkspace } from '@/lib/data/workspaces'
import { ExplainedFailure } from '@/lib/explained-error'
import { adobeUiUrl, type AdobePlace } from './adobe-ui'
import type { ResourceListView, ResourceView } from './resource-views'

/** Everything in Adobe that a flow made or uses, as the ledger has it. @throws ExplainedFailure `not-found` */
export async function readResources(flowId: string): Promise<ResourceListView> {
  const flow = await findFlow(flowId)
  if (!flow) throw new ExplainedFailure({ code: 'not-found', retryable: false })
  const [rows, workspace] = await Promise.all([listFlowResources(flow.id), findWorkspace(flow.workspace.id)])
  const names = await findUserNames([...new Set(rows.flatMap(({ createdById }) => createdById ?? []))])
  return { rows: rows.map((row) => toView(row, names, workspace)) }
}

function toView(row: ResourceRow, names: ReadonlyMap<string, string>, workspace: AdobePlace | undefined): ResourceView {
  const { id, kind, name, state, adobeId, etag, detail, createdAt, deletedAt, createdById, callId, error } = row
  const createdBy = createdById === undefined ? undefined : names.get(createdById)
  const adobeUrl = workspace && adobeId !== undefined && deletedAt === undefined ? adobeUiUrl(workspace, kind, adobeId) : undefined
  return {
    id,
    kind,
    name,
    // What the flow has let go of on its way out stays where it is.
    state: row.released && state === 'created' ? 'kept' : state,
    // What is reused or only looked up was never made by a call of ours.
    origin: state === 'reused' ? 'reused' : 'created',
    isShared: row.isShared,
    isSuperseded: row.superseded,
    detail: {
      ...(detail.altId !== undefined && { altId: detail.altId }),
      ...(detail.namespace !== undefined && { namespace: detail.namespace }),
      ...(detail.version !== undefined && { version: detail.version }),
    },
    ...(adobeId !== undefined && { adobeId }),
    ...(etag !== undefined && { etag }),
    ...(createdAt && { createdAt: createdAt.toISOString() }),
    ...(deletedAt && { deletedAt: deletedAt.toISOString() }),
    ...(createdBy !== undefined && { createdBy }),
    ...(callId !== undefined && { callId }),
    ...(error && { error }),
    ...(adobeUrl !== undefined && { adobeUrl }),
  }
}
