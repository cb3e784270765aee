import { compare } from '../comparison'
import { ExpressionFailure } from '../expression-error'
import { nameType } from '../values'
import { spread } from './array'
import { anyNumber, defineFunction } from './function-definition'

function pickExtreme(sign: 1 | -1) {
  return (args: unknown[]): unknown => {
    let best: unknown = null
    for (const value of spread(args)) {
      if (value === null || value === undefined) continue
      if (best === null) {
        best = value
        continue
      }
      const order = compare(value, best)
      if (order === null) {
        throw new ExpressionFailure(
          'not-comparable', `${nameType(value)} and ${nameType(best).toLowerCase()} have no order.`,
        )
      }
      if (order * sign > 0) best = value
    }
    return best
  }
}

const parameters = [anyNumber('OPTIONS', 'any', 'The values to compare; null does not count.')]

export const aggregationFunctions = [
  defineFunction({
    name: 'min', group: 'aggregation', returns: 'any', parameters, description: 'The smallest of several values.',
    run: pickExtreme(-1),
  }),
  defineFunction({
    name: 'max', group: 'aggregation', returns: 'any', parameters, description: 'The largest of several values.',
    run: pickExtreme(1),
  }),
]
