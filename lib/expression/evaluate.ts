import { ExpressionFailure, type ExpressionError } from './expression-error'
import { Evaluation } from './evaluation'
import type { Node } from './node'
import { parseExpression } from './parser'
import { toPlainValue } from './plain-value'

export type EvaluationEnvironment = {
  nowMs: number
  /** From 0 up to 1; needed by uuid() and guid() where `uuid` is not given. */
  random?: () => number
  uuid?: () => string
}

export type EvaluationResult = { ok: true; value: unknown } | { ok: false; error: ExpressionError }

/**
 * Evaluates an expression on one source record. Never throws; work and size are bounded (limits.ts).
 *
 * The value is JSON: dates come as ISO 8601 text, whole numbers beyond 2^53 as text of digits. `code: 'not-local'`
 * means that only Adobe can compute it. As in Adobe, an error means: this column becomes null, with a warning.
 */
export function evaluateExpression(
  source: string | Node, record: Record<string, unknown>, env: EvaluationEnvironment,
): EvaluationResult {
  let span = { start: 0, end: typeof source === 'string' ? source.length : 0 }
  try {
    let ast: Node
    if (typeof source === 'string') {
      const parsed = parseExpression(source)
      if (!parsed.ok) return parsed
      ast = parsed.ast
    } else ast = source
    span = { start: ast.start, end: ast.end }
    const value = new Evaluation(record, env).evaluate(ast)
    return { ok: true, value: toPlainValue(value) }
  } catch (failure) {
    return { ok: false, error: asError(failure).toError(span) }
  }
}

function asError(failure: unknown): ExpressionFailure {
  if (failure instanceof ExpressionFailure) return failure
  // The only way here that is not a fault of ours: a tree built by hand, or a record that throws when read.
  const tooDeep = failure instanceof RangeError
  return new ExpressionFailure(
    tooDeep ? 'too-deep' : 'failed',
    tooDeep ? 'The expression or its values are too large.' : 'The expression could not be evaluated on this record.',
  )
}
