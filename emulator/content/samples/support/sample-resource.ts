import type { Json, JsonObject, SampleResource } from '../../types'
import { arrivalsBetween, seedOf, type RowSeed, type Timeline } from './arrivals'
import { inferSchema } from './infer-schema'

/** A fault that real data has: the field of that name is this instead, once every so many records. */
export type RecordFlaw = { every: number; at: number; field: string; value: Json }

export type ResourceFacts = Timeline & {
  /** What follows the host, e.g. `charges`. */
  path: string
  flaws?: RecordFlaw[]
  record(seed: RowSeed): JsonObject
}

/** How many records explore looks at; a field that is null in all of them has no type. */
const exploredRecords = 4

/** A resource of a REST source, its records computed when asked for, its hierarchy told from the first of them. */
export function sampleResource(facts: ResourceFacts): SampleResource {
  let schema: JsonObject | undefined
  return {
    name: facts.name,
    path: facts.path,
    get schema() {
      schema ??= inferSchema(Array.from({ length: exploredRecords }, (_, row) => ({ data: facts.record(seedOf(facts, row)) })))
      return schema
    },
    rowsBetween: (fromMs, toMs) =>
      [...arrivalsBetween(facts, fromMs, toMs)].map(({ row, seed }) => {
        const record = facts.record(seed)
        for (const flaw of facts.flaws ?? []) if (row % flaw.every === flaw.at) record[flaw.field] = flaw.value
        return { data: record }
      }),
  }
}
