import 'server-only'
import { z } from 'zod'
import { fail, succeed, type Result } from '@/lib/result'
import {
  descriptorCreated,
  descriptorsByType,
  registryPage,
  registryResource,
  registryStats,
  type IdentityDescriptor,
  type RegistryResource,
} from './answers-registry'
import { adhocClassRequest, adhocSchemaRequest } from './requests/adhoc-schema'
import {
  containerOf,
  deleteDescriptorRequest,
  deleteRegistryRequest,
  getRawRegistryRequest,
  getRegistryRequest,
  listDescriptorsRequest,
  listRegistryRequest,
  registryStatsRequest,
  type RegistryContainer,
  type RegistryKind,
  type RegistryQuery,
} from './requests/schema-registry'
import { fieldGroupRequest } from './requests/field-group'
import { enableSchemaForProfileRequest, identityDescriptorRequest, targetSchemaRequest } from './requests/target-schema'
import { dataOf, deletionOf, isNotFound } from './results'
import type { AdobeClient, AdobeError } from './types'

/** The registry gives at most 300 a list; two hundred pages are sixty thousand. */
const mostPages = 200

/** Creations are sent once; `mayHaveCommitted` means: look for the title before sending again. */
export async function createAdhocClass(client: AdobeClient, args: Parameters<typeof adhocClassRequest>[0]) {
  return dataOf(await client.request(adhocClassRequest(args), registryResource))
}

export async function createAdhocSchema(client: AdobeClient, args: Parameters<typeof adhocSchemaRequest>[0]) {
  return dataOf(await client.request(adhocSchemaRequest(args), registryResource))
}

export async function createTargetSchema(client: AdobeClient, args: Parameters<typeof targetSchemaRequest>[0]) {
  return dataOf(await client.request(targetSchemaRequest(args), registryResource))
}

export async function createFieldGroup(client: AdobeClient, args: Parameters<typeof fieldGroupRequest>[0]) {
  return dataOf(await client.request(fieldGroupRequest(args), registryResource))
}

export async function createIdentityDescriptor(
  client: AdobeClient,
  args: Parameters<typeof identityDescriptorRequest>[0],
) {
  return dataOf(await client.request(identityDescriptorRequest(args), descriptorCreated))
}

/** Tenant id without its leading underscore, and the organisation the registry sees. */
export async function getRegistryStats(
  client: AdobeClient,
): Promise<Result<{ tenantId: string; imsOrg?: string | undefined }, AdobeError>> {
  return dataOf(await client.request(registryStatsRequest(), registryStats))
}

/** All resources of a kind, by title. The cursor is a value of the sort property and ends with null. */
export async function listRegistry(
  client: AdobeClient,
  container: RegistryContainer,
  kind: RegistryKind,
  query: Omit<RegistryQuery, 'start' | 'limit'> = {},
): Promise<Result<RegistryResource[], AdobeError>> {
  const found = new Map<string, RegistryResource>()
  let start: string | undefined
  for (let page = 0; page < mostPages; page++) {
    const answer = await client.request(
      listRegistryRequest(container, kind, { ...query, ...(start !== undefined && { start }) }),
      registryPage,
    )
    if (!answer.ok) return answer
    const { results, _page } = answer.data.data
    for (const resource of results) found.set(resource.$id, resource)
    const next = _page?.next == null ? undefined : String(_page.next)
    if (next === undefined || next === start) break
    start = next
  }
  return succeed([...found.values()])
}

/** Schemas that a flow may write: all of the tenant but ad-hoc ones. */
export const listTargetSchemas = (client: AdobeClient): Promise<Result<RegistryResource[], AdobeError>> =>
  listRegistry(client, 'tenant', 'schemas', {
    conditions: ['meta:extends!=https://ns.adobe.com/xdm/data/adhoc'],
    whole: true,
  })

/** Field groups made for a class, Adobe's own and the tenant's. */
export async function listFieldGroups(
  client: AdobeClient,
  classId: string,
): Promise<Result<RegistryResource[], AdobeError>> {
  const query = { conditions: [`meta:intendedToExtend==${classId}`], whole: true }
  const [standard, own] = await Promise.all([
    listRegistry(client, 'global', 'fieldgroups', query),
    listRegistry(client, 'tenant', 'fieldgroups', query),
  ])
  if (!standard.ok) return standard
  return own.ok ? succeed([...standard.data, ...own.data]) : own
}

/**
 * A resource with all references resolved (`xed-full`), as JSON for lib/xdm; a missing one is an error of status 404.
 */
export async function getResolved(
  client: AdobeClient,
  kind: RegistryKind,
  id: string,
): Promise<Result<Record<string, unknown>, AdobeError>> {
  return dataOf(await client.request(getRegistryRequest(containerOf(id), kind, id), z.record(z.string(), z.unknown())))
}

/** A resource as it was written, description and `allOf` included. */
export async function getRaw(
  client: AdobeClient,
  kind: RegistryKind,
  id: string,
): Promise<Result<RegistryResource, AdobeError>> {
  return dataOf(await client.request(getRawRegistryRequest(containerOf(id), kind, id), registryResource))
}

/** The tenant's resource of exactly that title, whole; titles are unique, so there is one at most. */
export async function findByTitle(
  client: AdobeClient,
  kind: RegistryKind,
  title: string,
): Promise<Result<RegistryResource | undefined, AdobeError>> {
  const filtered = await listRegistry(client, 'tenant', kind, { conditions: [`title==${title}`], whole: true })
  if (!filtered.ok) return filtered
  const hit = filtered.data.find((resource) => resource.title === title)
  if (hit) return succeed(hit)
  // The filter's handling of odd characters is not documented; before "none" is believed, all titles are read.
  const all = await listRegistry(client, 'tenant', kind)
  if (!all.ok) return all
  const id = all.data.find((resource) => resource.title === title)?.$id
  if (id === undefined) return succeed(undefined)
  const raw = await client.request(getRawRegistryRequest('tenant', kind, id), registryResource)
  if (raw.ok) return succeed(raw.data.data)
  return isNotFound(raw.error) ? succeed(undefined) : fail(raw.error)
}

/** Refused once a dataset uses it. */
export async function deleteRegistryResource(client: AdobeClient, kind: RegistryKind, id: string) {
  return deletionOf(await client.request(deleteRegistryRequest(kind, id), z.unknown()))
}

/** Identity descriptors of a schema. */
export async function listIdentities(
  client: AdobeClient,
  schemaId: string,
): Promise<Result<IdentityDescriptor[], AdobeError>> {
  const answer = dataOf(await client.request(listDescriptorsRequest(), descriptorsByType))
  if (!answer.ok) return answer
  const all = answer.data['xdm:descriptorIdentity'] ?? answer.data.results ?? []
  return succeed(all.filter((one) => one['@type'] === 'xdm:descriptorIdentity' && one['xdm:sourceSchema'] === schemaId))
}

export async function deleteDescriptor(client: AdobeClient, id: string) {
  return deletionOf(await client.request(deleteDescriptorRequest(id), z.unknown()))
}

/** Whether a schema is enabled for Profile. */
export const isInUnion = (schema: RegistryResource): boolean => schema['meta:immutableTags']?.includes('union') === true

/** Puts a schema into the union of its class; never taken back. */
export async function enableSchemaForProfile(client: AdobeClient, id: string): Promise<Result<RegistryResource, AdobeError>> {
  return dataOf(await client.request(enableSchemaForProfileRequest(id), registryResource))
}
