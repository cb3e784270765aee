import 'server-only'
import { deleteBaseConnection } from '@/lib/adobe/flow-service/connections'
import { listFlows, listSourceConnections } from '@/lib/adobe/flow-service/flows'
import type { AdobeClient } from '@/lib/adobe/types'
import { ExplainedFailure } from '@/lib/explained-error'
import { orExplain } from './or-explain'

/**
 * Deletes a base connection unless flows hang on it. Adobe refuses that too (1418-400), but does not say whether it
 * counts flows that are switched off, so it is looked up here.
 * @throws ExplainedFailure `connection-in-use` with the number of flows.
 */
export async function deleteUnusedConnection(client: AdobeClient, connectionId: string): Promise<void> {
  const [sources, flows] = await Promise.all([listSourceConnections(client), listFlows(client)])
  const own = new Set(orExplain(sources, 'connection').filter((each) => each.baseConnectionId === connectionId).map(({ id }) => id))
  const hanging = orExplain(flows, 'connection').filter(({ sourceConnectionIds }) => sourceConnectionIds.some((id) => own.has(id)))
  if (hanging.length > 0) {
    throw new ExplainedFailure({ code: 'connection-in-use', values: { count: hanging.length }, mendAt: 'connection', retryable: false })
  }
  orExplain(await deleteBaseConnection(client, connectionId), 'connection')
}
