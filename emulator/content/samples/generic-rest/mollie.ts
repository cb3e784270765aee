import { good, priceOf } from '../support/goods'
import { amountText, share } from '../support/money'
import { peopleCount, person } from '../support/people'
import { sampleResource } from '../support/sample-resource'
import { hourMs, isoSeconds, minuteMs } from '../support/time'

/** `v2/payments` of Mollie: amounts are texts in the currency itself. */
export const molliePayments = sampleResource({
  name: 'Mollie payments',
  path: 'v2/payments',
  gapMs: 30 * minuteMs,
  busyShare: 0.8,
  record({ index, createdMs, draw }) {
    const buyer = person(draw.whole(0, peopleCount - 1))
    const price = priceOf(draw.whole(0, 160), buyer.currency)
    const status = draw.pickEarly(['paid', 'paid', 'open', 'failed', 'expired'])
    const isPaid = status === 'paid'
    return {
      resource: 'payment',
      id: `tr_${draw.code(10)}`,
      mode: 'test',
      createdAt: isoSeconds(createdMs),
      paidAt: isPaid ? isoSeconds(createdMs + minuteMs) : null,
      status,
      method: draw.pickEarly(['ideal', 'creditcard', 'bancontact', 'paypal']),
      amount: { currency: price.currency, value: amountText(price) },
      amountRefunded: isPaid && draw.chance(0.1) ? { currency: price.currency, value: amountText(share(price, 0.5)) } : null,
      description: good(index % 160).name,
      orderId: draw.chance(0.6) ? `ord_${draw.code(6)}` : null,
      customerId: draw.chance(0.4) ? `cst_${buyer.payerId}` : null,
      locale: buyer.language.replace('-', '_'),
      metadata: draw.chance(0.3) ? { order: String(1000 + index) } : null,
    }
  },
})

/** `v2/customers` of Mollie. */
export const mollieCustomers = sampleResource({
  name: 'Mollie customers',
  path: 'v2/customers',
  gapMs: 5 * hourMs,
  record({ index, createdMs }) {
    const who = person(index % peopleCount)
    return { resource: 'customer', id: `cst_${who.payerId}`, mode: 'test', name: `${who.givenName} ${who.surname}`, email: who.email, locale: who.language.replace('-', '_'), metadata: null, createdAt: isoSeconds(createdMs) }
  },
})
