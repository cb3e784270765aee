import { priceOf } from '../support/goods'
import { amountText } from '../support/money'
import { peopleCount, person } from '../support/people'
import { sampleTable } from '../support/sample-table'
import { dayMs, hourMs, isoSeconds } from '../support/time'

const complaint =
  'The parcel arrived two weeks late and the box was open. I wrote to the seller three times, on the 3rd, the 9th and the 14th; ' +
  'the answer was always the same text. I attach photographs («avant» / «après»). I want my money back, not a voucher. '

/** `PayPal.Disputes`: what buyers object to, and how it went. */
export const disputes = sampleTable({
  name: 'PayPal.Disputes',
  deltaColumn: 'Update_Time',
  gapMs: 9 * hourMs,
  updateShare: 0.5,
  flaws: [{ every: 67, at: 23, column: 'Dispute_Id', value: null }],
  columns: {
    Dispute_Id: 'string', Create_Time: 'date-time', Update_Time: 'date-time', Disputed_Transaction_Id: 'string', Buyer_Name: 'string', Buyer_Email: 'string',
    Reason: 'string', Status: 'string', Dispute_State: 'string', Dispute_Life_Cycle_Stage: 'string', Dispute_Channel: 'string',
    Dispute_Amount_Value: 'string', Dispute_Amount_Currency_Code: 'string', Dispute_Outcome_Code: 'string', Amount_Refunded_Value: 'string',
    Seller_Response_Due_Date: 'date-time', Message_Content: 'string',
  },
  row({ stage, createdMs, draw, later }) {
    const buyer = person(draw.whole(0, peopleCount - 1))
    const amount = priceOf(draw.whole(0, 160), buyer.currency)
    const isOver = stage > 1
    const isRefunded = isOver && later.chance(0.5)
    return {
      Dispute_Id: `PP-D-${draw.code(6, '0123456789')}`,
      Create_Time: isoSeconds(createdMs),
      Disputed_Transaction_Id: draw.code(17),
      Buyer_Name: `${buyer.givenName} ${buyer.surname}`,
      Buyer_Email: draw.chance(0.9) ? buyer.email : null,
      Reason: draw.pickEarly(['MERCHANDISE_OR_SERVICE_NOT_RECEIVED', 'MERCHANDISE_OR_SERVICE_NOT_AS_DESCRIBED', 'UNAUTHORISED', 'DUPLICATE_TRANSACTION']),
      Status: isOver ? 'RESOLVED' : later.pick(['OPEN', 'WAITING_FOR_SELLER_RESPONSE', 'UNDER_REVIEW']),
      Dispute_State: isOver ? 'RESOLVED' : later.pick(['REQUIRED_ACTION', 'UNDER_PAYPAL_REVIEW']),
      Dispute_Life_Cycle_Stage: draw.pickEarly(['INQUIRY', 'CHARGEBACK', 'PRE_ARBITRATION']),
      Dispute_Channel: draw.pickEarly(['INTERNAL', 'EXTERNAL']),
      Dispute_Amount_Value: amountText(amount),
      Dispute_Amount_Currency_Code: amount.currency,
      Dispute_Outcome_Code: isOver ? (isRefunded ? 'RESOLVED_BUYER_FAVOUR' : 'RESOLVED_SELLER_FAVOUR') : null,
      Amount_Refunded_Value: isRefunded ? amountText(amount) : null,
      Seller_Response_Due_Date: isOver ? null : isoSeconds(createdMs + 10 * dayMs),
      Message_Content: draw.chance(0.1) ? complaint.repeat(4).trim() : draw.chance(0.5) ? 'Not as described.' : null,
    }
  },
})
