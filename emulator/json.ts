import { z } from 'zod'

import type { Json, JsonObject } from './content/types'

export const jsonSchema: z.ZodType<Json> = z.json() as z.ZodType<Json>

export const jsonObjectSchema: z.ZodType<JsonObject> = z.record(z.string(), jsonSchema)

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function asObject(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {}
}

export function asArray(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : []
}

export function asText(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}

export function asTexts(value: Json | undefined): string[] {
  return asArray(value).filter((item) => typeof item === 'string')
}

export function copyJson<T extends Json>(value: T): T {
  return structuredClone(value)
}

/** Two values are the same JSON, whatever the order of their keys. */
export function equalJson(a: Json | undefined, b: Json | undefined): boolean {
  return a === undefined || b === undefined ? a === b : canonicalJson(a) === canonicalJson(b)
}

export function canonicalJson(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value)
  const pairs = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`)
  return `{${pairs.join(',')}}`
}
