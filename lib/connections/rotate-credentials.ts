import 'server-only'
import { getBaseConnection, replaceCredentials, testBaseConnection } from '@/lib/adobe/flow-service/connections'
import type { AdobeClient } from '@/lib/adobe/types'
import { ExplainedFailure } from '@/lib/explained-error'
import type { AuthValues } from '@/lib/sources/auth-fields'
import { acceptCredentials } from './accept-credentials'
import { orExplain } from './or-explain'

/**
 * Gives a connection new credentials, the whole set at once, under the etag it was just read with, and tries them. Every
 * flow on it uses them from its next run on.
 */
export async function rotateCredentials(client: AdobeClient, connectionId: string, values: AuthValues): Promise<{ works: boolean }> {
  const connection = orExplain(await getBaseConnection(client, connectionId), 'connection')
  const { connectionSpec, auth, etag } = connection
  if (!connectionSpec || !etag) throw new ExplainedFailure({ code: 'malformed', mendAt: 'connection', retryable: true })
  const { params } = await acceptCredentials(client, { specId: connectionSpec.id, authSpecName: auth?.specName, values })
  orExplain(await replaceCredentials(client, connectionId, etag, params), 'connection')
  return { works: orExplain(await testBaseConnection(client, connectionId), 'connection') }
}
