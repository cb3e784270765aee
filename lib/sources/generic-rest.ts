import type { PaymentsSource } from './payments-source'

/** Adobe's connection specification for any service that answers JSON; the presets beside this file build on it. */
export const genericRestSpec = { id: '4e98f16f-87d6-4ef0-bdc6-7a2b0fe76e62', version: '1.0' }

/** The way in for a payments system without a specification of its own. Adobe does not say which resources it has: they are typed. */
export const genericRest: PaymentsSource = {
  key: 'generic-rest',
  name: 'Generic REST API',
  connectionSpec: genericRestSpec,
  flowSpecName: 'RestStorageToAEP',
  kind: 'rest',
  authSpecName: 'Basic Authentication',
  status: 'beta',
  authFields: {
    host: { example: 'https://api.example.com' },
    authorizationTestUrl: { example: 'https://api.example.com/me' },
    accessTokenUrl: { example: 'https://api.example.com/oauth2/token' },
  },
  resources: [],
  objects: [],
}
