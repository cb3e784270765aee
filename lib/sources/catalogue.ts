import { adyen } from './adyen'
import { chargebee } from './chargebee'
import { genericRest } from './generic-rest'
import { mollie } from './mollie'
import type { PaymentsSource } from './payments-source'
import { paypal } from './paypal'
import { paypalRest } from './paypal-rest'
import { square } from './square'
import { stripe } from './stripe'

/** Every payments source this build describes. Adding one is adding its file and its line here. */
export const catalogue: readonly PaymentsSource[] = [paypal, square, stripe, paypalRest, adyen, mollie, chargebee, genericRest]

/** The source of that key, if this build knows it. */
export const findSource = (key: string): PaymentsSource | undefined => catalogue.find((source) => source.key === key)
