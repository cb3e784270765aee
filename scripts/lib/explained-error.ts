/** A failure a person can act on: one sentence what happened, one what to do. Printed without a stack trace. */
export class ExplainedError extends Error {
  readonly remedy: string

  constructor(message: string, remedy: string) {
    super(message)
    this.name = 'ExplainedError'
    this.remedy = remedy
  }
}
