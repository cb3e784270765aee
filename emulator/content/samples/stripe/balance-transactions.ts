import type { JsonObject } from '../../types'
import { share, type Money } from '../support/money'
import { sampleResource } from '../support/sample-resource'
import { dayMs, minuteMs } from '../support/time'
import { charge } from './charges'
import { refund } from './refunds'
import { epochSeconds, stripeCurrency, stripeIds } from './stripe-ids'

type Movement = { id: string; source: string; amount: Money; fee: number; type: 'charge' | 'refund' | 'payout'; category: string; text: string | null }

/** Charges most of the time, now and then a refund, once a day a payout. */
function movementOf(index: number): Movement {
  if (index % 48 === 47) {
    const amount: Money = { minor: -(120_000 + (index % 97) * 137), currency: 'USD' }
    return { id: stripeIds.reversal(1_000_000 + index), source: `po_${index}`, amount, fee: 0, type: 'payout', category: 'payout', text: 'STRIPE PAYOUT' }
  }
  if (index % 13 === 12) {
    const { number, of, minor } = refund(Math.floor(index / 13))
    const amount: Money = { minor: -minor, currency: of.amount.currency }
    return { id: stripeIds.reversal(number), source: stripeIds.refund(number), amount, fee: 0, type: 'refund', category: 'refund', text: 'REFUND FOR CHARGE' }
  }
  const { amount } = charge(index)
  return { id: stripeIds.payment(index), source: stripeIds.charge(index), amount, fee: share(amount, 0.029).minor + 30, type: 'charge', category: 'charge', text: null }
}

const feeDetail = ({ fee, amount }: Movement): JsonObject => ({
  amount: fee, application: null, currency: stripeCurrency(amount), description: 'Stripe processing fees', type: 'stripe_fee',
})

/** `balance_transactions`: every movement of the balance, signed; what is converted carries an exchange rate. */
export const balanceTransactions = sampleResource({
  name: 'stripe balance transaction',
  path: 'balance_transactions',
  gapMs: 20 * minuteMs,
  busyShare: 0.85,
  flaws: [{ every: 163, at: 61, field: 'net', value: null }],
  record({ index, createdMs, draw }) {
    const movement = movementOf(index)
    const { amount, fee, type } = movement
    return {
      id: movement.id,
      object: 'balance_transaction',
      amount: amount.minor,
      available_on: epochSeconds(createdMs + 2 * dayMs),
      created: epochSeconds(createdMs),
      currency: stripeCurrency(amount),
      description: movement.text,
      exchange_rate: amount.currency === 'USD' || type === 'payout' ? null : draw.whole(80, 150) / 100,
      fee,
      fee_details: fee === 0 ? [] : [feeDetail(movement)],
      net: amount.minor - fee,
      reporting_category: movement.category,
      source: movement.source,
      status: draw.pickEarly(['available', 'available', 'pending']),
      type,
    }
  },
})
