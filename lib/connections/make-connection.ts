import 'server-only'
import { createBaseConnection, deleteBaseConnection, findBaseConnections, testBaseConnection } from '@/lib/adobe/flow-service/connections'
import type { AdobeClient } from '@/lib/adobe/types'
import type { Accepted } from './accept-credentials'
import { orExplain } from './or-explain'

export type MadeConnection = { id: string; name: string; state: string }

/** What came of it: it works, or the source refused the credentials and the connection is gone again, or could not be removed. */
export type Making = { outcome: 'works'; connection: MadeConnection } | { outcome: 'refused'; leftBehind?: MadeConnection }

/** Makes a base connection and tries it. The secrets in it reach Adobe and nothing else. */
export async function makeConnection(client: AdobeClient, name: string, accepted: Accepted): Promise<Making> {
  const connection = await makeOrAdopt(client, name, accepted)
  if (orExplain(await testBaseConnection(client, connection.id))) return { outcome: 'works', connection }
  // A connection that cannot sign in is of use to nobody; what was just made is taken away again.
  const removed = await deleteBaseConnection(client, connection.id)
  return removed.ok ? { outcome: 'refused' } : { outcome: 'refused', leftBehind: connection }
}

/**
 * Adobe's creations cannot be repeated safely. When the answer to one is lost, the connection is looked for by its name
 * before anybody presses again; names are proposed so that they are unique.
 */
async function makeOrAdopt(client: AdobeClient, name: string, accepted: Accepted): Promise<MadeConnection> {
  const before = new Set(orExplain(await findBaseConnections(client, name)).map(({ id }) => id))
  const made = await createBaseConnection(client, { name, ...accepted })
  if (made.ok) return { id: made.data.id, name, state: 'enabled' }
  if (!made.error.mayHaveCommitted) return orExplain(made)
  const found = orExplain(await findBaseConnections(client, name)).find(({ id }) => !before.has(id))
  return found ? { id: found.id, name, state: found.state ?? 'enabled' } : orExplain(made)
}
