import type { SampleTable } from '../../types'
import { billingPlans, catalogProducts, planChargeModels, planPaymentDefinitions } from './catalog'
import { disputes } from './disputes'
import { invoices } from './invoices'
import { orders } from './orders'
import { subscriptions } from './subscriptions'
import { transactions } from './transactions'

/** The tables of a PayPal account, in the order in which explore lists them. */
export const payPalTables: SampleTable[] = [
  catalogProducts,
  billingPlans,
  planPaymentDefinitions,
  planChargeModels,
  orders,
  transactions,
  disputes,
  invoices,
  subscriptions,
]
