import type { Json } from '../content/types'
import { isObject } from '../json'

/** Names whose values are secrets; a continuation token is none. */
export const secretName = /secret|password|^authorization$|(?<!continuation)token/i
export const struckOut = '[redacted]'

/** A copy in which texts under secret names are struck out. */
export function strikeOut(value: Json): Json {
  if (Array.isArray(value)) return value.map(strikeOut)
  if (!isObject(value)) return value
  const pairs = Object.entries(value).map(([name, inner]): [string, Json] => [
    name,
    secretName.test(name) && typeof inner === 'string' ? struckOut : strikeOut(inner),
  ])
  return Object.fromEntries(pairs)
}
