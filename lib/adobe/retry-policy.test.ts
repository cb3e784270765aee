import fc from 'fast-check'
import { expect, test } from 'vitest'
import { defaultRetryPolicy, delayBeforeRetryMs, isRepeatable, parseRetryAfterMs } from './retry-policy'

test('only calls that do no more when sent twice are repeatable', () => {
  const path = '/data/x'
  expect(isRepeatable({ method: 'GET', path })).toBe(true)
  expect(isRepeatable({ method: 'DELETE', path })).toBe(true)
  expect(isRepeatable({ method: 'PATCH', path, ifMatch: '"1"' })).toBe(true)
  expect(isRepeatable({ method: 'PATCH', path })).toBe(false)
  expect(isRepeatable({ method: 'PUT', path })).toBe(false)
  expect(isRepeatable({ method: 'POST', path })).toBe(false)
  expect(isRepeatable({ method: 'POST', path, repeatable: true })).toBe(true)
})

test('pauses stay under a doubling ceiling and never undercut Retry-After', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 40 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      fc.nat(60_000),
      (tries, random, after) => {
        const delay = delayBeforeRetryMs(defaultRetryPolicy, tries, () => random, after)
        expect(delay).toBeGreaterThanOrEqual(after)
        expect(delay).toBeLessThanOrEqual(Math.max(after, Math.min(15_000, 500 * 2 ** (tries - 1))))
      },
    ),
    { seed: 3 },
  )
})

test('Retry-After is understood as seconds and as a date', () => {
  const now = Date.parse('2026-11-24T10:00:00Z')
  expect(parseRetryAfterMs('7', now)).toBe(7_000)
  expect(parseRetryAfterMs('0', now)).toBe(0)
  expect(parseRetryAfterMs('Tue, 24 Nov 2026 10:00:30 GMT', now)).toBe(30_000)
  expect(parseRetryAfterMs('Tue, 24 Nov 2026 09:00:00 GMT', now)).toBe(0)
  expect(parseRetryAfterMs('soon', now)).toBeUndefined()
  expect(parseRetryAfterMs(null, now)).toBeUndefined()
})
