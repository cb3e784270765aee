import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findCallAt } from './call-at'

const at = (marked: string) => {
  const position = marked.indexOf('|')
  const found = findCallAt(marked.replace('|', ''), position)
  return found && `${found.name} ${found.argument}`
}

test('names the innermost call and the argument the cursor is in, whatever is still open', () => {
  expect(at('concat(|')).toBe('concat 0')
  expect(at('concat(a, lower(b), |c)')).toBe('concat 2')
  expect(at('concat(a, lower(|')).toBe('lower 0')
  expect(at('concat(a, ["x", |')).toBe('concat 1')
  expect(at('concat(a, "half a te|')).toBe('concat 1')
  expect(at('iif((a + |b), 1, 2)')).toBe('iif 0')
  expect(at('lower(a) + |b')).toBeUndefined()
})

test('never throws, whatever is typed and wherever the cursor is', () => {
  const typed = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('(', ')', ',', '"', '${', '}', 'a', '.', '[', '\\', '/*', '=', '0x') }))
  fc.assert(fc.property(typed, fc.nat(60), (text, position) => {
    expect(findCallAt(text, position)?.argument ?? 0).toBeGreaterThanOrEqual(0)
  }), { seed: 21 })
})
