import { readKey, toText, type PlainObject } from '../values'

/** One key, or several given as an array; every primitive is read as text, repeated keys count once. */
export function readKeyList(key: unknown): string[] {
  const keys = Array.isArray(key) ? key : [key]
  return [...new Set(keys.map((item: unknown) => toText(item)))]
}

/** The bare value under one key, an array of values for an array of keys. */
export function readMapValues(map: PlainObject, key: unknown): unknown {
  if (!Array.isArray(key)) return readKey(map, toText(key))
  return readKeyList(key).filter((name) => Object.hasOwn(map, name)).map((name) => readKey(map, name))
}
