import fc from 'fast-check'
import { expect, test } from 'vitest'

import type { JsonObject } from './content/types'
import { copyJson } from './json'
import { applyJsonPatch } from './json-patch'

const document: JsonObject = { title: 'A', list: [1, 2], 'a/b': { '~': 1 } }
const patch = (...operations: object[]) => applyJsonPatch(document, JSON.parse(JSON.stringify(operations)))

test('adds, replaces and removes, at the end of a list too', () => {
  const result = patch(
    { op: 'add', path: '/list/-', value: 3 },
    { op: 'add', path: '/list/0', value: 0 },
    { op: 'REPLACE', path: '/title', value: 'B' },
    { op: 'remove', path: '/a~1b/~0' },
  )
  expect(result).toEqual({ ok: true, document: { title: 'B', list: [0, 1, 2, 3], 'a/b': {} } })
})

test.each([
  [{ op: 'replace', path: '/none', value: 1 }],
  [{ op: 'remove', path: '/list/2' }],
  [{ op: 'add', path: '/list/5', value: 1 }],
  [{ op: 'add', path: '/none/below', value: 1 }],
  [{ op: 'add', path: 'title', value: 1 }],
  [{ op: 'add', path: '/title' }],
  [{ op: 'move', from: '/title', path: '/name' }],
  [{ op: 'add', path: '/__proto__/polluted', value: 1 }],
  [{ op: 'test', path: '/title', value: 'A' }],
])('refuses %o as a whole', (operation) => {
  expect(patch({ op: 'replace', path: '/title', value: 'B' }, operation, { op: 'remove', path: '/list' }).ok).toBe(false)
})

test('leaves the document it was given alone', () => {
  const before = copyJson(document)
  const paths = fc.constantFrom('/title', '/list', '/list/0', '/list/-', '/a~1b', '/a~1b/~0', '/new')
  const operations = fc.array(fc.record({ op: fc.constantFrom('add', 'replace', 'remove'), path: paths, value: fc.integer() }))
  fc.assert(
    fc.property(operations, (list) => {
      patch(...list)
      expect(document).toEqual(before)
    }),
  )
})
