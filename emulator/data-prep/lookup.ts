import type { JsonObject } from '../content/types'
import type { MappingRow } from '../engine/types'
import { asArray, asObject, asText } from '../json'
import type { Scope } from '../store'
import type { World } from '../world'

/** A mapping set in its stored form; `version` asks for an earlier one, as flows name it in `mappingVersion`. */
export function findMappingSet(world: World, scope: Scope, id: string, version?: number): JsonObject | undefined {
  const newest = world.store.get(scope, 'mappingSets', id)
  if (newest === undefined || version === undefined || newest['version'] === version) return newest
  return world.store.get(scope, 'mappingSetVersions', `${id}/${version}`)
}

/** `$id` of the schema that a mapping set writes into. */
export function targetSchemaIdOf(mappingSet: JsonObject): string {
  return asText(asObject(asObject(mappingSet['outputSchema'])['schemaRef'])['id'])
}

/** The mappings of a set as the engine takes them, in their order. */
export function mappingRowsOf(mappingSet: JsonObject): MappingRow[] {
  return asArray(mappingSet['mappings']).map((one) => {
    const { sourceType, source, destination } = asObject(one)
    return { sourceType: sourceTypeOf(asText(sourceType)), source: asText(source), destination: asText(destination) }
  })
}

function sourceTypeOf(word: string): MappingRow['sourceType'] {
  return word === 'EXPRESSION' || word === 'STATIC' ? word : 'ATTRIBUTE'
}
