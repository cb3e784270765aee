import { authSchema, restSource, secret } from './connection-spec'

/** Stripe: a REST source, known by its resources and not by tables. */
export const stripeSpec = restSource({
  id: 'cc2c31d6-7b8c-4581-b49f-5c8698aa3ab3',
  name: 'stripe',
  label: 'Stripe',
  category: 'payments',
  description: 'Charges, subscriptions, refunds, balance, customers and prices of a Stripe account.',
  isBeta: true,
  authSpec: [
    {
      name: 'OAuth2 Refresh Code',
      type: 'OAuth2RefreshCode',
      spec: authSchema({ accessToken: secret('Secret API key of the Stripe account.') }, ['accessToken']),
    },
  ],
})
