import 'server-only'
import type { ClassView } from '@/components/setup/setup-views'
import { containerOf } from '@/lib/adobe/requests/schema-registry'
import { listRegistry } from '@/lib/adobe/schema-registry'
import type { AdobeClient } from '@/lib/adobe/types'
import { shortMemory } from '../../short-memory'
import { orExplain } from '../../workspace-read'

const adhoc = 'https://ns.adobe.com/xdm/data/adhoc'
const timeSeries = 'https://ns.adobe.com/xdm/data/time-series'

const remembered = shortMemory<ClassView[]>(60_000)

/** All classes a target schema may have, Adobe's and the tenant's, without those that only describe raw columns. */
export function listClasses(client: AdobeClient, workspaceId: string): Promise<ClassView[]> {
  return remembered(workspaceId, async () => {
    const [standard, own] = await Promise.all([
      listRegistry(client, 'global', 'classes', { whole: true }),
      listRegistry(client, 'tenant', 'classes', { whole: true }),
    ])
    return [...orExplain(own, 'workspace'), ...orExplain(standard, 'workspace')]
      .filter((one) => !one['meta:extends']?.includes(adhoc))
      .map((one) => ({
        id: one.$id,
        title: one.title ?? one.$id,
        ...(one.description ? { description: one.description } : {}),
        behaviour: one['meta:extends']?.includes(timeSeries) ? ('event' as const) : ('record' as const),
        isOwn: containerOf(one.$id) === 'tenant',
      }))
  })
}
