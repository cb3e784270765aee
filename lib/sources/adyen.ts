import { genericRestSpec } from './generic-rest'
import type { PaymentsSource } from './payments-source'

/** Adyen's Management API over Adobe's generic source. Payments themselves leave Adyen as reports and webhooks, not by REST. */
export const adyen: PaymentsSource = {
  key: 'adyen',
  name: 'Adyen',
  connectionSpec: genericRestSpec,
  flowSpecName: 'RestStorageToAEP',
  kind: 'rest',
  authSpecName: 'Basic Authentication',
  status: 'beta',
  isPreset: true,
  authFields: {
    host: { default: 'https://management-test.adyen.com', example: 'https://management-live.adyen.com' },
    username: { example: 'ws_123456@Company.TestCompany' },
  },
  credentialsPage: 'https://docs.adyen.com/development-resources/api-credentials/',
  resources: ['v3/merchants', 'v3/stores'],
  objects: [],
}
