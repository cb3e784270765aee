import { isObject } from '../values'

/** Elements of an array, keys of an object, characters of a text; null has none, anything else is one. */
export function sizeOfValue(value: unknown): number {
  if (value === null || value === undefined) return 0
  if (typeof value === 'string' || Array.isArray(value)) return value.length
  return isObject(value) ? Object.keys(value).length : 1
}
