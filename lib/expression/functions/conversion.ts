import { ExpressionFailure } from '../expression-error'
import { asNumber } from '../arithmetic'
import { real } from '../values'
import { asInteger, describe } from './arguments'
import { defineFunction, needed, type FunctionContext } from './function-definition'

const parameters = [needed('STRING', 'text', 'A number written as text.')]

function convert(name: string, what: string, read: (value: NonNullable<ReturnType<typeof asNumber>>) => unknown) {
  return (args: unknown[], context: FunctionContext): unknown => {
    const value = args[0]
    if (value === null || value === undefined) return null
    const isBlank = typeof value === 'string' && value.trim() === ''
    const number = typeof value === 'boolean' || isBlank ? null : asNumber(value)
    const result = number === null ? null : read(number)
    if (result === null) throw new ExpressionFailure('bad-number', `${name} cannot read ${describe(value)} as ${what}.`)
    context.produce(1)
    return result
  }
}

/** The shortest decimal that is this 32-bit float, as Java prints it. */
function toFloat(value: number): number | null {
  const float = Math.fround(value)
  if (!Number.isFinite(float)) return null
  for (let digits = 1; digits < 10; digits++) {
    const short = Number(float.toPrecision(digits))
    if (Math.fround(short) === float) return short
  }
  return float
}

export const conversionFunctions = [
  defineFunction({
    name: 'to_bigint', group: 'conversion', returns: 'integer', parameters,
    description: 'Reads text as a whole number of any size.',
    run: convert('to_bigint', 'a whole number', (number) => (number.whole ? asInteger(number.value) : null)),
  }),
  defineFunction({
    name: 'to_decimal', group: 'conversion', returns: 'number', parameters,
    description: 'Reads text as a number with fraction (64 bits).',
    run: convert('to_decimal', 'a number', (number) => {
      const value = Number(number.value)
      return Number.isFinite(value) ? real(value) : null
    }),
  }),
  defineFunction({
    name: 'to_float', group: 'conversion', returns: 'number', parameters,
    description: 'Reads text as a number with fraction (32 bits, about seven digits).',
    run: convert('to_float', 'a number', (number) => {
      const value = toFloat(Number(number.value))
      return value === null ? null : real(value)
    }),
  }),
  defineFunction({
    name: 'to_integer', group: 'conversion', returns: 'integer', parameters,
    description: 'Reads text as a whole number from -2147483648 to 2147483647.',
    run: convert('to_integer', 'a 32-bit whole number', (number) =>
      number.whole && BigInt.asIntN(32, number.value) === number.value ? Number(number.value) : null),
  }),
]
