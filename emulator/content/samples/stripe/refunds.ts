import { drawFor } from '../support/draw'
import { sampleResource } from '../support/sample-resource'
import { hourMs } from '../support/time'
import { charge, type ChargeFacts } from './charges'
import { epochSeconds, stripeCurrency, stripeIds } from './stripe-ids'

export type RefundFacts = { number: number; of: ChargeFacts; minor: number }

/** The same refund for the same number: part or all of one charge. */
export function refund(number: number): RefundFacts {
  const draw = drawFor('stripe refund facts', number)
  const of = charge(number * 13 + draw.whole(0, 12))
  return { number, of, minor: draw.chance(0.7) ? of.amount.minor : Math.max(1, Math.round(of.amount.minor / 2)) }
}

/** `refunds`: money going back. The reason is null where nobody gave one. */
export const refunds = sampleResource({
  name: 'stripe refund',
  path: 'refunds',
  gapMs: 5 * hourMs,
  flaws: [
    { every: 71, at: 33, field: 'charge', value: null },
    { every: 113, at: 47, field: 'currency', value: 'euro' },
  ],
  record({ index, createdMs, draw }) {
    const { of, minor } = refund(index)
    return {
      id: stripeIds.refund(index),
      object: 'refund',
      amount: minor,
      balance_transaction: stripeIds.reversal(index),
      charge: stripeIds.charge(of.number),
      created: epochSeconds(createdMs),
      currency: stripeCurrency(of.amount),
      destination_details: draw.chance(0.8)
        ? { card: { reference: draw.code(12, '0123456789'), reference_status: 'available', reference_type: 'acquirer_reference_number', type: 'refund' }, type: 'card' }
        : null,
      metadata: {},
      payment_intent: stripeIds.intent(of.number),
      reason: draw.chance(0.5) ? draw.pickEarly(['requested_by_customer', 'duplicate', 'fraudulent']) : null,
      receipt_number: draw.chance(0.2) ? `${draw.whole(1000, 9999)}-${draw.whole(1000, 9999)}` : null,
      source_transfer_reversal: null,
      status: draw.pickEarly(['succeeded', 'succeeded', 'succeeded', 'pending', 'failed']),
      transfer_reversal: null,
    }
  },
})
