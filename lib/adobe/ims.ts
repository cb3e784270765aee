import 'server-only'
import { z } from 'zod'
import { fail, succeed, type Result } from '@/lib/result'
import { joinAllowed } from './allowed-hosts'
import { exchange, type Transport } from './exchange'
import type { AccessToken } from './token-cache'
import type { AdobeCall, AdobeCredential, AdobeError } from './types'

const tokenAnswer = z.looseObject({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() })

// Asking for a token twice does no harm, although it is a POST.
const tokenCall: AdobeCall = { method: 'POST', path: '/ims/token/v3', repeatable: true }

/**
 * An access token by client credentials (IMS `POST /ims/token/v3`, form in the body because query strings end in logs).
 * Errors carry IMS's own word as code: `invalid_client`, `invalid_scope`, `unauthorized_client`…
 */
export async function fetchAccessToken(
  transport: Transport,
  credential: AdobeCredential,
): Promise<Result<AccessToken, AdobeError>> {
  const { imsOrigin, clientId, clientSecret, scopes } = credential
  const form = {
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    scope: normaliseScopes(scopes),
  }
  const url = joinAllowed(imsOrigin, tokenCall.path)
  if (!url) return fail(malformed('The IMS address is not usable.'))
  const headers = { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' }
  const request = { method: 'POST', url, headers, body: new URLSearchParams(form).toString() }
  const answer = await exchange(transport, {
    call: tokenCall,
    origin: imsOrigin,
    prepare: async () => succeed({ request, secrets: [clientSecret], shownBody: form }),
  })
  if (!answer.ok) return answer
  const parsed = tokenAnswer.safeParse(answer.data.data)
  if (!parsed.success) return fail(malformed('IMS answered without a usable access token.'))
  const lifetimeMs = lifetimeOf(parsed.data.expires_in)
  return succeed({
    value: parsed.data.access_token,
    lifetimeMs,
    expiresAtMs: transport.clock.now().getTime() + lifetimeMs,
  })
}

/** Comma-separated without blanks, however a person typed them. */
export const normaliseScopes = (scopes: string): string =>
  scopes
    .split(/[\s,]+/)
    .filter(Boolean)
    .join(',')

/** Seconds today; the older exchange answered milliseconds, which would be a life of years. */
const lifetimeOf = (expiresIn: number) => (expiresIn > 1_000_000 ? expiresIn : expiresIn * 1000)

function malformed(message: string): AdobeError {
  return { kind: 'malformed', message, mayHaveCommitted: false, retryable: false, method: 'POST', path: tokenCall.path }
}
