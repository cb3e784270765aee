import { authSchema, plain, secret, tableSource } from './connection-spec'

/** PayPal: deprecated by Adobe in 2025, and still what its tutorials are written on. */
export const payPalSpec = tableSource({
  id: '221c7626-58f6-4eec-8ee2-042b0226f03b',
  name: 'paypal',
  label: 'PayPal',
  category: 'payments',
  description: 'Products, plans, orders and transactions of a PayPal business account.',
  authSpec: [
    {
      name: 'Client-Id-Secret Based Authentication',
      type: 'ClientIdSecret',
      spec: authSchema(
        {
          host: { ...plain('Address of the PayPal instance, without a scheme.'), default: 'api.sandbox.paypal.com' },
          clientId: plain('Client id of the PayPal application.'),
          clientSecret: secret('Client secret of the PayPal application.'),
        },
        ['clientId', 'clientSecret'],
      ),
    },
  ],
})
