import { drawFor } from '../support/draw'
import { sampleTable } from '../support/sample-table'
import { hourMs, isoSeconds } from '../support/time'
import { moneyColumns, sale } from './payments'
import { squareIds, squareRefundId } from './square-ids'

/** `Square.Refunds`: money given back at the counter, often only a part of it. */
export const refunds = sampleTable({
  name: 'Square.Refunds',
  deltaColumn: 'Updated_At',
  gapMs: 7 * hourMs,
  updateShare: 0.3,
  flaws: [{ every: 61, at: 37, column: 'Amount_Money_Amount', value: null }],
  columns: {
    Refund_Id: 'string', Payment_Id: 'string', Order_Id: 'string', Location_Id: 'string', Status: 'string', Destination_Type: 'string',
    Amount_Money_Amount: 'integer', Amount_Money_Currency: 'string', Processing_Fee_Amount: 'integer', Reason: 'string', Unlinked: 'boolean',
    Created_At: 'date-time', Updated_At: 'date-time',
  },
  row({ index, stage, createdMs, draw, later }) {
    const payment = index * 29 + drawFor('square refunded', index).whole(0, 28)
    const facts = sale(payment)
    const part = { ...facts.amount, minor: draw.chance(0.6) ? facts.amount.minor : Math.max(1, Math.round(facts.amount.minor / 3)) }
    return {
      Refund_Id: squareRefundId(payment, index),
      Payment_Id: squareIds.payment(payment),
      Order_Id: squareIds.order(payment),
      Location_Id: squareIds.location(facts.location.number),
      Status: stage > 0 ? 'COMPLETED' : later.pickEarly(['PENDING', 'COMPLETED', 'REJECTED']),
      Destination_Type: draw.pickEarly(['CARD', 'CASH']),
      ...moneyColumns('Amount_Money', part),
      Processing_Fee_Amount: null,
      Reason: draw.chance(0.6) ? draw.pick(['Returned Goods', 'Accidental Charge', 'kalt geworden', 'Canceled Order']) : null,
      Unlinked: draw.chance(0.02),
      Created_At: isoSeconds(createdMs),
    }
  },
})
