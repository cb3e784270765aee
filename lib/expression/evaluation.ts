import { calculate, combineBits, complement, negate } from './arithmetic'
import { callFunction, callMethod } from './call-function'
import { isEqual, isOrdered } from './comparison'
import { Moment } from './dates/moment'
import type { EvaluationEnvironment } from './evaluate'
import { ExpressionFailure } from './expression-error'
import { functionNames } from './functions/function-names'
import type { FunctionContext } from './functions/function-definition'
import { sizeOfValue } from './functions/size-of-value'
import { limits } from './limits'
import { testMatch } from './match-operators'
import type { BinaryNode, BinaryOperator, LambdaNode, MemberNode, NameNode, Node } from './node'
import { reservedWords } from './reserved-words'
import { resolvePath } from './resolve-path'
import { isObject, isTrue, Lambda, readKey, real, toText, writeKey } from './values'

/** One run of one tree over one record: scope, budgets, and the meaning of each node. */
export class Evaluation {
  private stepsLeft: number = limits.steps
  private producedLeft: number = limits.produced
  private depth = 0
  private scope: ReadonlyMap<string, unknown> = new Map()
  private readonly context: FunctionContext

  constructor(record: Record<string, unknown>, env: EvaluationEnvironment) {
    this.context = {
      record, nowMs: env.nowMs, random: env.random, uuid: env.uuid,
      regexBudget: { stepsLeft: limits.regexSteps },
      produce: (amount) => this.produce(amount),
      evaluate: (node) => this.evaluate(node),
    }
  }

  /** @throws ExpressionFailure with the place of the innermost node that failed */
  evaluate(node: Node): unknown {
    if (--this.stepsLeft < 0) throw new ExpressionFailure('too-costly', 'The expression takes too many steps.', node)
    if (++this.depth > limits.height) {
      throw new ExpressionFailure('too-deep', 'The expression is too deeply nested.', node)
    }
    try {
      return this.evaluateNode(node)
    } catch (failure) {
      if (failure instanceof ExpressionFailure) failure.span ??= { start: node.start, end: node.end }
      throw failure
    } finally {
      this.depth--
    }
  }

  private evaluateNode(node: Node): unknown {
    switch (node.kind) {
      case 'text': return node.value
      case 'number': return node.real && typeof node.value === 'number' ? real(node.value) : node.value
      case 'constant': return node.value
      case 'array':
        this.produce(node.items.length)
        return node.items.map((item) => this.evaluate(item))
      case 'map': return this.buildMap(node.entries)
      case 'name': return this.readName(node)
      case 'member': return this.readMember(node)
      case 'index': return readIndex(this.evaluate(node.object), this.evaluate(node.index))
      case 'call': return callFunction(node, this.context)
      case 'method': return callMethod(node, this.evaluate(node.object), this.context)
      case 'unary': return this.applyUnary(node.op, this.evaluate(node.operand))
      case 'binary': return this.evaluateRow(node)
      case 'conditional': return this.evaluate(isTrue(this.evaluate(node.test)) ? node.whenTrue : node.whenFalse)
      case 'fallback': {
        const left = this.evaluate(node.left)
        const keep = node.op === '??' ? left !== null && left !== undefined : isTrue(left)
        return keep ? left : this.evaluate(node.right)
      }
      case 'lambda': return this.makeLambda(node)
    }
  }

  private produce(amount: number): void {
    this.producedLeft -= amount
    if (!(this.producedLeft >= 0)) throw new ExpressionFailure('result-too-large', 'The expression produces too much.')
  }

  private buildMap(entries: { key: Node; value: Node }[]): Record<string, unknown> {
    const map: Record<string, unknown> = {}
    this.produce(entries.length)
    for (const { key, value } of entries) writeKey(map, toText(this.evaluate(key)), this.evaluate(value))
    return map
  }

  private readName(node: NameNode): unknown {
    const [first = ''] = node.segments
    if (!node.quoted) {
      if (this.scope.has(first)) return this.scope.get(first)
      if (reservedWords.has(first) || functionNames.has(first)) throw reservedName(first)
    }
    return asValue(resolvePath(this.context.record, node.segments).value)
  }

