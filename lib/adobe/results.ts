import { fail, succeed, type Result } from '@/lib/result'
import type { AdobeError, AdobeResult } from './types'

/** The data alone, where status and etag do not matter. */
export const dataOf = <T>(result: AdobeResult<T>): Result<T, AdobeError> =>
  result.ok ? succeed(result.data.data) : result

/** A change of the data of a good result. */
export const mapData = <T, U>(result: Result<T, AdobeError>, change: (data: T) => U): Result<U, AdobeError> =>
  result.ok ? succeed(change(result.data)) : result

/** What Flow Service means by an empty list in answer to a look-up by id. */
export const notFound = (path: string): AdobeError => ({
  kind: 'http',
  status: 404,
  message: 'Nothing with this id exists.',
  mayHaveCommitted: false,
  retryable: false,
  method: 'GET',
  path,
})

/** Whether Adobe says that the thing does not exist: status 404, or Flow Service's 1430-400 and 1439-400. */
export const isNotFound = (error: AdobeError): boolean =>
  error.kind === 'http' && (error.status === 404 || error.code === '1430-400' || error.code === '1439-400')

/** A deletion that finds nothing has reached its aim. */
export function deletionOf(result: AdobeResult<unknown>): Result<'deleted' | 'gone', AdobeError> {
  if (result.ok) return succeed('deleted')
  return isNotFound(result.error) ? succeed('gone') : fail(result.error)
}
