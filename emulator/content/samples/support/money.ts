import type { Draw } from './draw'

/** Digits after the point of each currency in the samples. */
const decimals = { USD: 2, EUR: 2, GBP: 2, JPY: 0, CAD: 2, AUD: 2, BRL: 2, PLN: 2, MXN: 2, CHF: 2, TWD: 0, SEK: 2 } as const

export type CurrencyCode = keyof typeof decimals

/** What one US dollar is worth, roughly: a book costs 15 USD or 2,200 JPY. */
const perDollar: Record<CurrencyCode, number> = {
  USD: 1, EUR: 0.9, GBP: 0.8, JPY: 148, CAD: 1.4, AUD: 1.5, BRL: 5.5, PLN: 3.8, MXN: 19, CHF: 0.85, TWD: 32, SEK: 10,
}

/** An amount in the currency's smallest unit, so that sums stay exact. */
export type Money = { minor: number; currency: CurrencyCode }

/** A price that somebody would ask: many small ones, few large ones. */
export function drawPrice(draw: Draw, currency: CurrencyCode, lowUsd = 3, highUsd = 900): Money {
  const usd = lowUsd * (highUsd / lowUsd) ** (draw.fraction() ** 2)
  const minor = Math.max(1, Math.round(usd * perDollar[currency] * 10 ** decimals[currency]))
  return { minor, currency }
}

export function share(money: Money, fraction: number): Money {
  return { minor: Math.round(money.minor * fraction), currency: money.currency }
}

export function add(...parts: [Money, ...Money[]]): Money {
  return { minor: parts.reduce((sum, part) => sum + part.minor, 0), currency: parts[0].currency }
}

export function negate(money: Money): Money {
  return { minor: -money.minor, currency: money.currency }
}

/** `19.99`, `-4.00`, `1250` for yen: a decimal string, as payment providers send amounts. */
export function amountText(money: Money): string {
  return amountNumber(money).toFixed(decimals[money.currency])
}

export function amountNumber(money: Money): number {
  return money.minor / 10 ** decimals[money.currency]
}

/**
 * The amount as a whole number of the currency's minor unit, as Stripe and Square send it: Taiwan dollars have
 * hundredths there, though PayPal knows none.
 */
export function minorUnits(money: Money): number {
  return money.currency === 'TWD' ? money.minor * 100 : money.minor
}
