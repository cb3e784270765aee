import { buildRequest, pathWithQuery } from './build-request'
import { redactBody, struckOut } from './redact'
import type { AdobeCall, AdobeCredentialFacts } from './types'

export type RequestPreview = { method: string; url: string; headers: Record<string, string>; body?: unknown }

/**
 * A call as it will be sent, for the review page and exports: the same headers and body, every secret struck out.
 * Pure.
 */
export function adobeRequestPreview(credential: AdobeCredentialFacts, call: AdobeCall): RequestPreview {
  const built = buildRequest(credential, call)
  return {
    method: call.method,
    url: built?.url.href ?? `${credential.platformOrigin}${pathWithQuery(call)}`,
    headers: { authorization: `Bearer ${struckOut}`, ...built?.headers },
    ...(call.body !== undefined && { body: redactBody(call.body) }),
  }
}
