import { ExpressionFailure } from '../expression-error'
import { resolvePathText } from '../resolve-path'
import { isObject, readKey, toText, writeKey, type PlainObject } from '../values'
import { needArray, needObject, needText, textOrNull } from './arguments'
import { aliasFunction, anyNumber, defineFunction, needed, optional, type FunctionContext } from './function-definition'
import { readMapValues } from './map-keys'
import { sizeOfValue } from './size-of-value'

const isNull = (value: unknown): boolean => value === null || value === undefined

/** Splits key, value, key, value … into pairs. */
export function pairUp(args: unknown[], name: string): [unknown, unknown][] {
  if (args.length % 2 === 1) {
    throw new ExpressionFailure('argument-count', `${name} takes keys and values in turn; one is missing.`)
  }
  return Array.from({ length: args.length / 2 }, (_, index) => [args[index * 2], args[index * 2 + 1]])
}

function buildObject(args: unknown[], context: FunctionContext): PlainObject {
  const object: PlainObject = {}
  context.produce(args.length)
  for (const [key, value] of pairUp(args, 'to_object')) writeKey(object, needText(key, 'A key'), value ?? null)
  return object
}

function zipArrays(args: unknown[], context: FunctionContext): PlainObject[] {
  const columns = pairUp(args, 'arrays_to_objects').map(([key, values]) => ({
    key: needText(key, 'A key'), values: isNull(values) ? [] : needArray(values, 'Each value'),
  }))
  // Adobe does not say what happens with arrays of different length; here the missing values are null.
  const length = columns.reduce((most, { values }) => Math.max(most, values.length), 0)
  context.produce(length * columns.length)
  return Array.from({ length }, (_, row) => {
    const object: PlainObject = {}
    for (const { key, values } of columns) writeKey(object, key, values[row] ?? null)
    return object
  })
}

const delimiterOr = (value: unknown, usual: string) => textOrNull(value) || usual

function readPairs(
  text: string, valueDelimiter: string, fieldDelimiter: string, context: FunctionContext,
): PlainObject {
  const object: PlainObject = {}
  context.produce(text.length)
  for (const field of text.split(fieldDelimiter)) {
    if (field.trim() === '') continue
    const at = field.indexOf(valueDelimiter)
    const key = (at < 0 ? field : field.slice(0, at)).trim()
    writeKey(object, key, at < 0 ? '' : field.slice(at + valueDelimiter.length).trim())
  }
  return object
}

const zip = defineFunction({
  name: 'arrays_to_objects', group: 'object', returns: 'array',
  description: 'Makes an array of objects out of named arrays, first with first, second with second.',
  inPairs: true,
  parameters: [
    needed('KEY', 'text', 'The name in the objects.'), anyNumber('ARRAY', 'array', 'The values under that name.'),
  ],
  run: zipArrays,
})

export const objectFunctions = [
  defineFunction({
    name: 'is_empty', group: 'object', returns: 'boolean', description: 'Whether a value is null or holds nothing.',
    parameters: [needed('INPUT', 'any', 'An object, array or text.')], run: ([value]) => sizeOfValue(value) === 0,
  }),
  zip,
  aliasFunction('arrays_to_object', zip),
  defineFunction({
    name: 'to_object', group: 'object', returns: 'object', inPairs: true,
    description: 'Builds an object from keys and values in turn.',
    parameters: [needed('KEY', 'text', 'A key.'), anyNumber('VALUE', 'any', 'Its value.')], run: buildObject,
  }),
  defineFunction({
    name: 'str_to_object', group: 'object', returns: 'object',
    description: 'Reads keys and values out of a text such as a=1,b=2; blanks around them are dropped.',
    parameters: [
      needed('STRING', 'text', 'The text to read.'),
      optional('VALUE_DELIMITER', 'text', 'Between key and value; a colon when left out.'),
      optional('FIELD_DELIMITER', 'text', 'Between two pairs; a comma when left out.'),
    ],
    run: ([value, valueDelimiter, fieldDelimiter], context) => {
      const text = textOrNull(value)
      return text === null ? null
        : readPairs(text, delimiterOr(valueDelimiter, ':'), delimiterOr(fieldDelimiter, ','), context)
    },
  }),
  defineFunction({
    name: 'get_values', group: 'object', returns: 'text',
    description: 'The value of one key out of a text such as a=1,b=2.',
    parameters: [
      needed('STRING', 'text', 'The text to read.'), needed('KEY', 'text', 'The key to look for.'),
      needed('VALUE_DELIMITER', 'text', 'Between key and value; null or empty means a colon.'),
      optional('FIELD_DELIMITER', 'text', 'Between two pairs; null or empty means a comma.'),
    ],
    run: ([value, key, valueDelimiter, fieldDelimiter], context) => {
      if (isNull(value)) return null
      const pairs = readPairs(
        toText(value), delimiterOr(valueDelimiter, ':'), delimiterOr(fieldDelimiter, ','), context,
      )
      return readKey(pairs, needText(key, 'KEY').trim())
    },
  }),
  defineFunction({
    name: 'contains_key', group: 'object', returns: 'boolean',
    description: 'Whether the source record has a field at a path. The path is given as text.',
    parameters: [needed('INPUT', 'text', 'The path, in quotes.')],
    run: ([path], context) => {
      if (typeof path !== 'string') {
        throw new ExpressionFailure('wrong-type', 'The path must be given as text, in quotes.')
      }
      return resolvePathText(context.record, path).found
    },
  }),
  defineFunction({
    name: 'is_set', group: 'object', returns: 'boolean',
    description: 'Old name of contains_key, which should be used instead.',
    parameters: [needed('INPUT', 'text', 'The path.')], replacedBy: 'contains_key',
    run: ([path], context) =>
      typeof path === 'string' ? resolvePathText(context.record, path).found : !isNull(path),
  }),
  defineFunction({
    name: 'nullify', group: 'object', returns: 'any', parameters: [],
    description: 'Nothing: the target field is not written.', run: () => null,
  }),
  defineFunction({
    name: 'get_keys', group: 'object', returns: 'array', description: 'The keys of an object.',
    parameters: [needed('OBJECT', 'object', 'The object.')],
    run: ([value], context) => {
      if (isNull(value)) return null
      const keys = Object.keys(needObject(value, 'OBJECT'))
      context.produce(keys.length)
      return keys
    },
  }),
  defineFunction({
    name: 'get', group: 'object', returns: 'any', isMethod: true, description: 'The value under a key of an object.',
    parameters: [needed('OBJECT', 'object', 'The object before the dot.'), needed('KEY', 'text', 'The key.')],
    run: ([object, key]) => {
      if (Array.isArray(object)) return object[Number(toText(key))] ?? null
      if (!isObject(object)) throw new ExpressionFailure('wrong-type', '.get() works on an object.')
      return readMapValues(object, toText(key))
    },
  }),
]
