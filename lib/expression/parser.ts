import { ExpressionFailure, type ExpressionError } from './expression-error'
import { exceedsHeight } from './exceeds-height'
import { tokenize } from './lexer'
import { limits } from './limits'
import type { BinaryOperator, Node, UnaryOperator } from './node'
import { parsePrimary } from './parse-primary'
import { asBinaryOperator, doesNotChain, precedence } from './precedence'
import { TokenStream } from './token-stream'

export type ParseResult = { ok: true; ast: Node } | { ok: false; error: ExpressionError }

/**
 * Parses one Data Prep expression (the grammar of Commons JEXL as far as Adobe shows it). Never throws:
 * what cannot be read is an error with its place.
 */
export function parseExpression(source: string): ParseResult {
  try {
    if (source.length > limits.sourceLength) {
      throw new ExpressionFailure('too-long', `More than ${limits.sourceLength} characters are not read.`, undefined, {
        values: { limit: limits.sourceLength },
      })
    }
    const stream = new TokenStream(tokenize(source), parseFull)
    if (stream.peek().type === 'end') throw new ExpressionFailure('empty', 'The expression is empty.')
    const ast = parseFull(stream)
    if (stream.peek().type !== 'end') throw stream.unexpected()
    if (exceedsHeight(ast, limits.height)) {
      throw new ExpressionFailure('too-deep', `More than ${limits.height} levels in one expression are not read.`, undefined, {
        variant: 'height', values: { limit: limits.height },
      })
    }
    return { ok: true, ast }
  } catch (failure) {
    if (!(failure instanceof ExpressionFailure)) throw failure
    return { ok: false, error: failure.toError({ start: 0, end: source.length }) }
  }
}

/** A whole expression: lambda, conditional or anything tighter. */
function parseFull(stream: TokenStream): Node {
  return stream.nested(() => parseLambda(stream) ?? parseConditional(stream))
}

function parseLambda(stream: TokenStream): Node | null {
  const parameters = stream.readLambdaHead()
  if (parameters === null) return null
  const body = parseFull(stream)
  return { kind: 'lambda', parameters: parameters.names, body, start: parameters.start, end: body.end }
}

function parseConditional(stream: TokenStream): Node {
  const test = parseBinary(stream, 2)
  if (stream.take('?')) {
    const whenTrue = parseFull(stream)
    stream.expect(':')
    const whenFalse = parseFull(stream)
    return { kind: 'conditional', test, whenTrue, whenFalse, start: test.start, end: whenFalse.end }
  }
  for (const op of ['?:', '??'] as const) {
    if (!stream.take(op)) continue
    const right = parseFull(stream)
    return { kind: 'fallback', op, left: test, right, start: test.start, end: right.end }
  }
  return test
}

function nextOperator(stream: TokenStream): BinaryOperator | null {
  const token = stream.peek()
  return token.type === 'symbol' ? asBinaryOperator(token.symbol) : null
}

function parseBinary(stream: TokenStream, level: number): Node {
  let left = parseUnary(stream)
  let op = nextOperator(stream)
  while (op !== null && precedence[op] >= level) {
    const opLevel = precedence[op]
    stream.next()
    const right = stream.nested(() => parseBinary(stream, opLevel + 1))
    left = { kind: 'binary', op, left, right, start: left.start, end: right.end }
    const following = nextOperator(stream)
    if (following !== null && precedence[following] === opLevel && doesNotChain(opLevel)) {
      throw new ExpressionFailure(
        'chained-comparison', 'Comparisons cannot follow one another; join two with && or use brackets.', stream.peek(),
      )
    }
    op = following
  }
  return left
}

const unaryOperators: ReadonlySet<string> = new Set<UnaryOperator>(['-', '+', '~', '!', 'empty', 'size'])

function parseUnary(stream: TokenStream): Node {
  const token = stream.peek()
  if (token.type !== 'symbol' || !unaryOperators.has(token.symbol)) return parsePrimary(stream)
  stream.next()
  const operand = stream.nested(() => parseUnary(stream))
  return { kind: 'unary', op: token.symbol as UnaryOperator, operand, start: token.start, end: operand.end }
}
