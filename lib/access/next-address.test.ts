import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeNextAddress } from './next-address'

test.each(['/', '/flows', '/flows/setup/1/mapping?x=1', '/flows#runs'])('%s of this app is kept', (address) => {
  expect(safeNextAddress(address)).toBe(address)
})

test.each([
  '//evil.example', '/\\evil.example', '\\\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/\t/evil.example',
  '/\n/evil.example', '/.//evil.example', '/x/..//evil.example', ' /flows', '', 'flows', undefined, null, ['/flows'], 7, '/%0d%0aset-cookie:x=1\r\n',
])('%o leads to the start page', (address) => {
  expect(safeNextAddress(address)).toBe('/')
})

test('no text leads to another origin', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('', '/', '//', '/\\', '/.//'), (text, start) => {
      expect(new URL(safeNextAddress(start + text), 'https://app.example').origin).toBe('https://app.example')
    }),
    { seed: 11 },
  )
})
