import type { Json } from '../../types'
import { drawFor } from '../support/draw'
import { good, priceOf } from '../support/goods'
import type { Money } from '../support/money'
import { sampleResource } from '../support/sample-resource'
import { dayMs } from '../support/time'
import { epochSeconds, stripeCurrency, stripeIds } from './stripe-ids'

/** How many prices there are for subscriptions to choose from. */
export const priceCount = 40

export type PriceFacts = { number: number; item: number; amount: Money; interval: 'month' | 'year' | 'week' | null; isMetered: boolean }

/** The same price for the same number. */
export function price(number: number): PriceFacts {
  const draw = drawFor('stripe price facts', number)
  const item = draw.whole(0, 160)
  const interval = number < priceCount ? draw.pickEarly(['month', 'year', 'week']) : null
  return { number, item, amount: priceOf(item, draw.pickEarly(['USD', 'EUR', 'GBP', 'JPY'])), interval, isMetered: interval !== null && draw.chance(0.1) }
}

/** What repeats; null for what is sold once. */
export function recurring({ interval, isMetered }: PriceFacts): Json {
  if (interval === null) return null
  return { aggregate_usage: null, interval, interval_count: 1, meter: null, trial_period_days: null, usage_type: isMetered ? 'metered' : 'licensed' }
}

/** `prices`: what things cost; tiered ones have no amount of their own. */
export const prices = sampleResource({
  name: 'stripe price',
  path: 'prices',
  gapMs: dayMs,
  updateShare: 0.15,
  flaws: [{ every: 67, at: 21, field: 'unit_amount_decimal', value: 'per request' }],
  record({ index, stage, createdMs, draw, later }) {
    const facts = price(index)
    const isTiered = draw.chance(0.08)
    return {
      id: stripeIds.price(index),
      object: 'price',
      active: stage === 0 || later.chance(0.5),
      billing_scheme: isTiered ? 'tiered' : 'per_unit',
      created: epochSeconds(createdMs),
      currency: stripeCurrency(facts.amount),
      custom_unit_amount: null,
      livemode: false,
      lookup_key: draw.chance(0.2) ? `plan_${index}` : null,
      metadata: {},
      nickname: draw.chance(0.6) ? good(facts.item).name : null,
      product: stripeIds.product(facts.item),
      recurring: recurring(facts),
      tax_behavior: draw.pickEarly(['unspecified', 'exclusive', 'inclusive']),
      tiers_mode: isTiered ? 'graduated' : null,
      transform_quantity: null,
      type: facts.interval === null ? 'one_time' : 'recurring',
      unit_amount: isTiered ? null : facts.amount.minor,
      // Fractions of the smallest unit can only be told here.
      unit_amount_decimal: isTiered ? null : draw.chance(0.1) ? `${facts.amount.minor}.5` : String(facts.amount.minor),
    }
  },
})
