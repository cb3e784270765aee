import type { SampleResource } from '../../types'
import { balanceTransactions } from './balance-transactions'
import { charges } from './charges'
import { customers } from './customers'
import { prices } from './prices'
import { refunds } from './refunds'
import { subscriptions } from './subscriptions'

/** The six resources that Adobe reads from a Stripe account. */
export const stripeResources: SampleResource[] = [charges, subscriptions, refunds, balanceTransactions, customers, prices]