  /** A chain of names is looked up as one path, so that a flat column with dots in its name is found too. */
  private readMember(node: MemberNode): unknown {
    const names = [node.name]
    let base: Node = node.object
    while (base.kind === 'member') {
      names.unshift(base.name)
      base = base.object
    }
    if (base.kind === 'name' && (base.quoted || !this.scope.has(base.segments[0] ?? ''))) {
      const [first = ''] = base.segments
      if (!base.quoted && (reservedWords.has(first) || functionNames.has(first))) throw reservedName(first)
      return asValue(resolvePath(this.context.record, [...base.segments, ...names]).value)
    }
    return asValue(resolvePath(this.evaluate(base), names).value)
  }

  private applyUnary(op: '-' | '+' | '~' | '!' | 'empty' | 'size', value: unknown): unknown {
    switch (op) {
      case '-': return negate(value)
      case '+': return negate(negate(value))
      case '~': return complement(value)
      case '!': return !isTrue(value)
      case 'empty': return sizeOfValue(value) === 0
      case 'size': return sizeOfValue(value)
    }
  }

  /** Evaluates a row of operators from its left end in a loop, skipping what `&&` and `||` need not know. */
  private evaluateRow(root: BinaryNode): unknown {
    const row: BinaryNode[] = []
    let first: Node = root
    while (first.kind === 'binary') {
      row.push(first)
      first = first.left
      if (row.length > limits.sourceLength) throw new ExpressionFailure('too-deep', 'The expression is too long.')
    }
    let value = this.evaluate(first)
    for (const node of row.toReversed()) {
      try {
        value = this.applyBinary(node, value)
      } catch (failure) {
        if (failure instanceof ExpressionFailure) failure.span ??= { start: node.start, end: node.end }
        throw failure
      }
    }
    return value
  }

  private applyBinary(node: BinaryNode, left: unknown): unknown {
    if (node.op === '&&') return isTrue(left) && isTrue(this.evaluate(node.right))
    if (node.op === '||') return isTrue(left) || isTrue(this.evaluate(node.right))
    const result = this.combine(node.op, left, this.evaluate(node.right))
    if (typeof result === 'string') this.produce(result.length)
    return result
  }

  private combine(op: BinaryOperator, left: unknown, right: unknown): unknown {
    switch (op) {
      case '==': return isEqual(left, right)
      case '!=': return !isEqual(left, right)
      case '<':
      case '>':
      case '<=':
      case '>=': return isOrdered(op, left, right)
      case '+':
      case '-':
      case '*':
      case '/':
      case '%': return calculate(op, left, right)
      case '|':
      case '^':
      case '&': return combineBits(op, left, right)
      case '&&': return isTrue(left) && isTrue(right)
      case '||': return isTrue(left) || isTrue(right)
      default: return testMatch(op, left, right, this.context)
    }
  }

  private makeLambda(node: LambdaNode): Lambda {
    const outer = this.scope
    return new Lambda((args) => {
      const before = this.scope
      this.scope = new Map([...outer, ...node.parameters.map((name, index) => [name, args[index] ?? null] as const)])
      try {
        return this.evaluate(node.body)
      } finally {
        this.scope = before
      }
    })
  }
}

function reservedName(name: string): ExpressionFailure {
  return new ExpressionFailure(
    'reserved-name', `${name} is a word of the language; a field of that name is \${${name}}.`,
  )
}

/** A value of the record as a value of the language: dates become moments, what JSON has not becomes null. */
function asValue(value: unknown): unknown {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : new Moment(value.getTime())
  return value ?? null
}

function readIndex(object: unknown, index: unknown): unknown {
  if (object === null || object === undefined) return null
  if (Array.isArray(object)) {
    const at = Number(toText(index))
    return Number.isInteger(at) && at >= 0 ? asValue(object[at]) : null
  }
  if (isObject(object)) return asValue(readKey(object, toText(index)))
  throw new ExpressionFailure('wrong-type', 'Only arrays and objects have elements.')
}
