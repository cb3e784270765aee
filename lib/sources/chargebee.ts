import { genericRestSpec } from './generic-rest'
import { compute, fromEpochSeconds, fromMinorUnits, take } from './starters'
import { xdmClasses, xdmGroups } from './xdm-ids'
import type { PaymentsSource } from './payments-source'

/** Chargebee's API over Adobe's generic source: the API key is the user name, the password stays empty or any text. */
export const chargebee: PaymentsSource = {
  key: 'chargebee',
  name: 'Chargebee',
  connectionSpec: genericRestSpec,
  flowSpecName: 'RestStorageToAEP',
  kind: 'rest',
  authSpecName: 'Basic Authentication',
  status: 'beta',
  isPreset: true,
  authFields: { host: { example: 'https://your-site.chargebee.com' }, username: { example: 'live_…' } },
  credentialsPage: 'https://www.chargebee.com/docs/api_keys.html',
  resources: ['api/v2/transactions', 'api/v2/customers', 'api/v2/subscriptions', 'api/v2/invoices'],
  objects: [
    {
      words: ['transactions', 'transaction'],
      classId: xdmClasses.experienceEvent,
      fieldGroupIds: [xdmGroups.commerce],
      starters: [
        take('_id', 'data.transaction.id'),
        compute('timestamp', fromEpochSeconds('data.transaction.date')),
        compute('eventType', 'concat("chargebee.", data.transaction.type)'),
        compute('commerce.order.payments[0].paymentAmount', fromMinorUnits('data.transaction.amount', 'data.transaction.currency_code')),
        take('commerce.order.payments[0].currencyCode', 'data.transaction.currency_code'),
        take('commerce.order.payments[0].transactionID', 'data.transaction.id'),
        take('commerce.order.payments[0].paymentType', 'data.transaction.payment_method'),
      ],
    },
    {
      words: ['customers', 'customer'],
      classId: xdmClasses.profile,
      fieldGroupIds: [xdmGroups.person, xdmGroups.contact],
      identity: { path: 'personalEmail.address', namespace: 'Email' },
      starters: [
        take('_id', 'data.customer.id'),
        take('personID', 'data.customer.id'),
        take('person.name.firstName', 'data.customer.first_name'),
        take('person.name.lastName', 'data.customer.last_name'),
        take('personalEmail.address', 'data.customer.email'),
      ],
    },
  ],
}
