import type { SampleResource } from '../../types'
import { adyenMerchants, adyenStores } from './adyen'
import { chargebeeCustomers, chargebeeTransactions } from './chargebee'
import { mollieCustomers, molliePayments } from './mollie'
import { payPalProducts, payPalTransactions } from './paypal-rest'

/** What the services behind the Generic REST API answer; each knows its own paths. */
export const genericRestResources: SampleResource[] = [
  payPalTransactions, payPalProducts, molliePayments, mollieCustomers, chargebeeTransactions, chargebeeCustomers, adyenMerchants, adyenStores,
]
