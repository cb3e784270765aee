import { peopleCount, person } from '../support/people'
import { sampleResource } from '../support/sample-resource'
import { hourMs } from '../support/time'
import { epochSeconds, nameOf, stripeAddress, stripeIds } from './stripe-ids'

/** `customers`: who pays; comes again when somebody moves or is put right. */
export const customers = sampleResource({
  name: 'stripe customer',
  path: 'customers',
  gapMs: 3 * hourMs,
  updateShare: 0.25,
  flaws: [
    { every: 89, at: 13, field: 'email', value: 'nobody at example.com' },
    { every: 127, at: 53, field: 'id', value: null },
  ],
  record({ index, stage, createdMs, draw, later }) {
    const number = index % peopleCount
    const who = person(number)
    const isKnown = draw.chance(0.85)
    return {
      id: stripeIds.customer(number),
      object: 'customer',
      address: isKnown ? stripeAddress(number) : null,
      balance: draw.chance(0.05) ? -draw.whole(100, 5000) : 0,
      created: epochSeconds(createdMs),
      currency: draw.chance(0.7) ? who.currency.toLowerCase() : null,
      default_source: null,
      delinquent: draw.chance(0.04),
      description: draw.chance(0.1) ? 'Imported from the old shop; ask before sending catalogues' : null,
      discount: null,
      email: draw.chance(0.97) ? who.email : null,
      invoice_prefix: draw.code(8),
      invoice_settings: { custom_fields: null, default_payment_method: draw.chance(0.6) ? stripeIds.method(number) : null, footer: null, rendering_options: null },
      livemode: false,
      metadata: draw.chance(0.4) ? { crm_id: String(70000 + number), segment: draw.pick(['A', 'B', 'C']) } : {},
      name: isKnown ? (stage > 0 && later.chance(0.2) ? nameOf(number).toUpperCase() : nameOf(number)) : null,
      next_invoice_sequence: draw.whole(1, 40),
      phone: draw.chance(0.5) ? who.phone : null,
      preferred_locales: draw.chance(0.6) ? [who.language] : [],
      shipping: draw.chance(0.3) ? { address: stripeAddress(number), name: nameOf(number), phone: who.phone } : null,
      tax_exempt: draw.pickEarly(['none', 'none', 'exempt', 'reverse']),
      test_clock: null,
    }
  },
})
