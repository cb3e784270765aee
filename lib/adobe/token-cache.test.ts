import { describe, expect, test } from 'vitest'
import { createTokenCache, type AccessToken } from './token-cache'
import type { AdobeCredential } from './types'

const credential: AdobeCredential = {
  platformOrigin: 'https://platform.adobe.io',
  imsOrigin: 'https://ims-na1.adobelogin.com',
  orgId: 'A@AdobeOrg',
  clientId: 'client',
  clientSecret: 'secret',
  scopes: 'openid',
  sandbox: 'prod',
}

function setUp(lifetimeMs = 86_399_000) {
  const world = { nowMs: 0, fetches: 0 }
  const cache = createTokenCache(() => world.nowMs)
  const fetchToken = async () => {
    world.fetches += 1
    const token: AccessToken = { value: `token-${world.fetches}`, expiresAtMs: world.nowMs + lifetimeMs, lifetimeMs }
    return { ok: true as const, data: token }
  }
  return { world, cache, fetchToken, get: (who = credential) => cache.get(who, fetchToken) }
}

describe('tokens', () => {
  test('callers at the same moment share one fetch', async () => {
    const { world, get } = setUp()
    const answers = await Promise.all(Array.from({ length: 20 }, () => get()))
    expect(world.fetches).toBe(1)
    expect(new Set(answers.map((answer) => answer.ok && answer.data))).toEqual(new Set(['token-1']))
  })

  test('a token is renewed 500 s before its end, not earlier', async () => {
    const { world, get } = setUp()
    await get()
    world.nowMs = 86_399_000 - 500_001
    await get()
    expect(world.fetches).toBe(1)
    world.nowMs += 1
    await get()
    expect(world.fetches).toBe(2)
  })

  test('a short-lived token is still used for most of its life', async () => {
    const { world, get } = setUp(60_000)
    await get()
    world.nowMs = 53_999
    await get()
    expect(world.fetches).toBe(1)
    world.nowMs = 54_000
    await get()
    expect(world.fetches).toBe(2)
  })

  test('two that see the same refusal forget one token, not the newer one', async () => {
    const { world, cache, get } = setUp()
    await get()
    cache.forget(credential, 'token-1')
    await get()
    cache.forget(credential, 'token-1')
    await get()
    expect(world.fetches).toBe(2)
  })

  test('a corrected secret is tried at once', async () => {
    const { world, get } = setUp()
    await get()
    await get({ ...credential, clientSecret: 'corrected' })
    expect(world.fetches).toBe(2)
  })

  test('a refusal is not remembered', async () => {
    const { cache, get } = setUp()
    const error = {
      kind: 'http' as const,
      message: 'no',
      mayHaveCommitted: false,
      retryable: false,
      method: 'POST',
      path: '/ims',
    }
    expect((await cache.get(credential, async () => ({ ok: false, error }))).ok).toBe(false)
    expect((await get()).ok).toBe(true)
  })
})
