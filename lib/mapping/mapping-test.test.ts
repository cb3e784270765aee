import { expect, test } from 'vitest'
import { paymentTargets as targets } from '@/lib/testing/mapping-facts'
import { indexFields } from '@/lib/xdm/field-index'
import { addLink, removeRow, setExpression } from './commands'
import { emptyMapping, mappingDocument } from './mapping-document'
import { acceptTest, keepAsTest, removeTest, runTests } from './mapping-test'

const trees = { targets, targetIndex: indexFields(targets) }
const document = setExpression(addLink(emptyMapping, 'id', '_id'), 'commerce.order.priceTotal', 'cents / 100.0')
const kept = keepAsTest(document, { id: 'T1', cents: 1250 }, 'A payment', trees, 0)
const differencesOf = (one: typeof kept) => runTests(one, trees).map(({ differences }) => differences)

test('a row kept as a test passes until an edit changes what comes out, and the difference is named', () => {
  expect(differencesOf(kept)).toEqual([[]])
  const changed = setExpression(kept, 'commerce.order.priceTotal', 'cents / 10.0')
  expect(differencesOf(changed)).toEqual([[{ destination: 'commerce.order.priceTotal', expected: 12.5, actual: 125 }]])
  expect(differencesOf(acceptTest(changed, 't1', trees))).toEqual([[]])
})

test('a link that is gone breaks the test that saw its value', () => {
  expect(differencesOf(removeRow(kept, 'r1'))).toEqual([[{ destination: '_id', expected: 'T1', actual: null }]])
})

test('tests are part of the document: they are kept with it and can be removed', () => {
  expect(mappingDocument.parse(JSON.parse(JSON.stringify(kept)))).toEqual(kept)
  expect(removeTest(kept, 't1').tests).toEqual([])
})
