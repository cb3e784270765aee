import { ExpressionFailure } from '../expression-error'
import { aliasFunction, defineFunction, needed, type FunctionContext } from './function-definition'

/** A version 4 UUID from the environment's randomness. */
function makeUuid(_: unknown[], context: FunctionContext): string {
  context.produce(36)
  if (context.uuid !== undefined) return context.uuid()
  const { random } = context
  if (random === undefined) {
    throw new ExpressionFailure('not-local', 'A random id is made when the data is read in; there is none here.')
  }
  return 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replace(/[xy]/g, (place) => {
    const digit = Math.floor(random() * 16) & 15
    return (place === 'x' ? digit : (digit & 3) | 8).toString(16)
  })
}

const uuid = defineFunction({
  name: 'uuid', group: 'special', returns: 'text', parameters: [],
  description: 'A new random id for each row; it differs each time the row is read.', run: makeUuid,
})

export const specialFunctions = [
  uuid,
  aliasFunction('guid', uuid),
  defineFunction({
    name: 'fpid_to_ecid', group: 'special', returns: 'text',
    description: 'The Experience Cloud id of a first-party device id: 38 digits.',
    parameters: [needed('STRING', 'text', 'The first-party device id.')],
    localLimit: 'Adobe does not publish how it derives the id.',
    run: () => {
      throw new ExpressionFailure(
        'not-local', 'fpid_to_ecid can only be computed by Adobe, which does not publish how the id is derived.',
      )
    },
  }),
]
