import { Moment } from './dates/moment'
import { ExpressionFailure } from './expression-error'
import { limits } from './limits'
import { isObject, Lambda, Real, writeKey } from './values'

/** A value of the language as JSON: what leaves the evaluator. */
export function toPlainValue(value: unknown): unknown {
  const budget = { left: limits.produced }
  return convert(value, 0, budget)
}

function convert(value: unknown, depth: number, budget: { left: number }): unknown {
  if (depth > limits.resultDepth || --budget.left < 0) {
    throw new ExpressionFailure('result-too-large', 'The result is too large or too deeply nested.')
  }
  if (value === null || value === undefined) return null
  if (value instanceof Real) return value.value
  if (value instanceof Moment) return value.toIsoText()
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : new Moment(value.getTime()).toIsoText()
  if (value instanceof Lambda || typeof value === 'function' || typeof value === 'symbol') {
    throw new ExpressionFailure('no-value', 'A lambda only has a meaning inside filterArray and transformArray.')
  }
  if (typeof value === 'bigint') {
    const small = Number(value)
    return Number.isSafeInteger(small) ? small : String(value)
  }
  if (Array.isArray(value)) return value.map((item: unknown) => convert(item, depth + 1, budget))
  if (isObject(value)) {
    const copy: Record<string, unknown> = {}
    for (const [key, item] of Object.entries(value)) writeKey(copy, key, convert(item, depth + 1, budget))
    return copy
  }
  return value
}
