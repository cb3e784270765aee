import { expect, test } from 'vitest'
import { paymentTargets } from '@/lib/testing/mapping-facts'
import { indexFields } from '@/lib/xdm/field-index'
import { fitOf } from './compatibility'
import { destinationFor } from './destination-path'
import type { SourceType } from './mapping-document'

const index = indexFields(paymentTargets)
const target = (path: string) => {
  const field = index.get(path)
  if (!field) throw new Error(`no ${path} in the test's schema`)
  return field
}

const cases: [SourceType, string, string, string][] = [
  ['string', '_id', 'exact', 'same'],
  ['string', 'commerce.order.priceTotal', 'lossy', 'textToNumber'],
  ['string', 'timestamp', 'lossy', 'textToDate'],
  ['string', 'commerce.order.orderType', 'lossy', 'textToEnum'],
  ['string', 'commerce.order.currencyCode', 'safe', 'textToForm'],
  ['number', 'commerce.order.priceTotal', 'exact', 'same'],
  ['integer', 'commerce.order.priceTotal', 'safe', 'integerToNumber'],
  ['number', '_acme.tries', 'lossy', 'dropsFraction'],
  ['number', '_acme.isTest', 'impossible', 'numberToBoolean'],
  ['integer', 'timestamp', 'impossible', 'numberToDate'],
  ['date-time', 'timestamp', 'exact', 'same'],
  ['date', 'timestamp', 'safe', 'dateToDateTime'],
  ['boolean', '_acme.isTest', 'exact', 'same'],
  ['boolean', 'timestamp', 'impossible', 'booleanToOther'],
  ['string', 'commerce.order', 'impossible', 'needsChild'],
  ['string', 'commerce.order.payments', 'impossible', 'needsChild'],
  ['string', 'identityMap', 'impossible', 'needsKey'],
  ['object', 'commerce.order', 'safe', 'sameNames'],
  ['array', 'commerce.order.payments', 'safe', 'listToList'],
  ['array', '_id', 'impossible', 'listToValue'],
  ['string', 'tags', 'safe', 'firstItem'],
  ['unknown', '_id', 'lossy', 'unknownType'],
]

test.each(cases)('a %s onto %s is %s (%s)', (source, path, level, reason) => {
  expect(fitOf(source, target(path))).toEqual({ level, reason })
})

test('a single value goes into the first item, a list walks along with a list', () => {
  const inItem = target('commerce.order.payments[*].transactionID')
  expect(destinationFor({ path: 'Id', type: 'string' }, inItem)).toBe('commerce.order.payments[0].transactionID')
  expect(destinationFor({ path: 'items[*].id', type: 'string' }, inItem)).toBe('commerce.order.payments[*].transactionID')
  expect(destinationFor({ path: 'Id', type: 'string' }, target('tags'))).toBe('tags[0]')
  expect(destinationFor({ path: 'items', type: 'array' }, target('tags'))).toBe('tags')
})
