import { good } from '../support/goods'
import { person } from '../support/people'
import { sampleResource } from '../support/sample-resource'
import { dayMs } from '../support/time'

/** `v3/merchants` of Adyen's Management API. */
export const adyenMerchants = sampleResource({
  name: 'Adyen merchants',
  path: 'v3/merchants',
  gapMs: 2 * dayMs,
  record({ index, draw }) {
    const { city, country, currency } = person(index)
    return {
      id: `TributaryShop${country}${index}`, name: `Tributary ${city}`, captureDelay: draw.pick(['immediate', 'manual']), defaultShopperInteraction: 'Ecommerce',
      primarySettlementCurrency: currency, shopWebAddress: draw.chance(0.7) ? `https://shop${index}.example.com` : null, status: draw.pickEarly(['Active', 'PreActive', 'Closed']),
    }
  },
})

/** `v3/stores` of Adyen's Management API. */
export const adyenStores = sampleResource({
  name: 'Adyen stores',
  path: 'v3/stores',
  gapMs: dayMs,
  record({ index, draw }) {
    const { city, country, street, postalCode, phone } = person(index)
    return {
      id: `ST${draw.code(20)}`, reference: `store-${index}`, description: good(index % 160).description, merchantId: `TributaryShop${country}${index}`,
      phoneNumber: phone, status: draw.pickEarly(['active', 'inactive']), externalReferenceId: null, address: { city, country, line1: street, postalCode },
    }
  },
})
