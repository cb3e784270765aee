import { ExpressionFailure } from './expression-error'
import type { Token } from './token'

const pattern = /0[xX]([0-9a-fA-F]+)|([0-9]+)(\.[0-9]+)?([eE][+-]?[0-9]+)?([lLfFdDbBhH])?/y

/**
 * Reads a number as Commons JEXL does: decimal, `0x` hexadecimal, leading-zero octal, and the suffixes
 * L (long), H (big integer), F and D (floating point), B (big decimal).
 */
export function readNumber(source: string, start: number): Token {
  pattern.lastIndex = start
  const match = pattern.exec(source)
  if (match === null) throw new ExpressionFailure('bad-number', 'This is not a number.', { start, end: start + 1 })
  const end = start + match[0].length
  const span = { start, end }
  const following = source.slice(end, end + 1)
  if (/[\p{L}\p{Nd}_$]/u.test(following)) {
    throw new ExpressionFailure('bad-number', 'A name cannot begin with a digit; write ${…} around it.', {
      start, end: end + 1,
    }, { variant: 'name' })
  }
  const [, hex, digits = '0', fraction, exponent, suffix = ''] = match
  if (hex !== undefined) return whole(BigInt(`0x${hex}`), span)
  const real = fraction !== undefined || exponent !== undefined || /[fFdDbB]/.test(suffix)
  if (!real) {
    if (!/^0[0-9]+$/.test(digits)) return whole(BigInt(digits), span)
    if (!/^[0-7]+$/.test(digits)) {
      throw new ExpressionFailure('bad-number', 'A leading zero makes an octal number: only digits 0 to 7.', span, { variant: 'octal' })
    }
    return whole(BigInt(`0o${digits}`), span)
  }
  if (/[lLhH]/.test(suffix)) {
    throw new ExpressionFailure('bad-number', `The suffix ${suffix} is for whole numbers.`, span, { variant: 'suffix', values: { suffix } })
  }
  const value = Number(`${digits}${fraction ?? ''}${exponent ?? ''}`)
  if (!Number.isFinite(value)) {
    throw new ExpressionFailure('bad-number', 'This number is too large.', span, { variant: 'large' })
  }
  return { type: 'number', value, real: true, ...span }
}

function whole(value: bigint, span: { start: number; end: number }): Token {
  const small = Number(value)
  return { type: 'number', value: Number.isSafeInteger(small) ? small : value, real: false, ...span }
}
