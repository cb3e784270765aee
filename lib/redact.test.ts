import fc from 'fast-check'
import { expect, test } from 'vitest'
import { redactSecrets } from './redact'

test.each(['clientSecret', 'client_secret', 'password', 'access_token', 'Authorization', 'cookie', 'apiKey', 'x-api-key', 'masterKey'])(
  'a field called %s is struck out however deep it lies',
  (name) => {
    fc.assert(
      fc.property(fc.string({ minLength: 12 }), fc.integer({ min: 0, max: 5 }), (value, depth) => {
        let wrapped: unknown = { [name]: `#${value}#` }
        for (let level = 0; level < depth; level++) wrapped = { list: [wrapped] }
        expect(JSON.stringify(redactSecrets(wrapped))).not.toContain(JSON.stringify(`#${value}#`))
      }),
      { seed: 7 },
    )
  },
)

test('secrets inside texts are struck out', () => {
  const text = 'GET with Bearer abcdef123456.xyz to postgresql://app:hunter2@db/x?password=hunter3 eyJhbGciOi.eyJzdWIi.sig'
  const shown = String(redactSecrets(text))
  expect(shown).not.toMatch(/abcdef123456|hunter2|hunter3|eyJhbGciOi/)
  expect(shown).toContain('postgresql://app:[redacted]@db/x')
})

test('an error keeps its stack and causes, and a circle does not hang', () => {
  const error = new Error('outer', { cause: new Error('inner') })
  const circle: Record<string, unknown> = { error }
  circle.self = circle
  expect(redactSecrets(circle)).toMatchObject({
    error: { name: 'Error', message: 'outer', stack: expect.any(String), cause: { message: 'inner' } },
    self: '[circular]',
  })
})

test('what is no secret stays as it is', () => {
  const plain = { a: 1, b: [true, null, 'text'], at: new Date(0), big: 5n }
  expect(redactSecrets(plain)).toEqual({ a: 1, b: [true, null, 'text'], at: '1970-01-01T00:00:00.000Z', big: '5' })
})
