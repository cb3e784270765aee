import type { JsonObject } from '../../types'
import type { Draw } from '../support/draw'
import { good, priceOf } from '../support/goods'
import { add, amountText, negate, share, type Money } from '../support/money'
import { peopleCount, person } from '../support/people'
import { sampleTable, type RowSeed } from '../support/sample-table'
import { dayMs, isoSeconds, isoWithOffset, minuteMs, usDate } from '../support/time'
import { transactionColumns } from './transaction-columns'

/** PayPal's event codes: what kind of movement a transaction is. */
const kinds = [
  { code: 'T0006', subject: 'Express Checkout payment', sign: 1 },
  { code: 'T0006', subject: 'Express Checkout payment', sign: 1 },
  { code: 'T0003', subject: 'Pre-approved payment', sign: 1 },
  { code: 'T0007', subject: 'Website payment', sign: 1 },
  { code: 'T1107', subject: 'Payment refund', sign: -1 },
  { code: 'T1201', subject: 'Chargeback', sign: -1 },
] as const

const clocks = [-480, -300, 0, 60, 120, 330, 540] as const

type Amounts = { quantity: number; unit: Money; items: Money; tax: Money; shipping: Money; total: Money; fee: Money }

function drawAmounts(draw: Draw, unit: Money, isPhysical: boolean): Amounts {
  const quantity = draw.pickEarly([1, 1, 2, 3, 5])
  const items = share(unit, quantity)
  const tax = share(items, draw.pick([0, 0.07, 0.19, 0.2]))
  const shipping = share(unit, isPhysical ? draw.pick([0, 0.08, 0.15]) : 0)
  const total = add(items, tax, shipping)
  return { quantity, unit, items, tax, shipping, total, fee: share(total, 0.029) }
}

function amountColumns(amounts: Amounts, balance: Money, sign: 1 | -1): JsonObject {
  const currency = amounts.total.currency
  const signed = (money: Money) => amountText(sign === 1 ? money : negate(money))
  return {
    Transaction_Amount_Value: signed(amounts.total),
    Transaction_Amount_Currency_Code: currency,
    Fee_Amount_Value: signed(negate(amounts.fee)),
    Fee_Amount_Currency_Code: currency,
    Sales_Tax_Amount_Value: amounts.tax.minor === 0 ? null : signed(amounts.tax),
    Shipping_Amount_Value: amounts.shipping.minor === 0 ? null : signed(amounts.shipping),
    Ending_Balance_Value: amountText(balance),
    Ending_Balance_Currency_Code: currency,
    Available_Balance_Value: amountText(share(balance, 0.93)),
    Available_Balance_Currency_Code: currency,
    Item_Quantity: amounts.quantity,
    Item_Unit_Price_Value: amountText(amounts.unit),
    Item_Amount_Value: signed(amounts.items),
  }
}

function payerColumns(number: number, isShipped: boolean, draw: Draw): JsonObject {
  const payer = person(number)
  const name = `${payer.givenName} ${payer.surname}`
  const delivery = {
    Shipping_Name: name,
    Shipping_Method: draw.pick(['Standard', 'Express', 'Pick-up point']),
    Shipping_Address_Line1: payer.street,
    Shipping_Address_Line2: payer.street2,
    Shipping_Address_City: payer.city,
    Shipping_Address_State: payer.state,
    Shipping_Address_Postal_Code: payer.postalCode,
    Shipping_Address_Country_Code: payer.country,
  }
  return {
    Payer_Account_Id: payer.payerId,
    Payer_Email: payer.email,
    Payer_Phone_Number: draw.chance(0.4) ? payer.phone : null,
    Payer_Status: draw.pickEarly(['Y', 'Y', 'N']),
    Payer_Address_Status: isShipped ? draw.pickEarly(['Y', 'N']) : null,
    Payer_Given_Name: payer.givenName,
    Payer_Surname: payer.surname,
    Payer_Alternate_Full_Name: name,
    Payer_Country_Code: payer.country,
    ...(isShipped ? delivery : {}),
  }
}

