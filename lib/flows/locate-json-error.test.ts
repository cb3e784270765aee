import fc from 'fast-check'
import { expect, test } from 'vitest'
import { locateJsonError } from './locate-json-error'

test.each([
  ['{\n  "a": flow\n}', 2, 8],
  ['{\n  "a": 1,\n}', 3, 1],
  ['{"a": 1 "b": 2}', 1, 9],
  ['[1, 2', 1, 6],
  ['{"a": 01}', 1, 8],
  ["{'a': 1}", 1, 2],
  ['{} x', 1, 4],
  ['["a\nb"]', 1, 2],
])('%j stops being JSON at %i:%i', (text, line, column) => {
  expect(locateJsonError(text)).toEqual({ line, column })
})

test('finds an error exactly where JSON.parse finds one', () => {
  const isJson = (text: string) => {
    try {
      JSON.parse(text)
      return true
    } catch {
      return false
    }
  }
  const signs = fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '"\\u00e9"', '-', '0', '1.5', 'e3', 'true', 'nul', ' ', '\n', '\\', '"')
  const spoiled = fc.tuple(fc.json(), fc.nat(), signs).map(([text, at, sign]) => {
    const place = at % (text.length + 1)
    return text.slice(0, place) + sign + text.slice(place)
  })
  fc.assert(
    fc.property(fc.oneof(fc.json(), spoiled, fc.array(signs).map((all) => all.join(''))), (text) => {
      expect(locateJsonError(text) === undefined).toBe(isJson(text))
    }),
    { numRuns: 2000 },
  )
})
