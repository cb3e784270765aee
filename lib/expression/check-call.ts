import { describeArity } from './call-function'
import type { CheckReport, FieldType } from './check'
import { lookUpField, readFieldPath } from './check-field'
import type { FunctionDefinition, ValueType } from './functions/function-definition'
import { findFunction, findMethod } from './functions/function-registry'
import { functionNames } from './functions/function-names'
import { nearestName } from './nearest-name'
import type { CallNode, MethodNode, Node } from './node'

export function checkCall(node: CallNode, report: CheckReport): void {
  const span = { start: node.start, end: node.nameEnd }
  const definition = findFunction(node.name)
  if (definition === undefined) {
    const { name } = node
    const nearest = nearestName(name, functionNames)
    const message = `There is no function ${name}.`
    if (findMethod(name) !== undefined) {
      report.add('error', 'unknown-function', `${message} It is written behind a value: value.${name}(…).`, span, { variant: 'method', values: { name } })
    } else if (nearest === null) report.add('error', 'unknown-function', message, span, { values: { name } })
    else report.add('error', 'unknown-function', `${message} Perhaps ${nearest}?`, span, { variant: 'near', values: { name, nearest } })
    return
  }
  const problem = describeArity(definition, node.args.length)
  if (problem !== null) report.add('error', 'argument-count', problem.message, node, problem.saying)
  warnOfLimits(definition, span, report)
  node.args.forEach((arg, index) => checkArgument(definition, arg, index, report))
}

export function checkMethod(node: MethodNode, report: CheckReport): void {
  const span = { start: node.nameStart, end: node.nameStart + node.name.length }
  const definition = findMethod(node.name)
  if (definition === undefined) {
    const { name } = node
    const message = `Adobe documents no method ${name}.`
    if (findFunction(name) === undefined) report.add('warning', 'unknown-method', message, span, { values: { name } })
    else report.add('warning', 'unknown-method', `${message} As a function it is written ${name}(…).`, span, { variant: 'function', values: { name } })
    return
  }
  const problem = describeArity(definition, node.args.length)
  if (problem !== null) report.add('error', 'argument-count', problem.message, node, problem.saying)
}

function warnOfLimits(definition: FunctionDefinition, span: { start: number; end: number }, report: CheckReport): void {
  const { name, availability, replacedBy } = definition
  if (availability === 'destinations') {
    report.add('warning', 'destinations-only', `${name} is only available in destinations.`, span, { values: { name } })
  }
  if (availability === 'web-sdk') {
    report.add('warning', 'web-sdk-only', `${name} is only available in Web SDK and Analytics flows.`, span, { values: { name } })
  }
  if (replacedBy !== undefined) {
    report.add('warning', 'replaced', `${name} is an old name; use ${replacedBy} instead.`, span, { values: { name, replacedBy } })
  }
  if (definition.localLimit !== undefined) {
    report.add('warning', 'local-limit', definition.localLimit, span, { variant: definition.group })
  }
}

function checkArgument(definition: FunctionDefinition, arg: Node, index: number, report: CheckReport): void {
  // Where arguments repeat, positions and parameters no longer match one to one.
  const parameter = definition.parameters[index]
  if (parameter === undefined || parameter.repeats === true || definition.inPairs === true) return
  const type = typeOf(arg, report)
  if (type === null || fits(type, parameter.type)) return
  report.add(
    'warning', 'argument-type', `${parameter.name} of ${definition.name} wants ${parameter.type}, this is ${type}.`,
    arg, { values: { parameter: parameter.name, name: definition.name, wanted: parameter.type, given: type } },
  )
}

function typeOf(node: Node, report: CheckReport): FieldType | 'lambda' | null {
  switch (node.kind) {
    case 'text':
    case 'number':
    case 'array':
    case 'map':
    case 'lambda': return node.kind
    case 'constant': return node.value === null ? null : 'boolean'
    default: {
      const path = readFieldPath(node)
      const type = path === null ? false : lookUpField(path, report)
      return typeof type === 'boolean' ? null : type
    }
  }
}

const scalars: ReadonlySet<string> = new Set(['text', 'number', 'boolean', 'date'])

/** Only what can never work: single values are converted into one another, structures are not. */
function fits(given: FieldType | 'lambda', wanted: ValueType): boolean {
  if (wanted === 'any') return given !== 'lambda'
  if (wanted === 'lambda' || given === 'lambda') return wanted === given
  if (wanted === 'array') return given === 'array'
  if (wanted === 'object' || wanted === 'map') return given === 'object' || given === 'map'
  return scalars.has(given)
}
