import type { ConnectionSpec, SourceConnectionSpec } from './connection-spec'
import { dataLakeSpec } from './data-lake'
import { genericRestSpec } from './generic-rest'
import { payPalSpec } from './paypal'
import { squareSpec } from './square'
import { stripeSpec } from './stripe'

/** Every source. Adding one is adding its file and its line here; the flow specifications list it by themselves. */
export const sourceSpecs: readonly SourceConnectionSpec[] = [payPalSpec, squareSpec, stripeSpec, genericRestSpec]

/** The whole catalogue: sources, and where they flow to. */
export const connectionSpecs: readonly ConnectionSpec[] = [...sourceSpecs.map(({ spec }) => spec), dataLakeSpec]
