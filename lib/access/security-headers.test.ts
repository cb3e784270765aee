import { expect, test } from 'vitest'
import { contentSecurityPolicy, plainHeaders } from './security-headers'
import { trustedOriginsOf } from './trusted-origins'

test('in production no script runs without the nonce and no code is evaluated from text', () => {
  const policy = contentSecurityPolicy('abc', false)
  const scripts = policy.split('; ').find((directive) => directive.startsWith('script-src'))
  expect(scripts).toBe("script-src 'self' 'nonce-abc' 'strict-dynamic'")
  expect(policy).not.toContain('unsafe-eval')
})

test.each(["object-src 'none'", "base-uri 'none'", "worker-src 'self'", "frame-ancestors 'none'", "default-src 'self'"])('the policy says %s', (directive) => {
  expect(contentSecurityPolicy('abc', false)).toContain(directive)
})

test('https is made to last only where the app is served by it', () => {
  const names = (isHttps: boolean) => plainHeaders(isHttps).map(([name]) => name)
  expect(names(true)).toContain('strict-transport-security')
  expect(names(false)).not.toContain('strict-transport-security')
  expect(names(false)).toEqual(expect.arrayContaining(['x-content-type-options', 'referrer-policy', 'x-frame-options']))
})

test('on one’s own machine every name of it is trusted, with the same port', () => {
  expect(trustedOriginsOf('http://127.0.0.1:3000')).toEqual(['http://127.0.0.1:3000', 'http://localhost:3000', 'http://[::1]:3000'])
})

test('elsewhere only the app’s own origin is trusted', () => {
  expect(trustedOriginsOf('https://tributary.example.com/')).toEqual(['https://tributary.example.com'])
})
