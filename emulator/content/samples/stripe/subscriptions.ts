import type { JsonObject } from '../../types'
import type { Draw } from '../support/draw'
import { peopleCount } from '../support/people'
import { sampleResource } from '../support/sample-resource'
import { dayMs, hourMs } from '../support/time'
import { price, priceCount, recurring, type PriceFacts } from './prices'
import { epochSeconds, nestedList, stripeCurrency, stripeIds } from './stripe-ids'

const days = { week: 7, month: 30, year: 365 } as const

function itemOf(subscription: number, at: number, facts: PriceFacts, createdMs: number, draw: Draw): JsonObject {
  return {
    id: stripeIds.item(subscription * 4 + at),
    object: 'subscription_item',
    created: epochSeconds(createdMs),
    metadata: {},
    price: {
      id: stripeIds.price(facts.number),
      object: 'price',
      currency: stripeCurrency(facts.amount),
      product: stripeIds.product(facts.item),
      recurring: recurring(facts),
      unit_amount: facts.amount.minor,
    },
    quantity: facts.isMetered ? null : draw.pickEarly([1, 1, 2, 5]),
    subscription: stripeIds.subscription(subscription),
    tax_rates: [],
  }
}

/** `subscriptions`: comes again at every renewal, pause and cancellation. Items lie in a list within a list. */
export const subscriptions = sampleResource({
  name: 'stripe subscription',
  path: 'subscriptions',
  gapMs: 5 * hourMs,
  updateShare: 0.45,
  repeatEvery: 83,
  flaws: [{ every: 109, at: 29, field: 'customer', value: null }],
  record({ index, stage, createdMs, atMs, draw, later }) {
    const main = price(draw.whole(0, priceCount - 1))
    const length = days[main.interval ?? 'month'] * dayMs
    const periodStart = createdMs + Math.floor((atMs - createdMs) / length) * length
    const hasTrial = draw.chance(0.25)
    const ends = stage > 1 && later.chance(0.5)
    const extra = draw.chance(0.2) ? [price(draw.whole(0, priceCount - 1))] : []
    return {
      id: stripeIds.subscription(index),
      object: 'subscription',
      application: null,
      application_fee_percent: null,
      automatic_tax: { enabled: draw.chance(0.4), liability: null },
      billing_cycle_anchor: epochSeconds(createdMs),
      cancel_at: null,
      cancel_at_period_end: stage === 1 && later.chance(0.2),
      canceled_at: ends ? epochSeconds(atMs) : null,
      cancellation_details: ends
        ? { comment: later.chance(0.3) ? '値段が高い — too expensive' : null, feedback: later.pick(['too_expensive', 'unused', 'switched_service']), reason: 'cancellation_requested' }
        : { comment: null, feedback: null, reason: null },
      collection_method: draw.pickEarly(['charge_automatically', 'send_invoice']),
      created: epochSeconds(createdMs),
      currency: stripeCurrency(main.amount),
      current_period_end: epochSeconds(periodStart + length),
      current_period_start: epochSeconds(periodStart),
      customer: stripeIds.customer(draw.whole(0, peopleCount - 1)),
      days_until_due: null,
      default_payment_method: null,
      description: null,
      discount: null,
      ended_at: ends ? epochSeconds(atMs) : null,
      items: nestedList(`/v1/subscription_items?subscription=${stripeIds.subscription(index)}`, [main, ...extra].map((facts, at) => itemOf(index, at, facts, createdMs, draw))),
      latest_invoice: stripeIds.invoice(epochSeconds(atMs)),
      livemode: false,
      metadata: {},
      pause_collection: null,
      start_date: epochSeconds(createdMs),
      status: ends ? 'canceled' : later.pickEarly(['active', 'active', 'active', 'trialing', 'past_due']),
      trial_end: hasTrial ? epochSeconds(createdMs + 14 * dayMs) : null,
      trial_start: hasTrial ? epochSeconds(createdMs) : null,
    }
  },
})
