import { compute, fromEpochSeconds, fromMinorUnits, take, write } from './starters'
import { xdm, xdmClasses, xdmGroups } from './xdm-ids'
import type { ObjectHint, PaymentsSource } from './payments-source'

const email = { path: 'personalEmail.address', namespace: 'Email' }
const amount = (field: string) => fromMinorUnits(`data.${field}`, 'data.currency')
const currency = 'upper(data.currency)'
const created = fromEpochSeconds('data.created')

const charges: ObjectHint = {
  words: ['charge', 'charges'],
  classId: xdmClasses.experienceEvent,
  fieldGroupIds: [xdmGroups.commerce, xdmGroups.contact],
  identity: email,
  starters: [
    take('_id', 'data.id'),
    compute('timestamp', created),
    compute('eventType', 'iif(data.paid, "commerce.purchases", concat("stripe.charge.", data.status))'),
    take('commerce.order.purchaseID', 'data.payment_intent'),
    compute('commerce.order.priceTotal', amount('amount')),
    compute('commerce.order.currencyCode', currency),
    compute('commerce.order.refundTotal', amount('amount_refunded')),
    take('commerce.order.payments[0].transactionID', 'data.balance_transaction'),
    compute('commerce.order.payments[0].paymentAmount', amount('amount_captured')),
    compute('commerce.order.payments[0].currencyCode', currency),
    take('commerce.order.payments[0].paymentType', 'data.payment_method_details.type'),
    take('personalEmail.address', 'data.billing_details.email'),
    take('billingAddress.street1', 'data.billing_details.address.line1'),
    take('billingAddress.city', 'data.billing_details.address.city'),
    take('billingAddress.postalCode', 'data.billing_details.address.postal_code'),
    take('billingAddress.countryCode', 'data.billing_details.address.country'),
  ],
}

const subscriptions: ObjectHint = {
  words: ['subscription', 'subscriptions'],
  classId: xdmClasses.experienceEvent,
  fieldGroupIds: [xdmGroups.commerce],
  starters: [
    // A subscription comes again at every change; the invoice it was last billed by tells the changes apart.
    compute('_id', 'concat(data.id, "-", data.latest_invoice)'),
    compute('timestamp', fromEpochSeconds('data.current_period_start')),
    compute('eventType', 'concat("stripe.subscription.", data.status)'),
    take('commerce.order.purchaseID', 'data.id'),
    compute('commerce.order.createdDate', created),
    compute('commerce.order.cancelDate', fromEpochSeconds('data.canceled_at')),
    compute('commerce.order.currencyCode', currency),
  ],
}

const refunds: ObjectHint = {
  words: ['refund', 'refunds'],
  classId: xdmClasses.experienceEvent,
  fieldGroupIds: [xdmGroups.commerce],
  starters: [
    take('_id', 'data.id'),
    compute('timestamp', created),
    write('eventType', 'stripe.refund'),
    take('commerce.order.purchaseID', 'data.payment_intent'),
    take('commerce.order.refunds[0].transactionID', 'data.id'),
    compute('commerce.order.refunds[0].refundAmount', amount('amount')),
    compute('commerce.order.refunds[0].currencyCode', currency),
  ],
}

const balance: ObjectHint = {
  words: ['balance', 'transaction', 'transactions'],
  classId: xdmClasses.experienceEvent,
  fieldGroupIds: [xdm('mixins/experienceevent-service-payment-details')],
  starters: [
    take('_id', 'data.id'),
    compute('timestamp', created),
    compute('eventType', 'concat("stripe.balance.", data.type)'),
    take('service-payment-details.servicePayment.transactionID', 'data.id'),
    take('service-payment-details.servicePayment.transactionType', 'data.type'),
    compute('service-payment-details.servicePayment.transactionDate', created),
    compute('service-payment-details.servicePayment.transactionAmount.amount', amount('amount')),
    compute('service-payment-details.servicePayment.transactionAmount.currencyCode', currency),
  ],
}

const customers: ObjectHint = {
  words: ['customer', 'customers'],
  classId: xdmClasses.profile,
  fieldGroupIds: [xdmGroups.person, xdmGroups.contact],
  identity: email,
  starters: [
    take('_id', 'data.id'),
    take('personID', 'data.id'),
    take('person.name.fullName', 'data.name'),
    take('personalEmail.address', 'data.email'),
    take('mobilePhone.number', 'data.phone'),
    take('homeAddress.street1', 'data.address.line1'),
    take('homeAddress.street2', 'data.address.line2'),
    take('homeAddress.city', 'data.address.city'),
    take('homeAddress.postalCode', 'data.address.postal_code'),
    take('homeAddress.countryCode', 'data.address.country'),
  ],
}

const prices: ObjectHint = {
  words: ['price', 'prices', 'product', 'products'],
  classId: xdmClasses.product,
  fieldGroupIds: [xdm('mixins/product-identifiers')],
  starters: [
    take('_id', 'data.id'),
    take('productID', 'data.product'),
    take('productName', 'data.nickname'),
    take('productSKU', 'data.id'),
    compute('productListPrice.amount', amount('unit_amount')),
    compute('productListPrice.currencyCode', currency),
  ],
}

/** Six resources of a Stripe account; records lie under `data`, amounts are in minor units, times in epoch seconds. */
export const stripe: PaymentsSource = {
  key: 'stripe',
  name: 'Stripe',
  connectionSpec: { id: 'cc2c31d6-7b8c-4581-b49f-5c8698aa3ab3', version: '1.0' },
  flowSpecName: 'RestStorageToAEP',
  kind: 'rest',
  authSpecName: 'OAuth2 Refresh Code',
  status: 'beta',
  authFields: { accessToken: { example: 'sk_test_…' } },
  credentialsPage: 'https://dashboard.stripe.com/apikeys',
  resources: ['charges', 'subscriptions', 'refunds', 'balance_transactions', 'customers', 'prices'],
  objects: [charges, subscriptions, refunds, balance, customers, prices],
}
