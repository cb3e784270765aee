import { priceOf } from '../support/goods'
import { minorUnits } from '../support/money'
import { peopleCount, person } from '../support/people'
import { sampleResource } from '../support/sample-resource'
import { hourMs, minuteMs } from '../support/time'

const seconds = (ms: number) => Math.floor(ms / 1000)

/** `api/v2/transactions` of Chargebee: each record lies in an object of its own name. */
export const chargebeeTransactions = sampleResource({
  name: 'Chargebee transactions',
  path: 'api/v2/transactions',
  gapMs: 45 * minuteMs,
  record({ createdMs, draw }) {
    const buyer = person(draw.whole(0, peopleCount - 1))
    const price = priceOf(draw.whole(0, 160), buyer.currency)
    return {
      transaction: {
        id: `txn_${draw.code(16)}`,
        customer_id: buyer.payerId,
        gateway: 'chargebee',
        type: draw.pickEarly(['payment', 'payment', 'refund']),
        payment_method: draw.pickEarly(['card', 'direct_debit', 'bank_transfer']),
        date: seconds(createdMs),
        amount: minorUnits(price),
        currency_code: price.currency,
        status: draw.pickEarly(['success', 'failure']),
        error_text: draw.chance(0.1) ? 'カードが拒否されました' : null,
      },
    }
  },
})

/** `api/v2/customers` of Chargebee. */
export const chargebeeCustomers = sampleResource({
  name: 'Chargebee customers',
  path: 'api/v2/customers',
  gapMs: 6 * hourMs,
  record({ index, createdMs, draw }) {
    const who = person(index % peopleCount)
    return {
      customer: {
        id: who.payerId, first_name: who.givenName, last_name: who.surname, email: who.email, phone: draw.chance(0.4) ? who.phone : null,
        created_at: seconds(createdMs), auto_collection: draw.pickEarly(['on', 'off']), net_term_days: 0, preferred_currency_code: who.currency,
      },
    }
  },
})
