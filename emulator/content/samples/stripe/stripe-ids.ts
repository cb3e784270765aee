import type { Json, JsonObject } from '../../types'
import { drawFor } from '../support/draw'
import { minorUnits, type Money } from '../support/money'
import { person } from '../support/people'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

const idOf = (prefix: string, number: number, length = 24): string => `${prefix}_${drawFor(`stripe ${prefix}`, number).code(length, alphabet)}`

/** The id of the same thing wherever it is named, so that resources can be joined. */
export const stripeIds = {
  charge: (number: number) => idOf('ch_3', number),
  customer: (number: number) => idOf('cus', number, 14),
  subscription: (number: number) => idOf('sub_1', number),
  item: (number: number) => idOf('si', number, 14),
  refund: (number: number) => idOf('re_3', number),
  payment: (number: number) => idOf('txn_3', number),
  reversal: (number: number) => idOf('txn_1', number),
  price: (number: number) => idOf('price_1', number),
  product: (number: number) => idOf('prod', number, 14),
  intent: (number: number) => idOf('pi_3', number),
  method: (number: number) => idOf('pm_1', number),
  invoice: (number: number) => idOf('in_1', number),
}

/** Stripe counts time in epoch seconds. */
export const epochSeconds = (ms: number): number => Math.floor(ms / 1000)

/** Stripe writes currencies in lower case and amounts in the currency's smallest unit. */
export const stripeCurrency = (money: Money): string => money.currency.toLowerCase()

/** Money counted in Stripe's own smallest units. */
export const stripeMoney = (money: Money): Money => ({ ...money, minor: minorUnits(money) })

/** Some customers never gave a name, an address or a telephone number. */
export function stripeAddress(number: number): JsonObject {
  const { city, country, street, street2, postalCode, state } = person(number)
  return { city, country, line1: street, line2: street2, postal_code: postalCode, state }
}

export const nameOf = (number: number): string => {
  const { givenName, surname, language } = person(number)
  return /^(ja|zh)/.test(language) ? `${surname} ${givenName}` : `${givenName} ${surname}`
}

/** A list as Stripe nests it. */
export const nestedList = (url: string, data: Json[]): JsonObject => ({ object: 'list', data, has_more: false, total_count: data.length, url })
