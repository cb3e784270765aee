import { authSchema, plain, secret, tableSource } from './connection-spec'

/** Square. */
export const squareSpec = tableSource({
  id: '2acf109f-9b66-4d5e-bc18-ebb2adcff8d5',
  name: 'square',
  label: 'Square',
  category: 'payments',
  description: 'Payments, refunds, customers and catalogue of a Square seller.',
  authSpec: [
    {
      name: 'OAuth2 Refresh Code',
      type: 'OAuth2RefreshCode',
      spec: authSchema(
        {
          host: plain('Address of the Square instance, without a scheme.'),
          clientId: plain('Application id.'),
          clientSecret: secret('Application secret.'),
          accessToken: secret('Access token of the seller.'),
          refreshToken: secret('Refresh token by which new access tokens are got.'),
        },
        ['host', 'clientId', 'clientSecret', 'accessToken', 'refreshToken'],
      ),
    },
  ],
})
