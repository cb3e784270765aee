import type { ExplainedError } from '@/lib/explained-error'

/** A read that did not come: `explained` is what an ErrorPanel shows. */
export class ReadError extends Error {
  readonly explained: ExplainedError
  /** The HTTP status; 0 when no answer came at all. */
  readonly status: number

  constructor(explained: ExplainedError, status: number) {
    super(explained.code)
    this.name = 'ReadError'
    this.explained = explained
    this.status = status
  }
}
