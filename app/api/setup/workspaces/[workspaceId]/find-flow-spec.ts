import 'server-only'
import { findFlowSpecForSource } from '@/lib/adobe/flow-service/specs'
import type { AdobeClient } from '@/lib/adobe/types'
import type { FlowSpecItem } from '@/lib/adobe/answers-specs'
import { ExplainedFailure } from '@/lib/explained-error'
import { findSource } from '@/lib/sources/catalogue'
import { specIdOf } from '@/lib/sources/offered-sources'
import { shortMemory } from '../../short-memory'
import { orExplain } from '../../workspace-read'

const remembered = shortMemory<FlowSpecItem>(600_000)

/**
 * The flow specification that accepts a source in this workspace: the one the catalogue names, for a source it does not
 * know the one that lists it.
 * @throws ExplainedFailure when Adobe offers none.
 */
export function flowSpecFor(client: AdobeClient, workspaceId: string, sourceKey: string): Promise<FlowSpecItem> {
  return remembered(`${workspaceId} ${sourceKey}`, async () => {
    const connectionSpecId = specIdOf(sourceKey)
    if (connectionSpecId === undefined) throw new ExplainedFailure({ code: 'not-found', mendAt: 'source', retryable: false })
    const flowSpecName = findSource(sourceKey)?.flowSpecName
    const found = orExplain(await findFlowSpecForSource(client, { connectionSpecId, ...(flowSpecName ? { flowSpecName } : {}) }), 'source')
    if (!found) throw new ExplainedFailure({ code: 'not-found', mendAt: 'source', retryable: false })
    return found
  })
}
