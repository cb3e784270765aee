import { isEqual } from '../comparison'
import type { Node } from '../node'
import { isTrue } from '../values'
import { anyNumber, defineFunction, needed, type FunctionContext } from './function-definition'

function decode(args: Node[], context: FunctionContext): unknown {
  const [keyNode, ...options] = args
  const key = keyNode === undefined ? null : context.evaluate(keyNode)
  for (let at = 0; at + 1 < options.length; at += 2) {
    const [candidate, value] = options.slice(at, at + 2)
    if (candidate !== undefined && value !== undefined && isEqual(key, context.evaluate(candidate))) {
      return context.evaluate(value)
    }
  }
  const fallback = options.length % 2 === 1 ? options.at(-1) : undefined
  return fallback === undefined ? null : context.evaluate(fallback)
}

export const logicFunctions = [
  defineFunction({
    name: 'decode', group: 'logic', returns: 'any',
    description: 'Looks a value up in a list of pairs; a single last value is the answer when no pair fits, else null.',
    parameters: [
      needed('KEY', 'any', 'The value to look up.'),
      anyNumber('OPTIONS', 'any', 'Key, value, key, value … and perhaps a default.'),
    ],
    runLazily: decode,
  }),
  defineFunction({
    name: 'iif', group: 'logic', returns: 'any',
    description: 'One value when a condition holds, another when not; only the chosen one is computed.',
    parameters: [
      needed('EXPRESSION', 'boolean', 'The condition.'), needed('TRUE_VALUE', 'any', 'The value when it holds.'),
      needed('FALSE_VALUE', 'any', 'The value when it does not.'),
    ],
    runLazily: ([condition, whenTrue, whenFalse], context) => {
      const chosen = condition !== undefined && isTrue(context.evaluate(condition)) ? whenTrue : whenFalse
      return chosen === undefined ? null : context.evaluate(chosen)
    },
  }),
]
