import { joinAllowed } from './allowed-hosts'
import type { AdobeCall, AdobeCredentialFacts } from './types'

export type BuiltRequest = { method: string; url: URL; headers: Record<string, string>; body?: string }

/**
 * The call as it goes over the wire, without its `Authorization`; the same for sending and for showing. Undefined where
 * the path would leave the platform's origin. Headers as every platform service wants them (API key, organisation,
 * sandbox); `Content-Type` only where there is a body, `Accept` where the call names one.
 */
export function buildRequest(credential: AdobeCredentialFacts, call: AdobeCall): BuiltRequest | undefined {
  const url = joinAllowed(credential.platformOrigin, pathWithQuery(call))
  if (!url) return undefined
  const body = call.body === undefined ? undefined : JSON.stringify(call.body)
  const headers = {
    'x-api-key': credential.clientId,
    'x-gw-ims-org-id': credential.orgId,
    'x-sandbox-name': credential.sandbox,
    accept: call.accept ?? 'application/json',
    ...(body !== undefined && { 'content-type': call.contentType ?? 'application/json' }),
    ...(call.ifMatch !== undefined && { 'if-match': call.ifMatch }),
  }
  return { method: call.method, url, headers, ...(body !== undefined && { body }) }
}

/** Path and query. Values are percent-encoded as a whole: Adobe's filters (`name==a b`) are values like any other. */
export function pathWithQuery(call: Pick<AdobeCall, 'path' | 'query'>): string {
  const pairs = Object.entries(call.query ?? {}).flatMap(([key, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => `${encodeURIComponent(key)}=${encodeURIComponent(one)}`),
  )
  return pairs.length === 0 ? call.path : `${call.path}?${pairs.join('&')}`
}
