import type { Span } from './node'

/** What another language needs to say an error: which of a code's sentences it is, and what stands in it. */
export type Saying = { variant?: string; values?: Readonly<Record<string, string | number>> }

/**
 * What is wrong with an expression, and where. `code` is stable and meant for translation and tests,
 * `message` is plain English. A warning does not stop the expression from running.
 */
export type ExpressionError = Saying & {
  code: string
  message: string
  start: number
  end: number
  severity: 'error' | 'warning'
}

/** The name of the sentence that says an error: its code, and which of the code's sentences it is. */
export const expressionErrorName = ({ code, variant }: Pick<ExpressionError, 'code' | 'variant'>): string =>
  variant === undefined ? code : `${code}-${variant}`

/** Carries an error out of nested parsing or evaluation; never leaves this folder's public functions. */
export class ExpressionFailure extends Error {
  readonly code: string
  span: Span | undefined
  readonly saying: Saying

  constructor(code: string, message: string, span?: Span, saying: Saying = {}) {
    super(message)
    this.name = 'ExpressionFailure'
    this.code = code
    this.span = span
    this.saying = saying
  }

  toError(fallback: Span): ExpressionError {
    const { start, end } = this.span ?? fallback
    return { code: this.code, message: this.message, ...this.saying, start, end, severity: 'error' }
  }
}
