import { expect, test } from 'vitest'
import { paymentSources as sources, paymentTargets as targets } from '@/lib/testing/mapping-facts'
import { addLink, setExpression, setStatic } from '../commands'
import { emptyMapping } from '../mapping-document'
import { knownRows } from './known-rows'

test('of another table’s mapping, what names columns and paths of this one stays and the rest is left out', () => {
  const here = setStatic(addLink(emptyMapping, 'Transaction_Id', '_id'), 'commerce.order.currencyCode', 'EUR')
  const both = setExpression(addLink(addLink(here, 'Payout_Id', 'commerce.order.purchaseID'), 'Fee', '_other.fee'), '_acme.tries', 'to_integer(Attempts)')
  expect(knownRows(both, { sources, targets }).rows).toEqual(here.rows)
  expect(knownRows(here, { sources, targets })).toBe(here)
})
