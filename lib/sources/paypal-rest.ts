import { genericRestSpec } from './generic-rest'
import { compute, take, write } from './starters'
import { xdmClasses, xdmGroups } from './xdm-ids'
import type { PaymentsSource } from './payments-source'

const info = 'data.transaction_info'

/** PayPal's own REST API over Adobe's generic source: what remains when the PayPal source is retired. */
export const paypalRest: PaymentsSource = {
  key: 'paypal-rest',
  name: 'PayPal (REST API)',
  connectionSpec: genericRestSpec,
  flowSpecName: 'RestStorageToAEP',
  kind: 'rest',
  authSpecName: 'oAuth2RefreshCode',
  status: 'beta',
  isPreset: true,
  authFields: {
    host: { default: 'https://api-m.sandbox.paypal.com', example: 'https://api-m.paypal.com' },
    accessTokenUrl: { default: 'https://api-m.sandbox.paypal.com/v1/oauth2/token', example: 'https://api-m.paypal.com/v1/oauth2/token' },
    authorizationTestUrl: { example: 'https://api-m.paypal.com/v1/identity/oauth2/userinfo?schema=paypalv1.1' },
  },
  credentialsPage: 'https://developer.paypal.com/dashboard/applications',
  resources: ['v1/reporting/transactions', 'v1/catalogs/products', 'v1/billing/plans', 'v1/customer/disputes'],
  objects: [
    {
      words: ['transactions', 'reporting'],
      classId: xdmClasses.experienceEvent,
      fieldGroupIds: [xdmGroups.commerce, xdmGroups.contact],
      identity: { path: 'personalEmail.address', namespace: 'Email' },
      starters: [
        take('_id', `${info}.transaction_id`),
        take('timestamp', `${info}.transaction_initiation_date`),
        compute('eventType', `concat("paypal.", ${info}.transaction_event_code)`),
        take('commerce.order.purchaseID', `${info}.invoice_id`),
        take('commerce.order.priceTotal', `${info}.transaction_amount.value`),
        take('commerce.order.currencyCode', `${info}.transaction_amount.currency_code`),
        take('commerce.order.payments[0].transactionID', `${info}.transaction_id`),
        take('commerce.order.payments[0].paymentAmount', `${info}.transaction_amount.value`),
        take('commerce.order.payments[0].currencyCode', `${info}.transaction_amount.currency_code`),
        write('commerce.order.payments[0].paymentType', 'paypal'),
        take('personalEmail.address', 'data.payer_info.email_address'),
      ],
    },
    {
      words: ['products', 'product'],
      classId: xdmClasses.product,
      fieldGroupIds: [],
      starters: [
        take('_id', 'data.id'),
        take('productID', 'data.id'),
        take('productName', 'data.name'),
        take('productDescription', 'data.description'),
      ],
    },
    {
      words: ['plans', 'plan'],
      classId: xdmClasses.plan,
      fieldGroupIds: [],
      starters: [take('_id', 'data.id'), take('planID', 'data.id'), take('planName', 'data.name')],
    },
    {
      words: ['disputes', 'dispute'],
      classId: xdmClasses.experienceEvent,
      fieldGroupIds: [xdmGroups.commerce],
      starters: [
        compute('_id', 'concat(data.dispute_id, "-", data.update_time)'),
        take('timestamp', 'data.update_time'),
        compute('eventType', 'concat("paypal.dispute.", lower(data.dispute_state))'),
        take('commerce.order.payments[0].paymentAmount', 'data.dispute_amount.value'),
        take('commerce.order.payments[0].currencyCode', 'data.dispute_amount.currency_code'),
      ],
    },
  ],
}
