import { priceOf } from '../support/goods'
import { amountText } from '../support/money'
import { peopleCount, person } from '../support/people'
import { sampleTable } from '../support/sample-table'
import { dayMs, hourMs, isoSeconds } from '../support/time'
import { plan, planCount } from './catalog'

/** `PayPal.Subscriptions`: who takes which plan; comes again at every payment and change. */
export const subscriptions = sampleTable({
  name: 'PayPal.Subscriptions',
  deltaColumn: 'Update_Time',
  gapMs: 5 * hourMs,
  updateShare: 0.5,
  flaws: [{ every: 97, at: 37, column: 'Subscription_Id', value: null }],
  columns: {
    Subscription_Id: 'string', Plan_Id: 'string', Status: 'string', Status_Change_Note: 'string', Status_Update_Time: 'date-time',
    Start_Time: 'date-time', Create_Time: 'date-time', Update_Time: 'date-time', Quantity: 'string',
    Subscriber_Payer_Id: 'string', Subscriber_Email_Address: 'string', Subscriber_Given_Name: 'string', Subscriber_Surname: 'string',
    Last_Payment_Amount_Value: 'string', Last_Payment_Currency_Code: 'string', Last_Payment_Time: 'date-time', Next_Billing_Time: 'date-time',
    Failed_Payments_Count: 'integer', Outstanding_Balance_Value: 'string', Auto_Renewal: 'boolean',
  },
  row({ index, stage, createdMs, atMs, draw, later }) {
    const who = person((index * 7) % peopleCount)
    const facts = plan(draw.whole(0, planCount - 1))
    const price = priceOf(facts.productNumber, 'USD')
    const isOver = stage > 2 && later.chance(0.6)
    const hasPaid = stage > 0
    return {
      Subscription_Id: `I-${draw.code(12)}`,
      Plan_Id: facts.id,
      Status: isOver ? 'CANCELLED' : hasPaid ? later.pickEarly(['ACTIVE', 'ACTIVE', 'SUSPENDED']) : later.pick(['APPROVAL_PENDING', 'APPROVED']),
      Status_Change_Note: isOver ? later.pick(['too expensive', 'não uso mais', '解約希望']) : null,
      Status_Update_Time: isoSeconds(atMs),
      Start_Time: isoSeconds(createdMs + dayMs),
      Create_Time: isoSeconds(createdMs),
      Quantity: String(draw.pickEarly([1, 1, 2])),
      Subscriber_Payer_Id: who.payerId,
      Subscriber_Email_Address: who.email,
      Subscriber_Given_Name: who.givenName,
      Subscriber_Surname: who.surname,
      Last_Payment_Amount_Value: hasPaid ? amountText(price) : null,
      Last_Payment_Currency_Code: hasPaid ? price.currency : null,
      Last_Payment_Time: hasPaid ? isoSeconds(atMs) : null,
      Next_Billing_Time: isOver ? null : isoSeconds(atMs + 30 * dayMs),
      Failed_Payments_Count: draw.pickEarly([0, 0, 1, 3]),
      Outstanding_Balance_Value: '0.00',
      Auto_Renewal: draw.chance(0.8),
    }
  },
})
