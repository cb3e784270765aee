import { authSchema, plain, restSource, secret } from './connection-spec'

/** Generic REST API: any provider that has no specification of its own. */
export const genericRestSpec = restSource({
  id: '4e98f16f-87d6-4ef0-bdc6-7a2b0fe76e62',
  name: 'generic-rest',
  label: 'Generic REST API',
  category: 'protocols',
  description: 'Any address that answers JSON.',
  authSpec: [
    {
      name: 'oAuth2RefreshCode',
      type: 'OAuth2RefreshCode',
      spec: authSchema(
        {
          host: plain('Root address of the service.'),
          authorizationTestUrl: plain('Address asked once to see whether the credentials work.'),
          clientId: plain('Client id.'),
          clientSecret: secret('Client secret.'),
          accessToken: secret('Access token.'),
          refreshToken: secret('Refresh token.'),
          expirationDate: { ...plain('When the access token ends.'), 'ui:hidden': true },
          accessTokenUrl: plain('Address at which tokens are got.'),
          requestParameterOverride: { type: 'object', description: 'Parameters that differ from the usual.' },
        },
        ['accessToken'],
      ),
    },
    {
      name: 'Basic Authentication',
      type: 'BasicAuthentication',
      spec: authSchema(
        { host: plain('Root address of the service.'), username: plain('User name.'), password: secret('Password.') },
        ['host', 'username', 'password'],
      ),
    },
  ],
})
