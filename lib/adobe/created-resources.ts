import 'server-only'
import { succeed, type Result } from '@/lib/result'
import { connectionItem, flowItem } from './answers'
import { deleteDataset, listDatasets } from './catalog'
import { deleteMappingSet, findMappingSets } from './data-prep'
import { deleteItem, findByName } from './flow-service/items'
import type { FlowServiceCollection } from './requests/flow-service-items'
import { descriptorPath } from './requests/target-schema'
import { isNotFound, mapData } from './results'
import { deleteDescriptor, deleteRegistryResource, findByTitle, getRaw, isInUnion, listIdentities } from './schema-registry'
import type { AdobeClient, AdobeError } from './types'

/** The kinds of things that make up a flow, as the ledger names them. */
export const createdKinds = [
  'base-connection',
  'adhoc-class',
  'adhoc-schema',
  'source-connection',
  'schema',
  'identity-descriptor',
  'profile-schema',
  'dataset',
  'target-connection',
  'mapping-set',
  'flow',
] as const
export type CreatedKind = (typeof createdKinds)[number]

/** What Adobe lets go again: a schema never leaves Profile. */
export type RemovableKind = Exclude<CreatedKind, 'profile-schema'>

/** How a thing is known again in Adobe. */
export type LookFor =
  | {
      kind: Exclude<CreatedKind, 'identity-descriptor' | 'profile-schema'>
      /** Its name, or title in the registry. */
      name: string
      /** Text that its name or description carries; without one the name alone decides. */
      marker?: string
    }
  | { kind: 'identity-descriptor'; schemaId: string; path: string; namespace?: string }
  /** Not a thing but a state of one: the schema is in the union. */
  | { kind: 'profile-schema'; schemaId: string }

export type FoundResource = {
  adobeId: string
  etag?: string | undefined
  /** What later steps need beside the id: `altId`, `namespace` (of an ad-hoc class), `version` (of a mapping set). */
  detail: { altId?: string; namespace?: string; version?: number }
}

/**
 * Everything in the sandbox that answers the description: none, one, or, where a creation was repeated, several.
 * Read-after-write is not promised by Adobe: "none" right after a lost answer is worth asking again.
 */
export async function findCreated(client: AdobeClient, look: LookFor): Promise<Result<FoundResource[], AdobeError>> {
  switch (look.kind) {
    case 'base-connection':
    case 'source-connection':
    case 'target-connection':
    case 'flow': {
      const schema = look.kind === 'flow' ? flowItem : connectionItem
      const found = await findByName(client, collections[look.kind], schema, look.name)
      return mapData(found, (items) =>
        items.filter(carries(look.marker)).map(({ id, etag }) => ({ adobeId: id, etag, detail: {} })),
      )
    }
    case 'adhoc-class':
    case 'adhoc-schema':
    case 'schema': {
      const found = await findByTitle(client, registryKindOf(look.kind), look.name)
      return mapData(found, (resource) =>
        resource && carries(look.marker)({ name: resource.title, description: resource.description })
          ? [registryFound(resource)]
          : [],
      )
    }
    case 'dataset': {
      const found = await listDatasets(client, look.name)
      return mapData(found, (datasets) =>
        datasets.filter(carries(look.marker)).map(({ id }) => ({ adobeId: id, detail: {} })),
      )
    }
    case 'mapping-set': {
      const found = await findMappingSets(client, look.name)
      return mapData(found, (sets) =>
        sets
          .filter(({ name }) => carries(look.marker)({ name }))
          .map(({ id, version }) => ({ adobeId: id, detail: { version } })),
      )
    }
    case 'identity-descriptor':
      return findIdentity(client, look)
    case 'profile-schema':
      return findInProfile(client, look.schemaId)
  }
}

/** Deletes a thing; one that is not there any more counts as done. */
export function deleteCreated(
  client: AdobeClient,
  kind: RemovableKind,
  id: string,
): Promise<Result<'deleted' | 'gone', AdobeError>> {
  switch (kind) {
    case 'base-connection':
    case 'source-connection':
    case 'target-connection':
    case 'flow':
      return deleteItem(client, collections[kind], id)
    case 'adhoc-class':
    case 'adhoc-schema':
    case 'schema':
      return deleteRegistryResource(client, registryKindOf(kind), id)
    case 'identity-descriptor':
      return deleteDescriptor(client, id)
    case 'dataset':
      return deleteDataset(client, id)
    case 'mapping-set':
      return deleteMappingSet(client, id)
  }
}

const collections = {
  'base-connection': 'connections',
  'source-connection': 'sourceConnections',
  'target-connection': 'targetConnections',
  flow: 'flows',
} as const satisfies Partial<Record<CreatedKind, FlowServiceCollection>>

const registryKindOf = (kind: 'adhoc-class' | 'adhoc-schema' | 'schema') =>
  kind === 'adhoc-class' ? 'classes' : 'schemas'

type Described = { name?: string | null | undefined; description?: string | null | undefined }

const carries = (marker: string | undefined) => (item: Described) =>
  marker === undefined || item.name?.includes(marker) === true || item.description?.includes(marker) === true

type Registered = { $id: string; 'meta:altId'?: string | undefined; 'meta:datasetNamespace'?: string | undefined }

/** The ledger's view of a registry resource, created or found. */
export function registryFound(resource: Registered): FoundResource {
  const altId = resource['meta:altId']
  const namespace = resource['meta:datasetNamespace']
  return {
    adobeId: resource.$id,
    detail: { ...(altId !== undefined && { altId }), ...(namespace !== undefined && { namespace }) },
  }
}

async function findIdentity(
  client: AdobeClient,
  look: { schemaId: string; path: string; namespace?: string },
): Promise<Result<FoundResource[], AdobeError>> {
  const found = await listIdentities(client, look.schemaId)
  if (!found.ok) return found
  const property = descriptorPath(look.path)
  const fits = found.data.filter((one) => {
    const sameNamespace =
      look.namespace === undefined || one['xdm:namespace'] === undefined || one['xdm:namespace'] === look.namespace
    return sameNamespace && [one['xdm:sourceProperty']].flat().includes(property)
  })
  return succeed(fits.map((one) => ({ adobeId: one['@id'], detail: {} })))
}

async function findInProfile(client: AdobeClient, schemaId: string): Promise<Result<FoundResource[], AdobeError>> {
  const schema = await getRaw(client, 'schemas', schemaId)
  if (!schema.ok) return isNotFound(schema.error) ? succeed([]) : schema
  return succeed(isInUnion(schema.data) ? [registryFound(schema.data)] : [])
}
