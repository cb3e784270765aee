import { asNumber, narrow } from '../arithmetic'
import { readDateLenient } from '../dates/automatic'
import { Moment } from '../dates/moment'
import { ExpressionFailure } from '../expression-error'
import { isObject, nameType, toText, type PlainObject } from '../values'

/** An argument as text; null stays null, numbers and booleans are written out. */
export function textOrNull(value: unknown): string | null {
  return value === null || value === undefined ? null : toText(value)
}

/** An argument as text where null makes no sense, such as a pattern. */
export function needText(value: unknown, what: string): string {
  const text = textOrNull(value)
  if (text === null) throw new ExpressionFailure('null-argument', `${what} is null.`)
  return text
}

/** An argument as a whole number, such as a position or a length. */
export function needInteger(value: unknown, what: string): number {
  const number = value === null || value === undefined || value === '' ? null : asNumber(value)
  const plain = number === null ? Number.NaN : Number(number.value)
  if (!Number.isSafeInteger(plain)) {
    throw new ExpressionFailure('wrong-type', `${what} must be a whole number, not ${describe(value)}.`)
  }
  return plain
}

export function needArray(value: unknown, what: string): unknown[] {
  if (Array.isArray(value)) return value
  throw new ExpressionFailure('wrong-type', `${what} must be an array, not ${describe(value)}.`)
}

export function needObject(value: unknown, what: string): PlainObject {
  if (isObject(value)) return value
  throw new ExpressionFailure('wrong-type', `${what} must be an object, not ${describe(value)}.`)
}

/** An argument as a date; text is read as `date(text)` reads it. */
export function needDate(value: unknown, what: string): Moment {
  if (value instanceof Moment) return value
  const moment = typeof value === 'string' ? readDateLenient(value) : null
  if (moment !== null) return moment
  throw new ExpressionFailure('wrong-type', `${what} must be a date, not ${describe(value)}.`)
}

/** A whole number of any size as the plain number it fits in. */
export const asInteger = (value: bigint): number | bigint => narrow(value)

export function describe(value: unknown): string {
  if (typeof value === 'string') return `"${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`
  return nameType(value).toLowerCase()
}
