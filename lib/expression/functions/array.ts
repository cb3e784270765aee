import { Lambda, isTrue } from '../values'
import { ExpressionFailure } from '../expression-error'
import { describe, needArray, needText, textOrNull } from './arguments'
import { anyNumber, defineFunction, needed, type FunctionContext } from './function-definition'
import { sizeOfValue } from './size-of-value'

const isNull = (value: unknown): boolean => value === null || value === undefined
const array = needed('ARRAY', 'array', 'The array to work on.')

/** Adobe shows separate arguments; a page on destinations passes one array instead. Both are taken. */
export function spread(args: unknown[]): unknown[] {
  return args.length === 1 && Array.isArray(args[0]) ? args[0] : args
}

function flatten(value: unknown, context: FunctionContext, into: unknown[] = [], depth = 0): unknown[] {
  if (depth > 100) throw new ExpressionFailure('too-deep', 'The array is too deeply nested.')
  if (!Array.isArray(value)) {
    context.produce(1)
    into.push(value)
  } else for (const item of value) flatten(item, context, into, depth + 1)
  return into
}

function needLambda(value: unknown): Lambda {
  if (value instanceof Lambda) return value
  throw new ExpressionFailure('wrong-type', `PREDICATE must be a lambda such as x -> x > 0, not ${describe(value)}.`)
}

function markedForProfile(name: string, description: string) {
  return defineFunction({
    name, group: 'array', returns: 'array', description, parameters: [array],
    localLimit: 'What it changes in a stored profile happens in Adobe; here it answers its input.',
    run: ([value]) => (isNull(value) ? null : needArray(value, 'ARRAY')),
  })
}

export const arrayFunctions = [
  defineFunction({
    name: 'coalesce', group: 'array', returns: 'any', description: 'The first value that is not null.',
    parameters: [anyNumber('INPUT', 'any', 'The values, or one array of them.')],
    run: (args) => spread(args).find((value) => !isNull(value)) ?? null,
  }),
  defineFunction({
    name: 'first', group: 'array', returns: 'any', description: 'The first of several values; null when there is none.',
    parameters: [anyNumber('INPUT', 'any', 'The values, or one array of them.')],
    run: (args) => spread(args)[0] ?? null,
  }),
  defineFunction({
    name: 'last', group: 'array', returns: 'any', description: 'The last of several values; null when there is none.',
    parameters: [anyNumber('INPUT', 'any', 'The values, or one array of them.')],
    run: (args) => spread(args).at(-1) ?? null,
  }),
  defineFunction({
    name: 'add_to_array', group: 'array', returns: 'array', description: 'An array with further elements at its end.',
    parameters: [array, anyNumber('VALUES', 'any', 'The elements to add.', false)],
    run: ([value, ...added], context) => {
      const items = isNull(value) ? [] : needArray(value, 'ARRAY')
      context.produce(items.length + added.length)
      return [...items, ...added]
    },
  }),
  defineFunction({
    name: 'join_arrays', group: 'array', returns: 'array', description: 'Several arrays as one.',
    parameters: [array, anyNumber('VALUES', 'array', 'The arrays to add.', false)],
    run: (args, context) => {
      const joined = args.filter((value) => !isNull(value)).map((value) => needArray(value, 'Each argument'))
      context.produce(joined.reduce((sum, items) => sum + items.length, 0))
      return joined.flat(1)
    },
  }),
  defineFunction({
    name: 'to_array', group: 'array', returns: 'array', description: 'An array of the given values.',
    parameters: [
      needed('INCLUDE_NULLS', 'boolean', 'false leaves null values out.'),
      anyNumber('VALUES', 'any', 'The elements.'),
    ],
    run: ([includeNulls, ...values], context) => {
      context.produce(values.length)
      return isTrue(includeNulls) ? values : values.filter((value) => !isNull(value))
    },
  }),
  defineFunction({
    name: 'size_of', group: 'array', returns: 'integer', description: 'How many elements an array or a map has.',
    parameters: [needed('INPUT', 'any', 'The array or map.')], run: ([value]) => sizeOfValue(value),
  }),
  defineFunction({
    name: 'array_to_string', group: 'array', returns: 'text', availability: 'destinations',
    description: 'Writes all elements, nested ones too, with a text between them.',
    parameters: [needed('SEPARATOR', 'text', 'What stands between two elements.'), array],
    run: ([separator, value], context) => {
      if (isNull(value)) return null
      const between = needText(separator, 'SEPARATOR')
      const parts = flatten(needArray(value, 'ARRAY'), context).map((item) => textOrNull(item) ?? '')
      context.produce(parts.reduce((sum, part) => sum + part.length + between.length, 0))
      return parts.join(between)
    },
  }),
  defineFunction({
    name: 'filterArray', group: 'array', returns: 'array', availability: 'destinations',
    description: 'The elements for which a condition holds.',
    parameters: [array, needed('PREDICATE', 'lambda', 'The condition, such as x -> x > 0.')],
    run: ([value, predicate]) => {
      const lambda = needLambda(predicate)
      return isNull(value) ? null : needArray(value, 'ARRAY').filter((item) => isTrue(lambda.apply([item])))
    },
  }),
  defineFunction({
    name: 'transformArray', group: 'array', returns: 'array', availability: 'destinations',
    description: 'What a lambda makes of each element.',
    parameters: [array, needed('PREDICATE', 'lambda', 'What to make of an element, such as x -> x + 1.')],
    run: ([value, predicate], context) => {
      const lambda = needLambda(predicate)
      if (isNull(value)) return null
      return needArray(value, 'ARRAY').map((item) => {
        context.produce(1)
        return lambda.apply([item])
      })
    },
  }),
  defineFunction({
    name: 'flattenArray', group: 'array', returns: 'array', availability: 'destinations',
    description: 'A nested array as a flat one.', parameters: [array],
    run: ([value], context) => (isNull(value) ? null : flatten(needArray(value, 'ARRAY'), context)),
  }),
  markedForProfile('upsert_array_append', 'On a profile update, adds the elements to the stored array.'),
  markedForProfile('upsert_array_replace', 'On a profile update, replaces elements of the stored array.'),
]
