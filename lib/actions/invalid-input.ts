import { ExplainedFailure } from '@/lib/explained-error'

/** Thrown by an action's `run` when a rule that needs the server's knowledge refuses a field; values are message keys. */
export class InvalidInput extends ExplainedFailure {
  readonly fieldErrors: Record<string, string>

  constructor(fieldErrors: Record<string, string>) {
    super({ code: 'invalid-input', retryable: false })
    this.name = 'InvalidInput'
    this.fieldErrors = fieldErrors
  }
}
