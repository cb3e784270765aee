import { ExpressionFailure, type Saying } from './expression-error'
import { arityOf, type FunctionContext, type FunctionDefinition } from './functions/function-definition'
import { findFunction, findMethod } from './functions/function-registry'
import type { CallNode, MethodNode } from './node'

export function callFunction(node: CallNode, context: FunctionContext): unknown {
  const definition = findFunction(node.name)
  if (definition === undefined) {
    throw new ExpressionFailure('unknown-function', `There is no function ${node.name}.`, {
      start: node.start, end: node.nameEnd,
    }, { values: { name: node.name } })
  }
  needArity(definition, node.args.length)
  if ('runLazily' in definition) return definition.runLazily(node.args, context)
  return definition.run(node.args.map((arg) => context.evaluate(arg)), context)
}

export function callMethod(node: MethodNode, receiver: unknown, context: FunctionContext): unknown {
  const definition = findMethod(node.name)
  if (definition === undefined || !('run' in definition)) {
    throw new ExpressionFailure(
      'not-local', `Adobe documents no method ${node.name}; whether it works there cannot be told here.`,
      { start: node.nameStart, end: node.nameStart + node.name.length },
    )
  }
  if (receiver === null || receiver === undefined) {
    throw new ExpressionFailure('null-receiver', `The value before .${node.name}() is null.`)
  }
  needArity(definition, node.args.length)
  return definition.run([receiver, ...node.args.map((arg) => context.evaluate(arg))], context)
}

function needArity(definition: FunctionDefinition, count: number): void {
  const problem = describeArity(definition, count)
  if (problem !== null) throw new ExpressionFailure('argument-count', problem.message, undefined, problem.saying)
}

/** Says in a sentence that the number of arguments is wrong, or nothing. */
export function describeArity(definition: FunctionDefinition, count: number): { message: string; saying: Saying } | null {
  const { least, most } = arityOf(definition)
  const { signature, inPairs } = definition
  if (inPairs === true && count % 2 === 1) {
    const message = `${signature} takes pairs, so an even number of arguments, not ${count}.`
    return { message, saying: { variant: 'pairs', values: { signature, count } } }
  }
  if (count >= least && count <= most) return null
  const wanted = least === most ? `${least}` : most === Infinity ? `at least ${least}` : `${least} to ${most}`
  const message = `${signature} takes ${wanted} argument${wanted === '1' ? '' : 's'}, not ${count}.`
  if (least === most) return { message, saying: { values: { signature, least, count } } }
  if (most === Infinity) return { message, saying: { variant: 'least', values: { signature, least, count } } }
  return { message, saying: { variant: 'range', values: { signature, least, most, count } } }
}
