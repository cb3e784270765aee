import { createHash } from 'node:crypto'
import type { Result } from '@/lib/result'
import type { AdobeCredential, AdobeError } from './types'

export type AccessToken = { value: string; expiresAtMs: number; lifetimeMs: number }

type FetchToken = () => Promise<Result<AccessToken, AdobeError>>

export type TokenCache = {
  /** A token with time left, from memory or by `fetchToken`; callers at the same moment share one fetch. */
  get(credential: AdobeCredential, fetchToken: FetchToken): Promise<Result<string, AdobeError>>
  /** Forgets that very token (Adobe refused it); a newer one that somebody else fetched meanwhile stays. */
  forget(credential: AdobeCredential, token: string): void
}

// Adobe's own client renews 500 s before the end of a day; for shorter lives a tenth of the life is margin enough.
const longestMarginMs = 500_000

/** Access tokens in memory, one a credential. Nothing is written anywhere. */
export function createTokenCache(nowMs: () => number): TokenCache {
  const tokens = new Map<string, AccessToken>()
  const flights = new Map<string, Promise<Result<AccessToken, AdobeError>>>()

  const isFresh = (token: AccessToken) => {
    const margin = Math.min(longestMarginMs, token.lifetimeMs / 10)
    return nowMs() < token.expiresAtMs - margin
  }

  const startFlight = (key: string, fetchToken: FetchToken) => {
    const flight = fetchToken().then((result) => {
      if (result.ok) tokens.set(key, result.data)
      return result
    })
    const ended = flight.finally(() => flights.delete(key))
    flights.set(key, ended)
    return ended
  }

  return {
    async get(credential, fetchToken) {
      const key = keyOf(credential)
      const known = tokens.get(key)
      if (known && isFresh(known)) return { ok: true, data: known.value }
      const result = await (flights.get(key) ?? startFlight(key, fetchToken))
      return result.ok ? { ok: true, data: result.data.value } : result
    },
    forget(credential, token) {
      const key = keyOf(credential)
      if (tokens.get(key)?.value === token) tokens.delete(key)
    },
  }
}

/** The secret is part of the key, so that a corrected one is tried at once; hashed, so that no map holds it. */
function keyOf({ imsOrigin, clientId, clientSecret, scopes }: AdobeCredential): string {
  return createHash('sha256')
    .update(JSON.stringify([imsOrigin, clientId, clientSecret, scopes]))
    .digest('hex')
}
