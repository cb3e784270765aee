import { ExpressionFailure } from './expression-error'
import { isNumber, nameType, real, Real, toText } from './values'

type Whole = { whole: true; value: bigint }
type Floating = { whole: false; value: number }

const wholeText = /^[+-]?[0-9]+$/
const floatText = /^[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?$/

/** A value as a number, or null where it is none. JEXL reads text that looks like one; empty text is 0. */
export function asNumber(value: unknown): Whole | Floating | null {
  if (typeof value === 'bigint') return { whole: true, value }
  if (value instanceof Real) return { whole: false, value: value.value }
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) ? { whole: true, value: BigInt(value) } : { whole: false, value }
  }
  if (typeof value === 'boolean') return { whole: true, value: value ? 1n : 0n }
  if (typeof value !== 'string') return null
  const text = value.trim()
  if (text === '') return { whole: true, value: 0n }
  if (text.length > 400) return null
  if (wholeText.test(text)) return { whole: true, value: BigInt(text.replace(/^\+/, '')) }
  return floatText.test(text) ? { whole: false, value: Number(text) } : null
}

const widestBits = 4096n

/** A bigint as the plain number it fits in. */
export function narrow(value: bigint): number | bigint {
  const small = Number(value)
  return Number.isSafeInteger(small) ? small : value
}

function needNumber(value: unknown, op: string): Whole | Floating {
  if (value === null || value === undefined) {
    throw new ExpressionFailure('null-operand', `A value beside ${op} is null.`)
  }
  const number = asNumber(value)
  if (number !== null) return number
  const what = typeof value === 'string' ? `"${value.slice(0, 40)}"` : nameType(value)
  throw new ExpressionFailure('not-a-number', `${what} beside ${op} is not a number.`)
}

/** `+ - * / %` as in JEXL: whole numbers stay whole, `+` joins two texts and what is no number. */
export function calculate(op: '+' | '-' | '*' | '/' | '%', left: unknown, right: unknown): unknown {
  if (op === '+') {
    const joined = join(left, right)
    if (joined !== null) return joined
  }
  const a = needNumber(left, op)
  const b = needNumber(right, op)
  if ((op === '/' || op === '%') && Number(b.value) === 0) {
    throw new ExpressionFailure('division-by-zero', 'A number cannot be divided by zero.')
  }
  if (a.whole && b.whole) {
    const result = wholeResult(op, a.value, b.value)
    if (result > 1n << widestBits || result < -(1n << widestBits)) {
      throw new ExpressionFailure('number-too-large', 'The result is too large.')
    }
    return narrow(result)
  }
  const result = floatingResult(op, Number(a.value), Number(b.value))
  if (!Number.isFinite(result)) throw new ExpressionFailure('number-too-large', 'The result is too large.')
  return real(result)
}

function join(left: unknown, right: unknown): string | null {
  if (typeof left === 'string' && typeof right === 'string') return left + right
  if (typeof left !== 'string' && typeof right !== 'string') return null
  const isNull = left === null || left === undefined || right === null || right === undefined
  if (!isNull && asNumber(left) !== null && asNumber(right) !== null) return null
  return toText(left) + toText(right)
}

function wholeResult(op: '+' | '-' | '*' | '/' | '%', a: bigint, b: bigint): bigint {
  switch (op) {
    case '+': return a + b
    case '-': return a - b
    case '*': return a * b
    case '/': return a / b
    case '%': return a % b
  }
}

function floatingResult(op: '+' | '-' | '*' | '/' | '%', a: number, b: number): number {
  switch (op) {
    case '+': return a + b
    case '-': return a - b
    case '*': return a * b
    case '/': return a / b
    case '%': return a % b
  }
}

/** `| ^ &` and `~` work on 64-bit whole numbers, as Java's long. */
export function combineBits(op: '|' | '^' | '&', left: unknown, right: unknown): unknown {
  const a = asLong(left, op)
  const b = asLong(right, op)
  return narrow(BigInt.asIntN(64, op === '|' ? a | b : op === '&' ? a & b : a ^ b))
}

export function complement(value: unknown): unknown {
  return narrow(~asLong(value, '~'))
}

function asLong(value: unknown, op: string): bigint {
  const number = needNumber(value, op)
  if (number.whole) return BigInt.asIntN(64, number.value)
  if (!Number.isFinite(number.value)) {
    throw new ExpressionFailure('not-a-number', `A value beside ${op} is not a number.`)
  }
  return BigInt.asIntN(64, BigInt(Math.trunc(number.value)))
}

export function negate(value: unknown): unknown {
  if (value === null || value === undefined || (!isNumber(value) && typeof value !== 'string')) {
    throw new ExpressionFailure('not-a-number', `${nameType(value)} has no sign to change.`)
  }
  const number = needNumber(value, '-')
  return number.whole ? narrow(-number.value) : real(-number.value)
}
