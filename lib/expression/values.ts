import { ExpressionFailure } from './expression-error'
import { Moment } from './dates/moment'

/**
 * A Java double or float whose value is whole, such as `2.0`. Plain numbers cannot tell 2 from 2.0, but
 * `5 / 2` and `5 / 2.0` differ. Numbers with a fraction stay plain.
 */
export class Real {
  readonly value: number
  constructor(value: number) {
    this.value = value
  }
}

/** A function value, only met as the second argument of filterArray and transformArray. */
export class Lambda {
  readonly apply: (args: unknown[]) => unknown
  constructor(apply: (args: unknown[]) => unknown) {
    this.apply = apply
  }
}

export type PlainObject = Record<string, unknown>

/** An object or map of the language: not an array, date, number or lambda. */
export function isObject(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    && !(value instanceof Real) && !(value instanceof Moment) && !(value instanceof Lambda)
}

export function isNumber(value: unknown): value is number | bigint | Real {
  return typeof value === 'number' || typeof value === 'bigint' || value instanceof Real
}

export const real = (value: number): number | Real => (Number.isInteger(value) ? new Real(value) : value)

/** Reads an own property; null where there is none, so that `__proto__` and `constructor` are ordinary names. */
export function readKey(object: PlainObject, key: string): unknown {
  return Object.hasOwn(object, key) ? (object[key] ?? null) : null
}

export function writeKey(object: PlainObject, key: string, value: unknown): void {
  Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true })
}

/** Truth as JEXL sees it: null, 0, "" and "false" are false. */
export function isTrue(value: unknown): boolean {
  if (value === null || value === undefined) return false
  if (typeof value === 'boolean') return value
  if (value instanceof Real) return value.value !== 0
  if (typeof value === 'number') return value !== 0 && !Number.isNaN(value)
  if (typeof value === 'bigint') return value !== 0n
  if (typeof value === 'string') return value !== '' && value !== 'false'
  return true
}

/** The text of a single value as Java writes it: 2.0 keeps its point, null is empty. */
export function toText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (value instanceof Real) return javaDouble(value.value)
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : javaDouble(value)
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value)
  if (value instanceof Moment) return value.toIsoText()
  throw new ExpressionFailure('wrong-type', `${nameType(value)} cannot be used as text.`)
}

function javaDouble(value: number): string {
  const size = Math.abs(value)
  if (size !== 0 && (size < 1e-3 || size >= 1e7)) {
    const [digits = '0', exponent = '0'] = value.toExponential().split('e')
    return `${digits.includes('.') ? digits : `${digits}.0`}E${Number(exponent)}`
  }
  return Number.isInteger(value) ? `${value}.0` : String(value)
}

/** How a message names a value's type. */
export function nameType(value: unknown): string {
  if (value === null || value === undefined) return 'Null'
  if (Array.isArray(value)) return 'An array'
  if (value instanceof Moment) return 'A date'
  if (value instanceof Lambda) return 'A lambda'
  if (isNumber(value)) return 'A number'
  if (typeof value === 'string') return 'Text'
  if (typeof value === 'boolean') return 'A boolean'
  return 'An object'
}
