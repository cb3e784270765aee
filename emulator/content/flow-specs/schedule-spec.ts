import type { JsonObject } from '../types'

/** JSON Schema's `if`, `then`, `else`. */
function either(...parts: [condition: JsonObject, holds: JsonObject, fails: JsonObject]): JsonObject {
  const keywords = ['if', 'then', 'else'] as const
  return Object.fromEntries(keywords.map((keyword, index) => [keyword, parts[index] ?? {}]))
}

const atLeast = (minimum: number): JsonObject => ({ properties: { interval: { minimum } } })

/** What `scheduleParams` of a batch flow must satisfy. */
export const scheduleSpec: JsonObject = {
  name: 'PeriodicSchedule',
  type: 'Periodic',
  spec: {
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    properties: {
      startTime: { description: 'epoch time in seconds', type: 'integer' },
      frequency: { type: 'string', enum: ['once', 'minute', 'hour', 'day', 'week'] },
      interval: { type: 'integer' },
      backfill: { type: 'boolean', default: true },
    },
    required: ['startTime', 'frequency'],
    ...either(
      { properties: { frequency: { const: 'once' } } },
      { allOf: [{ not: { required: ['interval'] } }, { not: { required: ['backfill'] } }] },
      {
        required: ['interval'],
        ...either({ properties: { frequency: { const: 'minute' } } }, atLeast(15), atLeast(1)),
      },
    ),
  },
}
