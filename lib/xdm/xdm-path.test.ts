import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ancestorPaths, normalisePath, parentPath, parsePath, printPath, splitPath } from './xdm-path'

test('a path is read into names and positions', () => {
  expect(parsePath('a.b[0].c[*][1]')).toEqual([
    { name: 'a', indexes: [] }, { name: 'b', indexes: [0] }, { name: 'c', indexes: ['*', 1] },
  ])
})

test('an escaped dot belongs to its name', () => {
  expect(splitPath('First\\.Name.x')).toEqual(['First\\.Name', 'x'])
})

test('what is not a path is said to be none', () => {
  for (const path of ['', '.', 'a.', 'a..b', 'a[', 'a[x]', '[0]', 'a]']) expect(parsePath(path), path).toBeUndefined()
})

test('printing what was read gives the same text', () => {
  const name = fc.stringMatching(/^[a-zA-Z_][a-zA-Z0-9_]{0,6}$/)
  const segment = fc.tuple(name, fc.constantFrom('', '[0]', '[*]', '[12][*]')).map((parts) => parts.join(''))
  fc.assert(fc.property(fc.array(segment, { minLength: 1, maxLength: 5 }), (parts) => {
    const path = parts.join('.')
    expect(printPath(parsePath(path) ?? [])).toBe(path)
  }), { seed: 3 })
})

test('the field above is found without the brackets of its list', () => {
  expect(parentPath('payments[*].transactionID')).toBe('payments')
  expect(parentPath('payments')).toBeUndefined()
  expect(parentPath('First\\.Name')).toBeUndefined()
  expect(parentPath('a[*][*].First\\.Name')).toBe('a')
  expect(ancestorPaths('a.b[*].c.d')).toEqual(['a.b[*].c', 'a.b', 'a'])
})

test('a position stands for any item', () => {
  expect(normalisePath('a[0].b[12]')).toBe('a[*].b[*]')
})
