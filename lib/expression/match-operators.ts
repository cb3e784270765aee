import { isEqual } from './comparison'
import { ExpressionFailure } from './expression-error'
import type { FunctionContext } from './functions/function-definition'
import { asNumber } from './arithmetic'
import { JavaRegex } from './regex/java-regex'
import { isObject, toText } from './values'

/**
 * JEXL's `=~` (matches a regular expression, or is an element of), `=^` (begins with), `=$` (ends with), their
 * opposites, and the range `1..5`.
 */
export function testMatch(
  op: '=~' | '!~' | '=^' | '!^' | '=$' | '!$' | '..', left: unknown, right: unknown, context: FunctionContext,
): unknown {
  switch (op) {
    case '=~': return isMatch(left, right, context)
    case '!~': return !isMatch(left, right, context)
    case '=^': return beginsOrEnds(left, right, 'startsWith')
    case '!^': return !beginsOrEnds(left, right, 'startsWith')
    case '=$': return beginsOrEnds(left, right, 'endsWith')
    case '!$': return !beginsOrEnds(left, right, 'endsWith')
    case '..': return makeRange(left, right, context)
  }
}

function isMatch(left: unknown, right: unknown, context: FunctionContext): boolean {
  if (left === null || right === null) return left === right
  if (Array.isArray(right)) return right.some((item) => isEqual(left, item))
  if (isObject(right)) return Object.hasOwn(right, toText(left))
  return new JavaRegex(toText(right), context.regexBudget).matchesWhole(toText(left))
}

function beginsOrEnds(left: unknown, right: unknown, method: 'startsWith' | 'endsWith'): boolean {
  if (left === null || right === null) return left === right
  return toText(left)[method](toText(right))
}

function makeRange(left: unknown, right: unknown, context: FunctionContext): number[] {
  const [low, high] = [left, right].map((value) => {
    const number = value === null ? null : asNumber(value)
    if (number === null || !number.whole || !Number.isSafeInteger(Number(number.value))) {
      throw new ExpressionFailure('not-a-number', 'A range goes from one whole number to another.')
    }
    return Number(number.value)
  })
  const from = Math.min(low ?? 0, high ?? 0)
  const count = Math.abs((high ?? 0) - (low ?? 0)) + 1
  context.produce(count)
  const range = Array.from({ length: count }, (_, index) => from + index)
  return (low ?? 0) > (high ?? 0) ? range.toReversed() : range
}
