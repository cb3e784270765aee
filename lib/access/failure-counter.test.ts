import { describe, expect, test } from 'vitest'
import { makeFailureCounter } from './failure-counter'

const minute = 60_000

function failTimes(times: number) {
  const failures = makeFailureCounter()
  for (let time = 0; time < times; time++) failures.count('ada', 0)
  return failures
}

describe('guessing at one account', () => {
  test('four mistakes cost nothing', () => {
    expect(failTimes(4).waitMs('ada', 0)).toBe(0)
  })

  test.each([[5, 1000], [6, 2000], [7, 4000], [10, 32_000], [11, minute], [200, minute]])('after %i failures the next try waits %i ms', (times, waitMs) => {
    expect(failTimes(times).waitMs('ada', 0)).toBe(waitMs)
  })

  test('its owner gets in after a minute at most, however many guesses there were', () => {
    expect(failTimes(100_000).waitMs('ada', minute)).toBe(0)
  })

  test('other accounts are not slowed down', () => {
    expect(failTimes(50).waitMs('grace', 0)).toBe(0)
  })

  test('signing in forgets the failures, and so does a quarter of an hour of peace', () => {
    const failures = failTimes(6)
    expect(failures.waitMs('ada', 15 * minute + 1)).toBe(0)
    failures.count('grace', 0)
    failures.forget('grace')
    expect(failures.waitMs('grace', 0)).toBe(0)
  })
})
