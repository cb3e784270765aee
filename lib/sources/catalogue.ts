import type { PaymentsSource } from './payments-source'
import { paypal } from './paypal'

/** Every payments source this build describes. Adding one is adding its file and its line here. */
export const catalogue: readonly PaymentsSource[] = [paypal]

/** The source of that key, if this build knows it. */
export const findSource = (key: string): PaymentsSource | undefined => catalogue.find((source) => source.key === key)
