import type { Json, JsonObject } from '../../types'
import { drawFor, type Draw } from '../support/draw'
import { person } from '../support/people'

const brands = ['visa', 'mastercard', 'amex', 'jcb', 'unionpay'] as const

/** A card as a charge shows it: the same card for the same buyer, the checks of this payment. */
export function cardDetails(buyer: number, draw: Draw): JsonObject {
  const own = drawFor('stripe card', buyer)
  const passes = () => draw.pickEarly(['pass', 'pass', 'fail', 'unavailable'])
  return {
    card: {
      brand: own.pickEarly(brands),
      checks: { address_line1_check: draw.chance(0.5) ? passes() : null, address_postal_code_check: passes(), cvc_check: passes() },
      country: person(buyer).country,
      exp_month: own.whole(1, 12),
      exp_year: own.whole(2026, 2032),
      fingerprint: own.code(16),
      funding: own.pickEarly(['credit', 'debit', 'prepaid']),
      installments: null,
      last4: own.code(4, '0123456789'),
      mandate: null,
      network: own.pickEarly(brands),
      three_d_secure: draw.chance(0.3) ? { authentication_flow: 'challenge', result: 'authenticated', version: '2.2.0' } : null,
      wallet: walletOf(own),
    },
    type: 'card',
  }
}

function walletOf(own: Draw): Json {
  if (!own.chance(0.2)) return null
  const type = own.pick(['apple_pay', 'google_pay'])
  return { dynamic_last4: own.code(4, '0123456789'), type, [type]: {} }
}

/** A direct debit from a German account. */
export function sepaDetails(buyer: number): JsonObject {
  const own = drawFor('stripe sepa', buyer)
  return {
    sepa_debit: {
      bank_code: own.code(8, '0123456789'),
      branch_code: '',
      country: 'DE',
      fingerprint: own.code(16),
      last4: own.code(4, '0123456789'),
      mandate: `mandate_${own.code(24)}`,
    },
    type: 'sepa_debit',
  }
}
