import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanedNames, cleanFieldNames, isFieldName } from './clean-field-names'

test('any names become distinct ones that the registry takes, and fine names stay as they are', () => {
  fc.assert(fc.property(fc.uniqueArray(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.constantFrom('a b', 'a_b', 'a.b', '_a', 'é', '金额'))), (names) => {
    const cleaned = cleanFieldNames(names)
    expect(cleaned.size).toBe(names.length)
    expect(new Set(cleaned.values()).size).toBe(names.length)
    expect([...cleaned].filter(([from, to]) => !isFieldName(to) || (isFieldName(from) && from !== to))).toEqual([])
  }))
})

test.each([['Full Name', 'Full_Name'], ['_links', 'links'], ['größe', 'gro_e'], ['card.brand', 'card_brand'], ['金额', 'field_1'], ['naïve', 'naive']])(
  '%s becomes %s', (from, to) => expect(cleanFieldNames([from]).get(from)).toBe(to),
)

test('what is cleaned is told with its place, also inside objects and lists', () => {
  const nested = { type: 'object', properties: { '3d_secure': {}, 'a b': { type: 'array', items: { type: 'object', properties: { '_x': {} } } } } }
  expect(cleanedNames([{ name: 'data', type: 'object', xdm: nested }])).toEqual([
    { path: 'data.a b', to: 'a_b' },
    { path: 'data.a b._x', to: 'x' },
  ])
})
