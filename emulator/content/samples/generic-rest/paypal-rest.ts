import { good, priceOf } from '../support/goods'
import { amountText, negate, share } from '../support/money'
import { peopleCount, person } from '../support/people'
import { sampleResource } from '../support/sample-resource'
import { hourMs, isoSeconds, minuteMs } from '../support/time'

/** `v1/reporting/transactions` of PayPal's own API: what the table source calls Transactions, nested. */
export const payPalTransactions = sampleResource({
  name: 'PayPal API transactions',
  path: 'v1/reporting/transactions',
  gapMs: 25 * minuteMs,
  busyShare: 0.85,
  record({ index, createdMs, draw }) {
    const buyer = person(draw.whole(0, peopleCount - 1))
    const item = good(draw.whole(0, 160))
    const price = priceOf(item.number, buyer.currency)
    const code = draw.pickEarly(['T0006', 'T0003', 'T1107'])
    const amount = code === 'T1107' ? negate(price) : price
    return {
      transaction_info: {
        transaction_id: draw.code(17),
        transaction_event_code: code,
        transaction_initiation_date: isoSeconds(createdMs),
        transaction_updated_date: isoSeconds(createdMs + minuteMs),
        transaction_amount: { currency_code: amount.currency, value: amountText(amount) },
        fee_amount: { currency_code: amount.currency, value: amountText(negate(share(price, 0.029))) },
        transaction_status: draw.pickEarly(['S', 'S', 'P', 'D']),
        invoice_id: draw.chance(0.6) ? `INV-${100000 + index}` : null,
        transaction_note: draw.chance(0.05) ? 'Danke! 🙂' : null,
      },
      payer_info: {
        account_id: buyer.payerId,
        email_address: buyer.email,
        country_code: buyer.country,
        payer_name: { given_name: buyer.givenName, surname: buyer.surname },
      },
      cart_info: { item_details: [{ item_code: item.sku, item_name: item.name, item_quantity: '1' }] },
    }
  },
})

/** `v1/catalogs/products`. */
export const payPalProducts = sampleResource({
  name: 'PayPal API products',
  path: 'v1/catalogs/products',
  gapMs: 6 * hourMs,
  record({ index, createdMs }) {
    const item = good(index)
    return { id: item.id, name: item.name, description: item.description, create_time: isoSeconds(createdMs) }
  },
})
