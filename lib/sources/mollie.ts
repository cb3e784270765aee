import { genericRestSpec } from './generic-rest'
import { compute, take } from './starters'
import { xdmClasses, xdmGroups } from './xdm-ids'
import type { PaymentsSource } from './payments-source'

/** Mollie's API over Adobe's generic source. Amounts are texts in the currency itself, times ISO 8601. */
export const mollie: PaymentsSource = {
  key: 'mollie',
  name: 'Mollie',
  connectionSpec: genericRestSpec,
  flowSpecName: 'RestStorageToAEP',
  kind: 'rest',
  authSpecName: 'oAuth2RefreshCode',
  status: 'beta',
  isPreset: true,
  authFields: {
    host: { default: 'https://api.mollie.com', example: 'https://api.mollie.com' },
    accessTokenUrl: { default: 'https://api.mollie.com/oauth2/tokens' },
    authorizationTestUrl: { default: 'https://api.mollie.com/v2/organizations/me' },
    accessToken: { example: 'access_…' },
  },
  credentialsPage: 'https://docs.mollie.com/reference/authentication',
  resources: ['v2/payments', 'v2/customers', 'v2/refunds', 'v2/settlements'],
  objects: [
    {
      words: ['payments', 'payment'],
      classId: xdmClasses.experienceEvent,
      fieldGroupIds: [xdmGroups.commerce],
      starters: [
        take('_id', 'data.id'),
        take('timestamp', 'data.createdAt'),
        compute('eventType', 'iif(data.status == "paid", "commerce.purchases", concat("mollie.payment.", data.status))'),
        take('commerce.order.purchaseID', 'data.orderId'),
        take('commerce.order.priceTotal', 'data.amount.value'),
        take('commerce.order.currencyCode', 'data.amount.currency'),
        take('commerce.order.refundTotal', 'data.amountRefunded.value'),
        take('commerce.order.payments[0].transactionID', 'data.id'),
        take('commerce.order.payments[0].paymentAmount', 'data.amount.value'),
        take('commerce.order.payments[0].currencyCode', 'data.amount.currency'),
        take('commerce.order.payments[0].paymentType', 'data.method'),
      ],
    },
    {
      words: ['customers', 'customer'],
      classId: xdmClasses.profile,
      fieldGroupIds: [xdmGroups.person, xdmGroups.contact],
      identity: { path: 'personalEmail.address', namespace: 'Email' },
      starters: [
        take('_id', 'data.id'),
        take('personID', 'data.id'),
        take('person.name.fullName', 'data.name'),
        take('personalEmail.address', 'data.email'),
      ],
    },
    {
      words: ['refunds', 'refund'],
      classId: xdmClasses.experienceEvent,
      fieldGroupIds: [xdmGroups.commerce],
      starters: [
        take('_id', 'data.id'),
        take('timestamp', 'data.createdAt'),
        take('commerce.order.refunds[0].transactionID', 'data.id'),
        take('commerce.order.refunds[0].refundAmount', 'data.amount.value'),
        take('commerce.order.refunds[0].currencyCode', 'data.amount.currency'),
      ],
    },
  ],
}
