import type { Json, JsonObject } from '../content/types'

/** Deeper values than this are cut off. */
const deepest = 64

/** What an expression answered, as JSON: dates as text, everything without a JSON form as null. */
export function toJson(value: unknown, depth = 0): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString()
  if (typeof value !== 'object' || depth > deepest) return null
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString()
  if (Array.isArray(value)) return value.map((element) => toJson(element, depth + 1))
  const entries = value instanceof Map ? [...value.entries()] : Object.entries(value)
  return Object.fromEntries(entries.map(([key, inner]) => [String(key), toJson(inner, depth + 1)])) as JsonObject
}
