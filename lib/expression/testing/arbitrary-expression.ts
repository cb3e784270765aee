import fc from 'fast-check'
import { functions } from '../expression'
import type { BinaryOperator, Node, UnaryOperator } from '../node'
import { precedence } from '../precedence'

const span = { start: 0, end: 0 }
const fieldNames = ['a', 'order', 'first', 'size', 'First Name', 'x.y', '}', '\\', 'été', '$v', '__proto__']
const plainNames = ['a', 'order', 'x.y', 'été', '$v', '_', 'upper', '__proto__']
const binaryOperators = Object.keys(precedence) as BinaryOperator[]
const unaryOperators: UnaryOperator[] = ['-', '+', '~', '!', 'empty', 'size']

/** Trees of every kind of node, as the parser could have made them, without meaningful positions. */
export const { node: arbitraryNode } = fc.letrec<{ node: Node; leaf: Node }>((tie) => ({
  leaf: fc.oneof(
    fc.string({ unit: 'binary' }).map((value): Node => ({ kind: 'text', value, ...span })),
    fc.maxSafeNat().map((value): Node => ({ kind: 'number', value, real: false, ...span })),
    fc.bigInt({ min: 2n ** 60n, max: 2n ** 90n }).map(
      (value): Node => ({ kind: 'number', value, real: false, ...span }),
    ),
    fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }).map((value): Node =>
      ({ kind: 'number', value: Object.is(value, -0) ? 0 : value, real: true, ...span })),
    fc.constantFrom(true, false, null).map((value): Node => ({ kind: 'constant', value, ...span })),
    fc.constantFrom(...plainNames).map((name): Node => ({ kind: 'name', segments: [name], quoted: false, ...span })),
    fc.array(fc.constantFrom(...fieldNames), { minLength: 1, maxLength: 3 })
      .map((segments): Node => ({ kind: 'name', segments, quoted: true, ...span })),
  ),
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    fc.array(tie('node'), { maxLength: 3 }).map((items): Node => ({ kind: 'array', items, ...span })),
    fc.array(fc.record({ key: tie('node'), value: tie('node') }), { maxLength: 2 })
      .map((entries): Node => ({ kind: 'map', entries, ...span })),
    fc.tuple(tie('node'), fc.constantFrom(...plainNames))
      .map(([object, name]): Node => ({ kind: 'member', object, name, quoted: false, ...span })),
    fc.tuple(tie('node'), fc.constantFrom(...fieldNames))
      .map(([object, name]): Node => ({ kind: 'member', object, name, quoted: true, ...span })),
    fc.tuple(tie('node'), tie('node')).map(([object, index]): Node => ({ kind: 'index', object, index, ...span })),
    fc.tuple(fc.constantFrom(...functions.map(({ name }) => name)), fc.array(tie('node'), { maxLength: 4 }))
      .map(([name, args]): Node => ({ kind: 'call', name, nameEnd: 0, args, ...span })),
    fc.tuple(tie('node'), fc.constantFrom('equals', 'get', 'foo'), fc.array(tie('node'), { maxLength: 2 }))
      .map(([object, name, args]): Node => ({ kind: 'method', object, name, nameStart: 0, args, ...span })),
    fc.tuple(fc.constantFrom(...unaryOperators), tie('node'))
      .map(([op, operand]): Node => ({ kind: 'unary', op, operand, ...span })),
    fc.tuple(fc.constantFrom(...binaryOperators), tie('node'), tie('node'))
      .map(([op, left, right]): Node => ({ kind: 'binary', op, left, right, ...span })),
    fc.tuple(tie('node'), tie('node'), tie('node'))
      .map(([test, whenTrue, whenFalse]): Node => ({ kind: 'conditional', test, whenTrue, whenFalse, ...span })),
    fc.tuple(fc.constantFrom<'?:' | '??'>('?:', '??'), tie('node'), tie('node'))
      .map(([op, left, right]): Node => ({ kind: 'fallback', op, left, right, ...span })),
    fc.tuple(fc.uniqueArray(fc.constantFrom(...plainNames), { minLength: 1, maxLength: 2 }), tie('node'))
      .map(([parameters, body]): Node => ({ kind: 'lambda', parameters, body, ...span })),
  ),
}))

/** A tree with all positions at zero, so that trees of different sources can be compared. */
export function withoutPositions(tree: unknown): unknown {
  if (Array.isArray(tree)) return tree.map(withoutPositions)
  if (typeof tree !== 'object' || tree === null) return tree
  return Object.fromEntries(Object.entries(tree).map(([key, value]: [string, unknown]) =>
    [key, ['start', 'end', 'nameStart', 'nameEnd'].includes(key) ? 0 : withoutPositions(value)]))
}
