import 'server-only'
import { succeed, type Result } from '@/lib/result'
import { getDataset } from './catalog'
import type { CreatedKind } from './created-resources'
import { getMappingSet } from './data-prep'
import { getBaseConnection } from './flow-service/connections'
import { getFlow, getSourceConnection, getTargetConnection } from './flow-service/flows'
import { getFlowSpec } from './flow-service/specs'
import { getRaw, isInUnion, listIdentities } from './schema-registry'
import type { AdobeClient, AdobeError } from './types'

export type PresentResource = { name?: string | null | undefined; title?: string | undefined; etag?: string | undefined }

/**
 * A thing of a flow as it is in Adobe now, by its id. One that is gone is an error for which `isNotFound` holds; a
 * descriptor, which has no address of its own, and a schema's being in Profile are undefined then. `schemaId` is needed for descriptors alone.
 */
export function getByKind(
  client: AdobeClient,
  kind: CreatedKind | 'flow-spec',
  id: string,
  schemaId?: string,
): Promise<Result<PresentResource | undefined, AdobeError>> {
  switch (kind) {
    case 'base-connection':
      return getBaseConnection(client, id)
    case 'source-connection':
      return getSourceConnection(client, id)
    case 'target-connection':
      return getTargetConnection(client, id)
    case 'flow':
      return getFlow(client, id)
    case 'flow-spec':
      return getFlowSpec(client, id)
    case 'dataset':
      return getDataset(client, id)
    case 'mapping-set':
      return getMappingSet(client, id)
    case 'adhoc-class':
      return getRaw(client, 'classes', id)
    case 'adhoc-schema':
    case 'schema':
      return getRaw(client, 'schemas', id)
    case 'profile-schema':
      return getInProfile(client, id)
    case 'identity-descriptor':
      return findDescriptor(client, id, schemaId)
  }
}

/** A descriptor has no page of its own: it is looked for among those of its schema. */
async function findDescriptor(client: AdobeClient, id: string, schemaId: string | undefined): Promise<Result<PresentResource | undefined, AdobeError>> {
  const found = await listIdentities(client, schemaId ?? '')
  if (!found.ok) return found
  return succeed(found.data.some((one) => one['@id'] === id) ? {} : undefined)
}

async function getInProfile(client: AdobeClient, schemaId: string): Promise<Result<PresentResource | undefined, AdobeError>> {
  const schema = await getRaw(client, 'schemas', schemaId)
  return schema.ok && !isInUnion(schema.data) ? succeed(undefined) : schema
}
