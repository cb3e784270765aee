import type { SampleSource } from '../types'
import { payPalTables } from './paypal/paypal-tables'

/** Every source that the emulator can play, by the id of its connection specification. */
export function sampleSources(): SampleSource[] {
  return [{ connectionSpecId: '221c7626-58f6-4eec-8ee2-042b0226f03b', kind: 'table', tables: payPalTables, resources: [] }]
}
