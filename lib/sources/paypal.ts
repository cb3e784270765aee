import { xdm, xdmClasses } from './xdm-ids'
import type { PaymentsSource } from './payments-source'

/** Adobe marks PayPal as to be deprecated (June 2025) but existing specifications keep answering: the workspace decides. */
export const paypal: PaymentsSource = {
  key: 'paypal',
  name: 'PayPal',
  connectionSpec: { id: '221c7626-58f6-4eec-8ee2-042b0226f03b', version: '1.0' },
  flowSpecName: 'CRMToAEP',
  kind: 'table',
  authSpecName: 'Client-Id-Secret Based Authentication',
  status: 'deprecated',
  dataFormat: 'tabular',
  authFields: {
    host: { default: 'api.sandbox.paypal.com', example: 'api.paypal.com' },
    clientId: {},
    clientSecret: {},
  },
  tableHints: [
    {
      words: ['product', 'products'],
      classId: xdmClasses.product,
      fieldGroupIds: [xdm('mixins/product-category'), xdm('mixins/product-catalog')],
    },
    { words: ['plan', 'plans'], classId: xdmClasses.plan, fieldGroupIds: [] },
    {
      words: ['transaction', 'transactions', 'order', 'orders', 'payment', 'payments', 'capture', 'captures', 'refund', 'refunds',
        'invoice', 'invoices', 'dispute', 'disputes', 'payout', 'payouts', 'subscription', 'subscriptions'],
      classId: xdmClasses.experienceEvent,
      fieldGroupIds: [xdm('context/experienceevent-commerce'), xdm('context/profile-personal-details')],
    },
    {
      words: ['customer', 'customers', 'payer', 'payers', 'user', 'users'],
      classId: xdmClasses.profile,
      fieldGroupIds: [xdm('context/profile-person-details'), xdm('context/profile-personal-details')],
    },
  ],
}
