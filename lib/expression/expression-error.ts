import type { Span } from './node'

/**
 * What is wrong with an expression, and where. `code` is stable and meant for translation and tests,
 * `message` is plain English. A warning does not stop the expression from running.
 */
export type ExpressionError = {
  code: string
  message: string
  start: number
  end: number
  severity: 'error' | 'warning'
}

/** Carries an error out of nested parsing or evaluation; never leaves this folder's public functions. */
export class ExpressionFailure extends Error {
  readonly code: string
  span: Span | undefined

  constructor(code: string, message: string, span?: Span) {
    super(message)
    this.name = 'ExpressionFailure'
    this.code = code
    this.span = span
  }

  toError(fallback: Span): ExpressionError {
    const { start, end } = this.span ?? fallback
    return { code: this.code, message: this.message, start, end, severity: 'error' }
  }
}
