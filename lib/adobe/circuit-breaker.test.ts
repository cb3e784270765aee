import { beforeEach, describe, expect, test } from 'vitest'
import { createCircuitBreaker, type CircuitBreaker } from './circuit-breaker'

const origin = 'https://platform.adobe.io'
let now = 0
let breaker: CircuitBreaker

beforeEach(() => {
  now = 0
  breaker = createCircuitBreaker(() => now)
})

const failTimes = (times: number) => {
  for (let i = 0; i < times; i++) breaker.failed(origin)
}

describe('an origin that is down is left alone', () => {
  test('it opens after eight failures in a row, and only for that origin', () => {
    failTimes(7)
    expect(breaker.refusedForMs(origin)).toBeUndefined()
    failTimes(1)
    expect(breaker.refusedForMs(origin)).toBe(10_000)
    expect(breaker.refusedForMs('https://ims-na1.adobelogin.com')).toBeUndefined()
  })

  test('any answer in between starts the count anew', () => {
    failTimes(7)
    breaker.answered(origin)
    failTimes(7)
    expect(breaker.refusedForMs(origin)).toBeUndefined()
  })

  test('after the pause exactly one probe goes out; its success opens the way', () => {
    failTimes(8)
    now = 10_000
    expect(breaker.refusedForMs(origin)).toBeUndefined()
    expect(breaker.refusedForMs(origin)).toBe(1_000)
    breaker.answered(origin)
    expect(breaker.refusedForMs(origin)).toBeUndefined()
    expect(breaker.refusedForMs(origin)).toBeUndefined()
  })

  test('a failed probe doubles the pause, up to two minutes', () => {
    failTimes(8)
    const pauses = []
    for (let probe = 0; probe < 6; probe++) {
      now += breaker.refusedForMs(origin) ?? 0
      expect(breaker.refusedForMs(origin)).toBeUndefined()
      failTimes(1)
      pauses.push(breaker.refusedForMs(origin))
    }
    expect(pauses).toEqual([20_000, 40_000, 80_000, 120_000, 120_000, 120_000])
  })

  test('a cancelled probe lets the next call probe', () => {
    failTimes(8)
    now = 10_000
    breaker.refusedForMs(origin)
    breaker.released(origin)
    expect(breaker.refusedForMs(origin)).toBeUndefined()
  })

  test('stragglers that fail while it is open do not lengthen the pause', () => {
    failTimes(8)
    now = 5_000
    failTimes(3)
    expect(breaker.refusedForMs(origin)).toBe(5_000)
  })
})
