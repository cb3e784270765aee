import { asNumber } from './arithmetic'
import { Moment } from './dates/moment'
import { ExpressionFailure } from './expression-error'
import { isNumber, isObject, isTrue, nameType, toText } from './values'

const looksFloating = /[.eE]/

/**
 * Order of two values as JEXL compares them: as numbers when one is a number, or when both are numeric text
 * and one of them has a point or exponent; else as text. Null where there is no order.
 */
export function compare(left: unknown, right: unknown): number | null {
  if (left instanceof Moment && right instanceof Moment) return left.compareTo(right)
  if (isNumber(left) || isNumber(right)) return compareNumbers(left, right)
  if (typeof left === 'string' && typeof right === 'string') {
    if ((looksFloating.test(left) || looksFloating.test(right)) && left !== '' && right !== '') {
      const order = compareNumbers(left, right)
      if (order !== null) return order
    }
    return order(left, right)
  }
  if (typeof left === 'string' || typeof right === 'string') {
    if (Array.isArray(left) || Array.isArray(right) || isObject(left) || isObject(right)) return null
    return order(toText(left), toText(right))
  }
  if (typeof left === 'boolean' && typeof right === 'boolean') return order(left, right)
  return null
}

function compareNumbers(left: unknown, right: unknown): number | null {
  const a = asNumber(left)
  const b = asNumber(right)
  if (a === null || b === null) return null
  return order<number | bigint>(a.value, b.value)
}

function order<Ordered extends string | number | bigint | boolean>(left: Ordered, right: Ordered): number {
  return left < right ? -1 : left > right ? 1 : 0
}

/** `==`: null equals only null, a boolean is compared by truth, arrays and objects part by part. */
export function isEqual(left: unknown, right: unknown, depth = 0): boolean {
  const a = left ?? null
  const b = right ?? null
  if (a === b) return true
  if (a === null || b === null) return false
  if (depth > 100) throw new ExpressionFailure('too-deep', 'The values are too deeply nested to compare.')
  if (typeof a === 'boolean' || typeof b === 'boolean') return isTrue(a) === isTrue(b)
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((item, index) => isEqual(item, b[index], depth + 1))
  }
  if (isObject(a) && isObject(b)) {
    const keys = Object.keys(a)
    return keys.length === Object.keys(b).length
      && keys.every((key) => Object.hasOwn(b, key) && isEqual(a[key], b[key], depth + 1))
  }
  return compare(a, b) === 0
}

/** `< > <= >=`: false beside null, an error where two values have no order. */
export function isOrdered(op: '<' | '>' | '<=' | '>=', left: unknown, right: unknown): boolean {
  const a = left ?? null
  const b = right ?? null
  if (a === null || b === null) return (op === '<=' || op === '>=') && a === b
  const result = compare(a, b)
  if (result === null) {
    throw new ExpressionFailure('not-comparable', `${nameType(a)} and ${nameType(b).toLowerCase()} have no order.`)
  }
  switch (op) {
    case '<': return result < 0
    case '>': return result > 0
    case '<=': return result <= 0
    case '>=': return result >= 0
  }
}
