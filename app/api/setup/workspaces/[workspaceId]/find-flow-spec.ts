import 'server-only'
import { findFlowSpecForSource } from '@/lib/adobe/flow-service/specs'
import type { AdobeClient } from '@/lib/adobe/types'
import type { FlowSpecItem } from '@/lib/adobe/answers-specs'
import { ExplainedFailure } from '@/lib/explained-error'
import { findSource } from '@/lib/sources/catalogue'
import { shortMemory } from '../../short-memory'
import { orExplain } from '../../workspace-read'

const remembered = shortMemory<FlowSpecItem>(600_000)

/**
 * The flow specification that accepts a source in this workspace.
 * @throws ExplainedFailure when Adobe offers none.
 */
export function flowSpecFor(client: AdobeClient, workspaceId: string, sourceKey: string): Promise<FlowSpecItem> {
  return remembered(`${workspaceId} ${sourceKey}`, async () => {
    const source = findSource(sourceKey)
    if (!source) throw new ExplainedFailure({ code: 'not-found', mendAt: 'source', retryable: false })
    const { connectionSpec, flowSpecName } = source
    const found = orExplain(await findFlowSpecForSource(client, { connectionSpecId: connectionSpec.id, flowSpecName }), 'source')
    if (!found) throw new ExplainedFailure({ code: 'not-found', mendAt: 'source', retryable: false })
    return found
  })
}
