import type { Json, JsonObject } from '../content/types'
import { toDateText } from './convert-date'
import { typeOf } from './schema-node'

export type Converted = { ok: true; value: Json } | { ok: false; reason: string }

/** The words that Data Prep reads as truth values, exactly as its page on data formats lists them. */
const trueWords = new Set(['y', 'yes', 'Y', 'YES', 'on', 'ON', 'true', 'TRUE'])
const falseWords = new Set(['n', 'N', 'no', 'NO', 'off', 'OFF', 'false', 'FALSE'])

const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/

const done = (value: Json): Converted => ({ ok: true, value })

const refuse = (value: Json, what: string): Converted => {
  const shown = JSON.stringify(value)
  return { ok: false, reason: `${shown.length > 60 ? `${shown.slice(0, 60)}…` : shown} is not ${what}` }
}

/**
 * A single value in the type that the target schema asks for. The target decides, as Data Prep's
 * preview shows: a number becomes a string for a string field. Numbers are read as JSON writes them;
 * a number is never taken for a moment in time.
 */
export function convertScalar(value: Exclude<Json, null>, node: JsonObject): Converted {
  switch (typeOf(node)) {
    case 'string':
      return toText(value, node['format'])
    case 'number':
      return toNumber(value)
    case 'integer':
      return toInteger(value)
    case 'boolean':
      return toBoolean(value)
    default:
      return refuse(value, `a value for a field of type ${String(typeOf(node) ?? 'unknown')}`)
  }
}

function toText(value: Json, format: Json | undefined): Converted {
  if (format === 'date-time' || format === 'date') {
    const text = typeof value === 'string' ? toDateText(value, format) : undefined
    return text === undefined ? refuse(value, format === 'date' ? 'a date' : 'a date with time') : done(text)
  }
  if (typeof value === 'string') return done(value)
  return typeof value === 'number' || typeof value === 'boolean' ? done(String(value)) : refuse(value, 'a text')
}

function toNumber(value: Json): Converted {
  const number = typeof value === 'string' && jsonNumber.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? done(number) : refuse(value, 'a number')
}

function toInteger(value: Json): Converted {
  const number = toNumber(value)
  return number.ok && Number.isSafeInteger(number.value) ? number : refuse(value, 'a whole number')
}

function toBoolean(value: Json): Converted {
  if (typeof value === 'boolean') return done(value)
  if (typeof value === 'string' && trueWords.has(value)) return done(true)
  if (typeof value === 'string' && falseWords.has(value)) return done(false)
  return refuse(value, 'a truth value')
}
