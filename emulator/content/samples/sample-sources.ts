import type { SampleSource } from '../types'
import { genericRestResources } from './generic-rest/generic-rest-resources'
import { payPalTables } from './paypal/paypal-tables'
import { squareTables } from './square/square-tables'
import { stripeResources } from './stripe/stripe-resources'

/** Every source that the emulator can play, by the id of its connection specification. */
export function sampleSources(): SampleSource[] {
  return [
    { connectionSpecId: '221c7626-58f6-4eec-8ee2-042b0226f03b', kind: 'table', tables: payPalTables, resources: [] },
    { connectionSpecId: '2acf109f-9b66-4d5e-bc18-ebb2adcff8d5', kind: 'table', tables: squareTables, resources: [] },
    { connectionSpecId: 'cc2c31d6-7b8c-4581-b49f-5c8698aa3ab3', kind: 'rest', tables: [], resources: stripeResources },
    { connectionSpecId: '4e98f16f-87d6-4ef0-bdc6-7a2b0fe76e62', kind: 'rest', tables: [], resources: genericRestResources },
  ]
}
