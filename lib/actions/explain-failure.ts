import 'server-only'
import { randomBytes } from 'node:crypto'
import { ExplainedFailure, type ExplainedError } from '@/lib/explained-error'
import { log } from '@/lib/log'

/**
 * Turns whatever was thrown into what may be shown. A failure that explains itself is passed on; anything else is
 * logged under a reference, and only the reference leaves the server.
 */
export function explainFailure(thrown: unknown, where: Record<string, unknown>): ExplainedError {
  if (thrown instanceof ExplainedFailure) {
    log.info('failure.explained', { ...where, code: thrown.explained.code, cause: thrown.cause })
    return thrown.explained
  }
  const reference = randomBytes(4).toString('hex')
  log.error('failure.unexpected', { ...where, reference, error: thrown })
  return { code: 'unexpected', values: { reference }, retryable: true }
}
