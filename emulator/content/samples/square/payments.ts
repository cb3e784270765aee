import type { Json, JsonObject } from '../../types'
import { drawFor, type Draw } from '../support/draw'
import { good, priceOf } from '../support/goods'
import { minorUnits, share, type Money } from '../support/money'
import { peopleCount, person } from '../support/people'
import { sampleTable } from '../support/sample-table'
import { isoSeconds, minuteMs } from '../support/time'
import { locations, squareIds, type Location } from './square-ids'

export type Sale = { number: number; buyer: number; item: number; quantity: number; amount: Money; tip: Money; location: Location }

/** What is sold at the counter, the same for the same number in payments, orders and refunds. */
export function sale(number: number): Sale {
  const draw = drawFor('square sale', number)
  const buyer = draw.whole(0, peopleCount - 1)
  const item = draw.whole(0, 160)
  const quantity = draw.pickEarly([1, 1, 2, 4])
  const amount = share(priceOf(item, person(buyer).currency), quantity)
  const tip = share(amount, draw.pickEarly([0, 0, 0.1, 0.18]))
  return { number, buyer, item, quantity, amount, tip, location: draw.pickEarly(locations) }
}

/** Square tells money as whole numbers of the smallest unit, beside its currency. */
export function moneyColumns(name: string, money: Money | null): JsonObject {
  return { [`${name}_Amount`]: money && minorUnits(money), [`${name}_Currency`]: money?.currency ?? null }
}

function cardColumns({ buyer }: Sale, isCard: boolean, draw: Draw): JsonObject {
  if (!isCard) return {}
  const own = drawFor('square card', buyer)
  return {
    Card_Brand: own.pickEarly(['VISA', 'MASTERCARD', 'AMERICAN_EXPRESS', 'JCB', 'SQUARE_GIFT_CARD']),
    Card_Last_4: own.code(4, '0123456789'),
    Card_Exp_Month: own.whole(1, 12),
    Card_Exp_Year: own.whole(2026, 2032),
    Card_Fingerprint: `sq-1-${own.code(22)}`,
    Entry_Method: draw.pickEarly(['CONTACTLESS', 'EMV', 'KEYED', 'ON_FILE']),
    Cvv_Status: draw.pickEarly(['CVV_ACCEPTED', 'CVV_REJECTED', 'CVV_NOT_CHECKED']),
    Avs_Status: draw.pickEarly(['AVS_ACCEPTED', 'AVS_NOT_CHECKED']),
  }
}

const note = (draw: Draw): Json => (draw.chance(0.1) ? draw.pick(['oat milk, extra hot', 'Rückgeld behalten 👍', '領収書あり', 'table 7; "no onions"']) : null)

/** `Square.Payments`: what was taken at the counters, in minor units; comes again when it is captured, tipped or refunded. */
export const payments = sampleTable({
  name: 'Square.Payments',
  deltaColumn: 'Updated_At',
  gapMs: 12 * minuteMs,
  busyShare: 0.8,
  updateShare: 0.1,
  repeatEvery: 113,
  flaws: [
    { every: 157, at: 23, column: 'Payment_Id', value: null },
    { every: 211, at: 41, column: 'Amount_Money_Currency', value: 'usd ' },
    { every: 269, at: 3, column: 'Created_At', value: '31/02/2026 25:61' },
  ],
  columns: {
    Payment_Id: 'string', Created_At: 'date-time', Updated_At: 'date-time',
    Amount_Money_Amount: 'integer', Amount_Money_Currency: 'string',
    Tip_Money_Amount: 'integer', Tip_Money_Currency: 'string',
    Total_Money_Amount: 'integer', Total_Money_Currency: 'string',
    App_Fee_Money_Amount: 'integer', App_Fee_Money_Currency: 'string',
    Processing_Fee_Amount: 'integer', Refunded_Money_Amount: 'integer', Refunded_Money_Currency: 'string',
    Status: 'string', Delay_Duration: 'string', Source_Type: 'string',
    Card_Brand: 'string', Card_Last_4: 'string', Card_Exp_Month: 'integer', Card_Exp_Year: 'integer', Card_Fingerprint: 'string',
    Entry_Method: 'string', Cvv_Status: 'string', Avs_Status: 'string',
    Location_Id: 'string', Order_Id: 'string', Reference_Id: 'string', Customer_Id: 'string', Buyer_Email_Address: 'string',
    Risk_Evaluation_Level: 'string', Note: 'string', Receipt_Number: 'string', Receipt_Url: 'string', Statement_Description_Identifier: 'string',
  },
  row({ index, stage, createdMs, draw, later }) {
    const facts = sale(index)
    const isCard = draw.chance(0.8)
    const total = { minor: facts.amount.minor + facts.tip.minor, currency: facts.amount.currency }
    const isRefunded = stage > 0 && later.chance(0.3)
    return {
      Payment_Id: squareIds.payment(index),
      Created_At: isoSeconds(createdMs),
      ...moneyColumns('Amount_Money', facts.amount),
      ...moneyColumns('Tip_Money', facts.tip.minor === 0 ? null : facts.tip),
      ...moneyColumns('Total_Money', total),
      Processing_Fee_Amount: isCard && stage > 0 ? share(total, 0.026).minor + 10 : null,
      ...moneyColumns('Refunded_Money', isRefunded ? total : null),
      Status: stage > 0 ? 'COMPLETED' : later.pickEarly(['COMPLETED', 'COMPLETED', 'APPROVED', 'CANCELED', 'FAILED']),
      Delay_Duration: isCard ? 'PT168H' : null,
      Source_Type: isCard ? 'CARD' : draw.pick(['CASH', 'WALLET', 'BUY_NOW_PAY_LATER']),
      ...cardColumns(facts, isCard, draw),
      Location_Id: squareIds.location(facts.location.number),
      Order_Id: squareIds.order(index),
      Reference_Id: draw.chance(0.1) ? `POS-${draw.whole(1, 9)}-${index}` : null,
      Customer_Id: draw.chance(0.6) ? squareIds.customer(facts.buyer) : null,
      Buyer_Email_Address: draw.chance(0.4) ? person(facts.buyer).email : null,
      Risk_Evaluation_Level: draw.pickEarly(['NORMAL', 'NORMAL', 'MODERATE', 'HIGH']),
      Note: note(draw) ?? (draw.chance(0.02) ? (good(facts.item).description ?? null) : null),
      Receipt_Number: draw.code(4),
      Receipt_Url: `https://squareup.example.com/receipt/preview/${squareIds.payment(index)}`,
      Statement_Description_Identifier: draw.chance(0.2) ? 'TRIBUTARY' : null,
    }
  },
})
