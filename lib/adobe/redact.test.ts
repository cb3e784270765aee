import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { collectSecrets, isSecretKey, redactBody, redactText, struckOut } from './redact'

test.each([
  'clientSecret',
  'client_secret',
  'password',
  'Authorization',
  'accessToken',
  'access_token',
  'refreshToken',
  'token',
  'apiKey',
  'privateKey',
  'passphrase',
  'sasUri',
  'connectionString',
  'jwt_token',
])('%s names a secret', (key) => expect(isSecretKey(key)).toBe(true))

test.each(['tokenType', 'token_type', 'continuationToken', 'name', 'clientId', 'expires_in', 'primaryKey'])(
  '%s names none',
  (key) => expect(isSecretKey(key)).toBe(false),
)

describe('a journal entry never holds a secret', () => {
  test('credentials of a base connection, even under names nobody foresaw', () => {
    const body = {
      name: 'PayPal',
      auth: {
        specName: 'x',
        params: { host: 'api.paypal.com', clientId: 'id', clientSecret: 's3cret', oddName: 'h1dden', pin: 1234 },
      },
    }
    expect(redactBody(body)).toEqual({
      name: 'PayPal',
      auth: {
        specName: 'x',
        params: { host: 'api.paypal.com', clientId: 'id', clientSecret: struckOut, oddName: struckOut, pin: struckOut },
      },
    })
    expect(collectSecrets(body)).toEqual(['s3cret', 'h1dden'])
  })

  test('a JSON Patch of credentials', () => {
    const patch = [
      { op: 'replace', path: '/auth/params', value: { clientId: 'id', clientSecret: 's3cret' } },
      { op: 'replace', path: '/auth/params/clientSecret', value: 's3cret' },
      { op: 'replace', path: '/name', value: 'new name' },
    ]
    const clean = JSON.stringify(redactBody(patch))
    expect(clean).not.toContain('s3cret')
    expect(clean).toContain('new name')
  })

  test('tokens in answers and in texts', () => {
    expect(redactBody({ access_token: 'abc', token_type: 'bearer' })).toEqual({
      access_token: struckOut,
      token_type: 'bearer',
    })
    const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl'
    expect(redactText(`Token ${jwt} is bad; Authorization: Bearer abcdefgh12345`)).not.toMatch(/eyJ|abcdefgh/)
    expect(redactText('https://x/?client_secret=abc&x=1')).toBe(`https://x/?client_secret=${struckOut}&x=1`)
  })

  test('a known secret in any place, as it is, in JSON and in an address', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 6, unit: 'grapheme-ascii' }),
        fc.string(),
        fc.string(),
        (secret, before, after) => {
          fc.pre(!struckOut.includes(secret))
          const text = `${before}${secret}${after} ${encodeURIComponent(secret)}`
          expect(redactText(text, [secret])).not.toContain(secret)
          expect(redactText(text, [secret])).not.toContain(encodeURIComponent(secret))
        },
      ),
      { seed: 7, numRuns: 300 },
    )
  })

  test('what a schema says about a secret stays readable', () => {
    const spec = { properties: { clientSecret: { type: 'string', format: 'password' } } }
    expect(redactBody(spec)).toEqual(spec)
  })
})
