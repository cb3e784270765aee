import type { JsonObject } from '../content/types'
import type { Caller } from '../gateway'
import { makeHex } from '../ids'
import { asArray, asObject, asText } from '../json'
import type { World } from '../world'
import { badRequest } from './errors'
import { judgeMappings } from './judge-mappings'
import type { GivenMapping, GivenSet } from './read-mapping-set'

/**
 * Keeps a mapping set: a new one, or the next version of an old one, all of whose mappings get new ids. Versions that
 * flows may still name are kept beside it.
 */
export function keepMappingSet(world: World, caller: Caller, set: GivenSet, previous?: JsonObject): JsonObject {
  const problem = judgeMappings(world, set).flat()[0]
  if (problem !== undefined) throw badRequest(`The mapping of ${problem.source} to ${problem.destination} is not valid: ${problem.exception}`)
  const { scope, credential } = caller
  const now = world.clock.now()
  const id = previous === undefined ? makeHex(32) : asText(previous['id'])
  const stamp = { createdDate: now, modifiedDate: now, createdBy: credential.userId, modifiedBy: credential.userId }
  const schemaRef = { id: set.schemaId, contentType: set.contentType }
  const doc: JsonObject = {
    id,
    version: previous === undefined ? 0 : Number(previous['version']) + 1,
    ...stamp,
    ...(previous !== undefined && { createdDate: previous['createdDate'] ?? now, createdBy: previous['createdBy'] ?? credential.userId }),
    ...(set.name !== undefined && { name: set.name }),
    ...(set.inputSchema !== undefined && { inputSchema: set.inputSchema }),
    ...(set.tags.length > 0 && { tags: set.tags }),
    outputSchema: { id: set.schemaId, schemaRef },
    schemaRef,
    xdmSchema: set.schemaId,
    xdmVersion: set.contentType,
    mappings: set.mappings.map((mapping) => describeMapping(mapping, stamp)),
    status: 'PUBLISHED',
    supportVersion: '1.1',
    strictMapping: false,
    allowNullValues: false,
  }
  world.store.transaction(() => {
    if (previous !== undefined) world.store.put(scope, 'mappingSetVersions', `${id}/${Number(previous['version'])}`, previous)
    world.store.put(scope, 'mappingSets', id, doc)
  })
  return doc
}

function describeMapping({ sourceType, source, destination, name, description }: GivenMapping, stamp: JsonObject): JsonObject {
  return {
    id: makeHex(32),
    version: 0,
    ...stamp,
    sourceType,
    source,
    destination,
    sourceAttribute: source,
    destinationXdmPath: destination,
    identity: false,
    primaryIdentity: false,
    matchScore: 0,
    functionVersion: 1,
    ...(name !== undefined && { name }),
    ...(description !== undefined && { description }),
  }
}

const mediaTypes: Record<string, string> = { ATTRIBUTE: 'text/x.schema-path', EXPRESSION: 'text/x.aep-xl', STATIC: 'text/plain' }

/** As reads answer it: Adobe's samples show a media type where the word was written. */
export function showMapping(mapping: JsonObject): JsonObject {
  return { ...mapping, sourceType: mediaTypes[asText(mapping['sourceType'])] ?? asText(mapping['sourceType']) }
}

export function showMappingSet(set: JsonObject): JsonObject {
  return { ...set, mappings: asArray(set['mappings']).map((mapping) => showMapping(asObject(mapping))) }
}
