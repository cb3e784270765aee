import 'server-only'
import type { BuiltRequest } from './build-request'

export type Sent =
  | { answered: true; status: number; headers: Headers; text: string }
  | {
      answered: false
      kind: 'network' | 'timeout' | 'cancelled'
      message: string
      /** False where the connection was never made, so that the call cannot have been carried out. */
      mayHaveArrived: boolean
    }

type Options = { fetch: typeof fetch; timeoutMs: number; signal?: AbortSignal | undefined }

/** One try over the network; never throws. Redirects are not followed: no answer may lead to another host. */
export async function sendOnce(request: BuiltRequest, options: Options): Promise<Sent> {
  if (options.signal?.aborted)
    return { answered: false, kind: 'cancelled', message: 'Cancelled.', mayHaveArrived: false }
  const timeout = AbortSignal.timeout(options.timeoutMs)
  const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout
  const { method, headers, body } = request
  try {
    const response = await options.fetch(request.url, {
      method,
      headers,
      signal,
      redirect: 'manual',
      cache: 'no-store',
      ...(body !== undefined && { body }),
    })
    return { answered: true, status: response.status, headers: response.headers, text: await response.text() }
  } catch (error) {
    if (options.signal?.aborted)
      return { answered: false, kind: 'cancelled', message: 'Cancelled.', mayHaveArrived: true }
    if (timeout.aborted) {
      const message = `No answer within ${options.timeoutMs} ms.`
      return { answered: false, kind: 'timeout', message, mayHaveArrived: true }
    }
    const code = codeOf(error)
    const message = code ? `The connection failed (${code}).` : 'The connection failed.'
    return { answered: false, kind: 'network', message, mayHaveArrived: !neverConnected.has(code ?? '') }
  }
}

const neverConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])

/** The system's own code, which fetch keeps in the cause of its `fetch failed`. */
function codeOf(error: unknown): string | undefined {
  for (let at = error, depth = 0; typeof at === 'object' && at !== null && depth < 4; depth++) {
    const { code, cause } = at as { code?: unknown; cause?: unknown }
    if (typeof code === 'string') return code
    at = cause
  }
  return undefined
}
