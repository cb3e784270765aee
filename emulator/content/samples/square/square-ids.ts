import { drawFor } from '../support/draw'

const idOf = (kind: string, number: number, length: number): string => drawFor(`square ${kind}`, number).code(length)

/** The id of the same thing wherever it is named, so that tables can be joined. */
export const squareIds = {
  payment: (number: number) => idOf('payment', number, 22),
  order: (number: number) => idOf('order', number, 22),
  customer: (number: number) => idOf('customer', number, 26),
  item: (number: number) => idOf('item', number, 24),
  variation: (number: number) => idOf('variation', number, 24),
  location: (number: number) => `L${idOf('location', number, 12)}`,
}

/** Square refunds are named after their payment. */
export const squareRefundId = (payment: number, number: number): string => `${squareIds.payment(payment)}_${idOf('refund', number, 22)}`

/** `timeZone` in minutes from UTC. */
export type Location = { number: number; name: string; timeZone: number }

/** Shops of the seller; the last one was closed and left its rows behind. */
export const locations: readonly [Location, ...Location[]] = [
  { number: 1, name: 'Mission St', timeZone: -480 },
  { number: 2, name: 'Köln Ehrenfeld', timeZone: 60 },
  { number: 3, name: '渋谷', timeZone: 540 },
  { number: 4, name: 'Pop-up (closed)', timeZone: 0 },
]
