import type { TransformError } from '../engine/types'
import { errorOf } from '../engine/apply-mapping'
import { asObject } from '../json'
import type { World } from '../world'
import type { GivenSet } from './read-mapping-set'

/** What Data Prep holds against each mapping, in their order; a destination that was taken before counts as an error. */
export function judgeMappings(world: World, set: GivenSet): TransformError[][] {
  const seen = new Set<string>()
  const columns = Object.keys(asObject(asObject(set.inputSchema?.['jsonSchema'])['properties']))
  return set.mappings.map((mapping) => {
    const errors = world.engine.validateMapping({ mapping, schema: set.schema, ...(columns.length > 0 && { sourceColumns: columns }) })
    if (seen.has(mapping.destination))
      errors.push(errorOf(mapping, mapping.destination, `The destination "${mapping.destination}" is mapped more than once.`))
    seen.add(mapping.destination)
    return errors
  })
}
