import { ExpressionFailure } from '../expression-error'
import { describe } from './arguments'
import { defineFunction, needed } from './function-definition'

export const jsonFunctions = [
  defineFunction({
    name: 'json_to_object', group: 'json', returns: 'object', description: 'Reads a text that holds JSON.',
    parameters: [needed('STRING', 'text', 'The JSON text.')],
    run: ([value], context) => {
      if (value === null || value === undefined) return null
      if (typeof value !== 'string') {
        throw new ExpressionFailure('wrong-type', `STRING must be text, not ${describe(value)}.`)
      }
      context.produce(value.length)
      try {
        const read: unknown = JSON.parse(value)
        return read
      } catch {
        throw new ExpressionFailure('bad-json', `${describe(value)} is not JSON.`)
      }
    },
  }),
]
