import { z } from 'zod'
import { explainedError } from '@/lib/explained-error'
import { ReadError } from './read-error'

const refusal = z.object({ error: explainedError })

/**
 * Fetches one of our own reads as JSON.
 * @throws ReadError with the explanation the server gave, or `network` when no answer came.
 */
export async function fetchRead<Data>(url: string, signal?: AbortSignal): Promise<Data> {
  let response: Response
  try {
    response = await fetch(url, { headers: { accept: 'application/json' }, ...(signal ? { signal } : {}) })
  } catch (thrown) {
    if (signal?.aborted) throw thrown
    throw new ReadError({ code: 'network', retryable: true }, 0)
  }
  const body: unknown = await response.json().catch(() => undefined)
  // The shape of a good answer is the contract between a route and its reader in this same program.
  if (response.ok && body !== undefined) return body as Data
  const parsed = refusal.safeParse(body)
  if (parsed.success) throw new ReadError(parsed.data.error, response.status)
  throw new ReadError({ code: 'malformed', retryable: response.status >= 500 }, response.status)
}
