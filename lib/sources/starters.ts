import type { Starter } from './payments-source'

/** `destination ← source`, the value as it is. */
export const take = (destination: string, source: string): Starter => ({ destination, sourceType: 'ATTRIBUTE', source })

/** `destination ← expression` of Data Prep's language. */
export const compute = (destination: string, source: string): Starter => ({ destination, sourceType: 'EXPRESSION', source })

/** `destination ← constant`, unquoted. */
export const write = (destination: string, source: string): Starter => ({ destination, sourceType: 'STATIC', source })

/** Epoch seconds as a date and time in UTC; without a value, nothing. `dformat` counts in milliseconds. */
export const fromEpochSeconds = (field: string): string =>
  `iif(${field} == null, nullify(), dformat(${field} * 1000, "yyyy-MM-dd'T'HH:mm:ssX"))`

/** Currencies that know no hundredths, in lower case, as payments systems list them. */
const withoutHundredths = 'bif|clp|djf|gnf|jpy|kmf|krw|mga|pyg|rwf|ugx|vnd|vuv|xaf|xof|xpf'

/**
 * An amount in a currency's smallest unit as an amount in the currency itself: 1999 usd is 19.99, 1999 jpy stays 1999. Most rows
 * lack some amount (nothing refunded), which is no fault of theirs: reckoning with null would be one.
 */
export const fromMinorUnits = (amount: string, currency: string): string =>
  `iif(${amount} == null || matches_regex(lower(${currency}), "${withoutHundredths}"), ${amount}, ${amount} / 100.0)`
