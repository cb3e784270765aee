import { createdKinds, findCreated, type CreatedKind, type FoundResource, type LookFor } from '@/lib/adobe/created-resources'
import type { AdobeClient, AdobeError } from '@/lib/adobe/types'
import type { ResourceRow } from '@/lib/data/resources'
import { succeed, type Result } from '@/lib/result'
import type { Execution } from './execution'
import type { ResourceKind } from './step-keys'

/** Looks until something is found or the patience is over. */
export async function findPatiently(
  { patience, sleep }: Pick<Execution, 'patience' | 'sleep'>,
  client: AdobeClient,
  look: LookFor,
): Promise<Result<FoundResource[], AdobeError>> {
  for (const pauseMs of patience) {
    if (pauseMs > 0) await sleep(pauseMs)
    const found = await findCreated(client, look)
    if (!found.ok || found.data.length > 0) return found
  }
  return succeed([])
}

export const isCreatedKind = (kind: ResourceKind): kind is CreatedKind => createdKinds.some((one) => one === kind)

/** By what a row's thing is found; undefined for what nothing here makes. */
export function lookForRow({ kind, detail }: ResourceRow): LookFor | undefined {
  // Written by `intend` and by nothing else.
  return isCreatedKind(kind) ? (detail.look as LookFor | undefined) : undefined
}
