import type { ZodType } from 'zod'
import type { Result } from '@/lib/result'

/**
 * One OAuth server-to-server credential, and the organisation and sandbox it is used for. Holds a secret: server
 * only.
 */
export type AdobeCredential = {
  /** Origin without a path, e.g. `https://platform.adobe.io`. */
  platformOrigin: string
  imsOrigin: string
  /** `…@AdobeOrg`. */
  orgId: string
  clientId: string
  clientSecret: string
  /** Comma-separated, as IMS takes them. */
  scopes: string
  sandbox: string
}

/** What of a credential may be shown: everything but the secret. */
export type AdobeCredentialFacts = Omit<AdobeCredential, 'clientSecret'>

export type AdobeMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** One call as a value, so that planner, review page and runner speak of the very same one. */
export type AdobeCall = {
  method: AdobeMethod
  /** Starts with `/data/`; ids inside already percent-encoded. */
  path: string
  query?: Record<string, string | string[]>
  body?: unknown
  accept?: string
  /** `application/json` unless said otherwise; sent only with a body. */
  contentType?: string
  /** An etag byte for byte as Adobe gave it, quotes included. */
  ifMatch?: string
  /** Does no more when sent twice: a POST that changes nothing (validate, preview), a PATCH that sets what is set. */
  repeatable?: boolean
  /** Files of Data Access hold one JSON value a line; they are answered as a list. */
  answerFormat?: 'json' | 'lines'
  stepKey?: string
  label?: string
}

export type AdobeAnswer<T> = {
  data: T
  status: number
  etag?: string
  requestId?: string
}

export type AdobeError = {
  kind: 'network' | 'timeout' | 'http' | 'malformed' | 'host-refused' | 'circuit-open' | 'cancelled'
  status?: number
  /** Adobe's code where it gave one, e.g. `403025`, `1360-400`, `XDM-1521-400`, `invalid_client`. */
  code?: string
  /** Adobe's own words, or ours where no answer came; secrets struck out. */
  message: string
  requestId?: string
  retryAfterMs?: number
  /** The call may have taken effect although no good answer came. */
  mayHaveCommitted: boolean
  /** The very same call may succeed later. */
  retryable: boolean
  method: string
  path: string
}

/** One try of one call, for the journal. Bodies are already redacted. */
export type CallRecord = {
  method: string
  /** Path and query, without the origin. */
  path: string
  status?: number
  durationMs: number
  /** 1 for the first try. */
  attempt: number
  requestId?: string
  requestBody?: unknown
  responseBody?: unknown
  error?: { kind: AdobeError['kind']; code?: string; message: string }
  startedAt: Date
  stepKey?: string
}

export type AdobeResult<T> = Result<AdobeAnswer<T>, AdobeError>

export type AdobeClient = {
  request<T>(call: AdobeCall, schema: ZodType<T>): Promise<AdobeResult<T>>
  /** Fetches a token ahead of need, so that the first call does not wait for it. */
  warmToken(): Promise<Result<void, AdobeError>>
  /** Adobe's time in epoch ms, by the `Date` of its last answer; this machine's until one came. */
  serverNowMs(): number
  sandbox: string
  orgId: string
}
