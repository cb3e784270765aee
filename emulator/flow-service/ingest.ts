import type { JsonObject } from '../content/types'
import { mappingRowsOf, targetSchemaIdOf } from '../data-prep/lookup'
import { asObject } from '../json'
import { expandSchema } from '../registry/lookup'
import type { Scope } from '../store'
import type { World } from '../world'
import { mappingOf } from './check-flow'

/** Rows mapped at a time: between two chunks whoever waits gets an answer. */
const chunkSize = 200

export type Ingestion = {
  written: JsonObject[]
  /** Refused rows as the source had them, each with its `_errors`. */
  refused: JsonObject[]
  /** For each code: how many rows it concerns, and what it said first. */
  errors: { code: string; message: string; recordCount: number }[]
  /** More rows were refused than the flow bears: nothing is kept. */
  isOverThreshold: boolean
}

/** Share of refused rows that a flow bears if its options do not say otherwise, in percent. */
const defaultPercent = 5

export const thresholdOf = (flow: JsonObject): number => Number(asObject(flow['options'])['partialIngestionPercent'] ?? defaultPercent)

/** Maps rows and holds them against the schema; undefined where mapping set or schema have gone. */
export async function ingestRows(
  world: World,
  scope: Scope,
  flow: JsonObject,
  rows: JsonObject[],
  fileName: string,
): Promise<Ingestion | undefined> {
  const mapping = mappingOf(world, { scope }, flow)
  const schema = mapping === undefined ? undefined : expandSchema(world, scope, targetSchemaIdOf(mapping))
  if (mapping === undefined || schema === undefined) return undefined
  const mappings = mappingRowsOf(mapping)
  const written: JsonObject[] = []
  const refused: JsonObject[] = []
  const tally = new Map<string, Ingestion['errors'][number]>()
  const count = (code: string, message: string) => {
    const known = tally.get(code)
    if (known === undefined) tally.set(code, { code, message, recordCount: 1 })
    else known.recordCount += 1
  }
  for (let from = 0; from < rows.length; from += chunkSize) {
    const chunk = rows.slice(from, from + chunkSize)
    const mapped = world.engine.applyMapping({ mappings, schema, rows: chunk, nowMs: world.clock.now() })
    mapped.forEach(({ data, errors, rejections }, index) => {
      const [fault] = errors
      if (fault !== undefined) count('MAPPER-3700-400', `Mapper transform error at ${fault.columnName}: ${fault.exception}`)
      if (rejections.length === 0) {
        written.push(data)
        return
      }
      const messages = new Map(rejections.map(({ code, message }) => [code, message]))
      for (const [code, message] of messages) count(code, message)
      refused.push({ ...chunk[index], _errors: rejections.map(({ code, message }) => ({ code, message })), _filename: fileName })
    })
    await new Promise((resolve) => setImmediate(resolve))
  }
  const share = rows.length === 0 ? 0 : (refused.length / rows.length) * 100
  return { written, refused, errors: [...tally.values()], isOverThreshold: share > thresholdOf(flow) }
}
