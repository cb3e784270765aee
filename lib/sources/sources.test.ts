import { describe, expect, test } from 'vitest'
import { catalogue, findSource } from './catalogue'
import { paymentsSource } from './payments-source'
import { tableHintFor } from './table-hint'
import { xdmClasses } from './xdm-ids'

test.each(catalogue.map((source) => [source.key, source] as const))('%s is described completely', (_key, source) => {
  expect(paymentsSource.parse(source)).toEqual(source)
})

test('no two sources share a key or a connection specification', () => {
  expect(new Set(catalogue.map(({ key }) => key)).size).toBe(catalogue.length)
  expect(new Set(catalogue.map(({ connectionSpec }) => connectionSpec.id)).size).toBe(catalogue.length)
})

describe('advice for a table', () => {
  const paypal = findSource('paypal')
  test.each([
    ['PayPal.Catalog_Products', xdmClasses.product],
    ['PayPal.Transactions', xdmClasses.experienceEvent],
    ['PayPal.Billing_Plans', xdmClasses.plan],
    ['Stripe.CustomerOrders', xdmClasses.experienceEvent],
    ['PayPal.Customers', xdmClasses.profile],
  ])('%s', (table, classId) => {
    expect(tableHintFor(paypal, table)?.classId).toBe(classId)
  })

  test('says nothing of a table it does not recognise', () => {
    expect(tableHintFor(paypal, 'PayPal.Webhooks')).toBeUndefined()
    expect(tableHintFor(paypal, undefined)).toBeUndefined()
    expect(tableHintFor(undefined, 'PayPal.Orders')).toBeUndefined()
  })
})
