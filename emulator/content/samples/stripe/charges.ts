import type { Json, JsonObject } from '../../types'
import { drawFor, type Draw } from '../support/draw'
import { good, priceOf } from '../support/goods'
import { share, type Money } from '../support/money'
import { peopleCount, person } from '../support/people'
import { sampleResource } from '../support/sample-resource'
import { minuteMs } from '../support/time'
import { cardDetails, sepaDetails } from './payment-methods'
import { epochSeconds, nameOf, stripeAddress, stripeCurrency, stripeIds, stripeMoney } from './stripe-ids'

export type ChargeFacts = { number: number; buyer: number; item: number; amount: Money; outcome: 'succeeded' | 'failed' | 'pending' }

/** What is charged, the same for the same number in charges, refunds and balance transactions. */
export function charge(number: number): ChargeFacts {
  const draw = drawFor('stripe charge', number)
  const buyer = draw.whole(0, peopleCount - 1)
  const item = draw.whole(0, 160)
  const amount = stripeMoney(share(priceOf(item, person(buyer).currency), draw.pickEarly([1, 1, 2, 3])))
  return { number, buyer, item, amount, outcome: draw.pickEarly(['succeeded', 'succeeded', 'succeeded', 'succeeded', 'failed', 'pending']) }
}

/** How much of a charge has gone back by its last change: nothing, a part, or all. */
function refunded({ amount }: ChargeFacts, stage: number, draw: Draw): number {
  if (stage === 0) return 0
  return draw.chance(0.6) ? amount.minor : Math.round(amount.minor / 2)
}

type Decline = { code: string; text: string; reason: string }

const declines: readonly [Decline, ...Decline[]] = [
  { code: 'card_declined', text: 'Your card was declined.', reason: 'generic_decline' },
  { code: 'insufficient_funds', text: 'Your card has insufficient funds.', reason: 'insufficient_funds' },
  { code: 'expired_card', text: 'Your card has expired.', reason: 'expired_card' },
]

function outcome(facts: ChargeFacts, draw: Draw): JsonObject {
  const failure = draw.pick(declines)
  const failed = facts.outcome === 'failed'
  return {
    failure_code: failed ? failure.code : null,
    failure_message: failed ? failure.text : null,
    failure_balance_transaction: null,
    outcome: {
      network_status: failed ? 'declined_by_network' : 'approved_by_network',
      reason: failed ? failure.reason : null,
      risk_level: draw.pickEarly(['normal', 'normal', 'elevated', 'highest']),
      risk_score: draw.whole(1, 90),
      seller_message: failed ? 'The bank did not return any further details with this decline.' : 'Payment complete.',
      type: failed ? 'issuer_declined' : 'authorized',
    },
  }
}

function shipping(facts: ChargeFacts, draw: Draw): Json {
  if (good(facts.item).type !== 'PHYSICAL') return null
  return {
    address: stripeAddress(facts.buyer),
    carrier: draw.chance(0.3) ? draw.pick(['DHL', 'UPS', 'ヤマト運輸']) : null,
    name: nameOf(facts.buyer),
    phone: draw.chance(0.4) ? person(facts.buyer).phone : null,
    tracking_number: draw.chance(0.3) ? draw.code(12) : null,
  }
}

function description(item: number, draw: Draw): Json {
  const { name, description: text } = good(item)
  if (draw.chance(0.15)) return null
  return draw.chance(0.05) && text ? `${name}\n\n${text}` : name
}

function party(facts: ChargeFacts, draw: Draw): JsonObject {
  const buyer = person(facts.buyer)
  const isGuest = draw.chance(0.2)
  return {
    customer: isGuest ? null : stripeIds.customer(facts.buyer),
    receipt_email: draw.chance(0.7) ? buyer.email : null,
    billing_details: {
      address: draw.chance(0.9) ? stripeAddress(facts.buyer) : { city: null, country: buyer.country, line1: null, line2: null, postal_code: buyer.postalCode, state: null },
      email: draw.chance(0.9) ? buyer.email : null,
      name: draw.chance(0.95) ? nameOf(facts.buyer) : null,
      phone: draw.chance(0.3) ? buyer.phone : null,
    },
  }
}

/** `charges`: the stream of money coming in; a charge comes again when some of it is given back. */
export const charges = sampleResource({
  name: 'stripe charge',
  path: 'charges',
  gapMs: 20 * minuteMs,
  busyShare: 0.85,
  updateShare: 0.05,
  repeatEvery: 101,
  flaws: [
    { every: 151, at: 19, field: 'id', value: null },
    { every: 199, at: 7, field: 'created', value: 'not yet' },
    { every: 257, at: 11, field: 'currency', value: '' },
    { every: 311, at: 31, field: 'amount', value: '12,50' },
  ],
  record({ index, stage, createdMs, draw, later }) {
    const facts = charge(index)
    const back = facts.outcome === 'succeeded' ? refunded(facts, stage, later) : 0
    const isPaid = facts.outcome === 'succeeded'
    const usesSepa = person(facts.buyer).country === 'DE' && draw.chance(0.3)
    return {
      id: stripeIds.charge(index),
      object: 'charge',
      amount: facts.amount.minor,
      amount_captured: isPaid ? facts.amount.minor : 0,
      amount_refunded: back,
      application: null,
      application_fee: null,
      application_fee_amount: null,
      balance_transaction: isPaid ? stripeIds.payment(index) : null,
      calculated_statement_descriptor: 'TRIBUTARY SHOP',
      captured: isPaid,
      created: epochSeconds(createdMs),
      currency: stripeCurrency(facts.amount),
      description: description(facts.item, draw),
      disputed: draw.chance(0.01),
      fraud_details: draw.chance(0.01) ? { user_report: 'fraudulent' } : {},
      invoice: draw.chance(0.2) ? stripeIds.invoice(index) : null,
      livemode: false,
      metadata: draw.chance(0.6) ? { order_id: `INV-${String(100000 + index)}`, 'gift note': draw.chance(0.2) ? 'Für Dich 🎁' : '' } : {},
      on_behalf_of: null,
      paid: isPaid,
      payment_intent: stripeIds.intent(index),
      payment_method: stripeIds.method(facts.buyer),
      payment_method_details: usesSepa ? sepaDetails(facts.buyer) : cardDetails(facts.buyer, draw),
      receipt_number: draw.chance(0.2) ? `${draw.whole(1000, 9999)}-${draw.whole(1000, 9999)}` : null,
      receipt_url: isPaid ? `https://pay.example.com/receipts/${stripeIds.charge(index)}` : null,
      refunded: back > 0 && back === facts.amount.minor,
      review: null,
      shipping: shipping(facts, draw),
      source_transfer: null,
      statement_descriptor: null,
      statement_descriptor_suffix: null,
      status: facts.outcome,
      transfer_data: null,
      transfer_group: null,
      ...party(facts, draw),
      ...outcome(facts, draw),
    }
  },
})
