import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rowWindow } from './row-window'

test('whatever is to be seen is drawn, with little beyond it, however long the list', () => {
  const cases = fc.record({ scrollTop: fc.nat(200_000), height: fc.integer({ min: 1, max: 2_000 }), rowHeight: fc.constantFrom(32, 40), count: fc.nat(6_000) })
  fc.assert(fc.property(cases, ({ scrollTop, height, rowHeight, count }) => {
    const { first, last } = rowWindow(scrollTop, height, rowHeight, count)
    const seen = Array.from({ length: count }, (_, place) => place)
      .filter((place) => (place + 1) * rowHeight > scrollTop && place * rowHeight < scrollTop + height)
    for (const place of seen) expect(place >= first && place < last).toBe(true)
    expect(last - first).toBeLessThanOrEqual(Math.ceil(height / rowHeight) + 26)
    expect(first).toBeGreaterThanOrEqual(0)
    expect(last).toBeLessThanOrEqual(count)
  }))
})

test('a scroll of half a row draws nothing anew', () => {
  expect(rowWindow(3_232, 640, 32, 500)).toEqual(rowWindow(3_250, 640, 32, 500))
})
