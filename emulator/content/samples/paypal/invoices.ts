import { good, priceOf } from '../support/goods'
import { add, amountText, share } from '../support/money'
import { peopleCount, person } from '../support/people'
import { sampleTable } from '../support/sample-table'
import { dayMs, hourMs, isoDate } from '../support/time'

/** `PayPal.Invoices`: bills sent by mail. Their dates are days without a time, save for the last change. */
export const invoices = sampleTable({
  name: 'PayPal.Invoices',
  deltaColumn: 'Last_Update_Time',
  gapMs: 4 * hourMs,
  updateShare: 0.5,
  flaws: [
    { every: 79, at: 31, column: 'Invoice_Id', value: null },
    { every: 127, at: 50, column: 'Invoice_Date', value: '2026-13-01' },
  ],
  columns: {
    Invoice_Id: 'string', Invoice_Number: 'string', Status: 'string', Invoice_Date: 'date', Due_Date: 'date', Last_Update_Time: 'date-time',
    Currency_Code: 'string', Amount_Value: 'string', Tax_Total_Value: 'string', Paid_Amount_Value: 'string', Due_Amount_Value: 'string',
    Recipient_Email_Address: 'string', Recipient_Given_Name: 'string', Recipient_Surname: 'string', Recipient_Country_Code: 'string',
    Item_Name: 'string', Item_Quantity: 'string', Note: 'string', Memo: 'string', Allow_Partial_Payment: 'boolean', Viewed_By_Recipient: 'boolean',
  },
  row({ index, stage, createdMs, draw, later }) {
    const to = person(draw.whole(0, peopleCount - 1))
    const item = good(draw.whole(0, 160))
    const net = priceOf(item.number, to.currency)
    const tax = share(net, 0.19)
    const total = add(net, tax)
    const paid = share(total, stage > 1 ? 1 : stage === 1 && later.chance(0.2) ? 0.5 : 0)
    return {
      Invoice_Id: `INV2-${draw.code(4)}-${draw.code(4)}-${draw.code(4)}-${draw.code(4)}`,
      Invoice_Number: String(index + 1).padStart(5, '0'),
      Status: paid.minor === total.minor ? 'PAID' : paid.minor > 0 ? 'PARTIALLY_PAID' : later.pickEarly(['SENT', 'DRAFT', 'CANCELLED']),
      Invoice_Date: isoDate(createdMs),
      Due_Date: draw.chance(0.8) ? isoDate(createdMs + 14 * dayMs) : null,
      Currency_Code: total.currency,
      Amount_Value: amountText(total),
      Tax_Total_Value: amountText(tax),
      Paid_Amount_Value: paid.minor === 0 ? null : amountText(paid),
      Due_Amount_Value: amountText({ ...total, minor: total.minor - paid.minor }),
      Recipient_Email_Address: to.email,
      Recipient_Given_Name: to.givenName,
      Recipient_Surname: to.surname,
      Recipient_Country_Code: to.country,
      Item_Name: item.name,
      Item_Quantity: '1',
      Note: draw.chance(0.2) ? 'Vielen Dank für Ihren Einkauf!' : null,
      Memo: draw.chance(0.05) ? 'second reminder; do not send a third' : null,
      Allow_Partial_Payment: draw.chance(0.3),
      Viewed_By_Recipient: stage > 0,
    }
  },
})
