import { ExpressionFailure } from '../expression-error'
import type { Node } from '../node'
import { isObject, readKey, writeKey, type PlainObject } from '../values'
import { needArray, needObject, needText } from './arguments'
import { anyNumber, defineFunction, needed, optional, type FunctionContext } from './function-definition'
import { readKeyList, readMapValues } from './map-keys'
import { pairUp } from './object'

const isNull = (value: unknown): boolean => value === null || value === undefined

/** Adds pairs to a map; of a repeated key the pair that came first stays. */
function addPairs(
  map: PlainObject, pairs: Iterable<readonly [string, unknown]>, context: FunctionContext,
): PlainObject {
  for (const [key, value] of pairs) {
    context.produce(1)
    if (!Object.hasOwn(map, key)) writeKey(map, key, value ?? null)
  }
  return map
}

function mapFromPairs(args: unknown[], name: string, context: FunctionContext): PlainObject | null {
  if (args.every(isNull)) return null
  const pairs = pairUp(args, name).map(([key, value]) => [needText(key, 'A key'), value] as const)
  return addPairs({}, pairs, context)
}

function mapFromArray(value: unknown, key: string, context: FunctionContext): PlainObject | null {
  if (isNull(value)) return null
  const pairs = needArray(value, 'The first argument').flatMap((item: unknown) => {
    if (isNull(item)) return []
    const name = readKey(needObject(item, 'Each element'), key)
    return isNull(name) ? [] : [[needText(name, key), item] as const]
  })
  return addPairs({}, pairs, context)
}

/** The name that a bare `addr_type`, a path or a quoted name stands for, where the key is not meant as a value. */
function attributeName(node: Node): string | null {
  if (node.kind === 'name') return node.segments.at(-1) ?? null
  if (node.kind === 'member') return node.name
  return node.kind === 'text' ? node.value : null
}

function objectToMap(nodes: Node[], context: FunctionContext): PlainObject | null {
  const [first, second] = nodes
  if (first === undefined) throw new ExpressionFailure('argument-count', 'object_to_map needs an argument.')
  const value = context.evaluate(first)
  if (second === undefined) return oneObjectToMap(value, context)
  if (nodes.length === 2 && (Array.isArray(value) || isNull(value))) {
    const key = attributeName(second)
    if (key === null) {
      throw new ExpressionFailure('bad-argument', 'The second argument names the attribute to be the key.')
    }
    return mapFromArray(value, key, context)
  }
  return mapFromPairs([value, ...nodes.slice(1).map((node) => context.evaluate(node))], 'object_to_map', context)
}

function oneObjectToMap(value: unknown, context: FunctionContext): PlainObject | null {
  if (isNull(value)) return null
  const objects = Array.isArray(value) ? value : [value]
  const map: PlainObject = {}
  for (const item of objects) if (!isNull(item)) addPairs(map, Object.entries(needObject(item, 'OBJECT')), context)
  return map
}

const mapParameter = needed('MAP', 'map', 'The map.')
const keyParameter = needed('KEY', 'any', 'One key, or an array of keys.')

export const mapFunctions = [
  defineFunction({
    name: 'add_to_map', group: 'map', returns: 'map',
    description: 'Several maps as one; of a repeated key the first stays.',
    parameters: [
      needed('MAP 1', 'map', 'The first map.'), needed('MAP 2', 'map', 'The second map.'),
      anyNumber('MAP 3', 'map', 'Further maps.', false),
    ],
    run: (args, context) => {
      const maps = args.filter((value) => !isNull(value)).map((value) => needObject(value, 'Each argument'))
      if (maps.length === 0) return null
      return maps.reduce<PlainObject>((all, map) => addPairs(all, Object.entries(map), context), {})
    },
  }),
  defineFunction({
    name: 'object_to_map', group: 'map', returns: 'map',
    description: 'A map from keys and values in turn, from one object, or from an array of objects and its key.',
    parameters: [
      needed('KEY or OBJECT', 'any', 'The first key, an object, or an array of objects.'),
      { ...optional('VALUE or ATTRIBUTE', 'any', 'Its value, or the name of the key attribute.'), repeats: true },
    ],
    runLazily: objectToMap,
  }),
  defineFunction({
    name: 'to_map', group: 'map', returns: 'map', inPairs: true, description: 'A map from keys and values in turn.',
    parameters: [needed('KEY', 'any', 'A key.'), anyNumber('VALUE', 'any', 'Its value.')],
    run: (args, context) => mapFromPairs(args, 'to_map', context),
  }),
  defineFunction({
    name: 'array_to_map', group: 'map', returns: 'map',
    description: 'A map from an array of objects: one field is the key, the whole object the value.',
    parameters: [
      needed('INPUT', 'array', 'The objects.'), needed('KEY', 'text', 'The name of the key field, in quotes.'),
    ],
    run: ([value, key], context) => mapFromArray(value, needText(key, 'KEY'), context),
  }),
  defineFunction({
    name: 'map_get_values', group: 'map', returns: 'any',
    description: 'The value under one key, or an array of values for an array of keys.',
    parameters: [mapParameter, keyParameter],
    run: ([map, key]) => (isNull(map) ? null : readMapValues(needObject(map, 'MAP'), key)),
  }),
  defineFunction({
    name: 'map_has_keys', group: 'map', returns: 'boolean',
    description: 'Whether at least one of the keys is in the map.',
    parameters: [mapParameter, keyParameter],
    run: ([map, key]) => isObject(map) && readKeyList(key).some((name) => Object.hasOwn(map, name)),
  }),
]