/** The merchant's own account, the same on every row. */
const merchantAccount = 'M8R4WQHZ2TJ6L'

function transactionRow({ index, createdMs, stage, draw, later }: RowSeed): JsonObject {
  const buyer = draw.whole(0, peopleCount - 1)
  const item = good(draw.whole(0, 160))
  const kind = draw.pickEarly(kinds)
  const amounts = drawAmounts(draw, priceOf(item.number, person(buyer).currency), item.type === 'PHYSICAL')
  const startedMs = createdMs - draw.whole(0, 40) * minuteMs
  const balance = share(amounts.total, draw.whole(20, 400))
  const isCard = draw.chance(0.35)
  return {
    Transaction_Id: draw.code(17),
    PayPal_Account_Id: merchantAccount,
    PayPal_Reference_Id: kind.sign === -1 ? draw.code(17) : null,
    PayPal_Reference_Id_Type: kind.sign === -1 ? 'TXN' : null,
    Transaction_Event_Code: kind.code,
    Transaction_Initiation_Date: isoSeconds(startedMs),
    Transaction_Status: stage > 0 ? 'S' : later.pickEarly(['S', 'S', 'S', 'P', 'D', 'V']),
    Transaction_Subject: kind.subject,
    Transaction_Note: draw.chance(0.08) ? draw.pick(['Danke! 🙂', 'Please gift-wrap, "no price tag"', 'livraison après 18h']) : null,
    Payment_Tracking_Id: draw.chance(0.1) ? draw.code(10) : null,
    Bank_Reference_Id: isCard ? `BR${draw.code(9, '0123456789')}` : null,
    Invoice_Id: draw.chance(0.7) ? `INV-${String(100000 + index)}` : null,
    Custom_Field: draw.chance(0.2) ? `{"cart":"${draw.code(8).toLowerCase()}"}` : null,
    Protection_Eligibility: draw.pickEarly(['01', '01', '02', '03']),
    Credit_Term: null,
    Payment_Method_Type: isCard ? 'CARD' : draw.pick(['BALANCE', 'BANK']),
    Instrument_Type: isCard ? draw.pick(['VISA', 'MASTERCARD', 'AMEX', 'JCB']) : null,
    Instrument_Sub_Type: isCard ? draw.pick(['CREDIT', 'DEBIT']) : null,
    Discount_Amount_Value: draw.chance(0.1) ? amountText(negate(share(amounts.items, 0.1))) : null,
    ...amountColumns(amounts, balance, kind.sign),
    ...payerColumns(buyer, item.type === 'PHYSICAL', draw),
    Item_Code: item.sku,
    Item_Name: item.name,
    Item_Description: item.description,
    Store_Id: draw.chance(0.15) ? `S-${draw.whole(1, 9)}` : null,
    Terminal_Id: null,
    Is_First_Purchase: draw.chance(0.4),
    Risk_Score: draw.whole(0, 1000) / 1000,
    Local_Time: isoWithOffset(startedMs, draw.pick(clocks)),
    Settlement_Date: kind.sign === 1 ? usDate(startedMs + 2 * dayMs) : null,
  }
}

/**
 * `PayPal.Transactions`: the wide table. About 4,500 rows in ninety days, more by day than by night.
 * One in a hundred cannot arrive whatever the mapping: no id, or a date nobody can read.
 */
export const transactions = sampleTable({
  name: 'PayPal.Transactions',
  deltaColumn: 'Transaction_Updated_Date',
  gapMs: 15 * minuteMs,
  busyShare: 0.85,
  updateShare: 0.04,
  repeatEvery: 97,
  flaws: [
    { every: 149, at: 17, column: 'Transaction_Id', value: null },
    { every: 193, at: 5, column: 'Transaction_Initiation_Date', value: 'n/a' },
    { every: 251, at: 9, column: 'Transaction_Amount_Currency_Code', value: 'US$' },
    { every: 307, at: 30, column: 'Transaction_Amount_Value', value: '1.234,50' },
  ],
  columns: transactionColumns,
  row: transactionRow,
})
