import type { SampleTable } from '../../types'
import { billingPlans, catalogProducts, planChargeModels, planPaymentDefinitions } from './catalog'
import { transactions } from './transactions'

/** The tables of a PayPal account, in the order in which explore lists them. */
export const payPalTables: SampleTable[] = [
  catalogProducts,
  billingPlans,
  planPaymentDefinitions,
  planChargeModels,
  transactions,
]
