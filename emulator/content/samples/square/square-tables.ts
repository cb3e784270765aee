import type { SampleTable } from '../../types'
import { catalogItems } from './catalog-items'
import { customers } from './customers'
import { orderLineItems, orders } from './orders'
import { payments } from './payments'
import { refunds } from './refunds'

/** The tables of a Square seller, in the order in which explore lists them. */
export const squareTables: SampleTable[] = [catalogItems, customers, orderLineItems, orders, payments, refunds]
