import { drawFor } from '../support/draw'
import { good, priceOf } from '../support/goods'
import { add, amountText, share } from '../support/money'
import { peopleCount, person } from '../support/people'
import { sampleTable } from '../support/sample-table'
import { hourMs, isoSeconds } from '../support/time'

/** `PayPal.Orders`: what was agreed in checkout; comes again when it is approved, captured or given up. */
export const orders = sampleTable({
  name: 'PayPal.Orders',
  deltaColumn: 'Update_Time',
  gapMs: hourMs / 2,
  busyShare: 0.85,
  updateShare: 0.35,
  flaws: [
    { every: 173, at: 21, column: 'Order_Id', value: null },
    { every: 229, at: 57, column: 'Amount_Currency_Code', value: '€' },
  ],
  columns: {
    Order_Id: 'string', Intent: 'string', Status: 'string', Create_Time: 'date-time', Update_Time: 'date-time',
    Purchase_Unit_Reference_Id: 'string', Invoice_Id: 'string', Custom_Id: 'string', Soft_Descriptor: 'string',
    Amount_Value: 'string', Amount_Currency_Code: 'string', Item_Total_Value: 'string', Tax_Total_Value: 'string', Shipping_Value: 'string', Discount_Value: 'string',
    Item_Name: 'string', Item_Sku: 'string', Item_Quantity: 'integer', Item_Category: 'string',
    Payer_Id: 'string', Payer_Email_Address: 'string', Payer_Given_Name: 'string', Payer_Surname: 'string', Payer_Country_Code: 'string',
    Shipping_Full_Name: 'string', Shipping_Address_Line_1: 'string', Shipping_Admin_Area_2: 'string', Shipping_Admin_Area_1: 'string',
    Shipping_Postal_Code: 'string', Shipping_Country_Code: 'string', Capture_Id: 'string',
  },
  row({ index, stage, createdMs, draw, later }) {
    const buyer = person(draw.whole(0, peopleCount - 1))
    const item = good(draw.whole(0, 160))
    const quantity = draw.pickEarly([1, 1, 2, 3])
    const items = share(priceOf(item.number, buyer.currency), quantity)
    const tax = share(items, draw.pick([0, 0.07, 0.19]))
    const shipping = share(items, item.type === 'PHYSICAL' ? 0.1 : 0)
    const isShipped = item.type === 'PHYSICAL'
    return {
      Order_Id: draw.code(17),
      Intent: draw.pickEarly(['CAPTURE', 'AUTHORIZE']),
      Status: stage > 0 ? later.pickEarly(['COMPLETED', 'COMPLETED', 'VOIDED']) : later.pickEarly(['APPROVED', 'CREATED', 'PAYER_ACTION_REQUIRED']),
      Create_Time: isoSeconds(createdMs),
      Purchase_Unit_Reference_Id: 'default',
      Invoice_Id: draw.chance(0.6) ? `INV-${String(100000 + index)}` : null,
      Custom_Id: draw.chance(0.2) ? `{"cart":"${draw.code(8).toLowerCase()}"}` : null,
      Soft_Descriptor: draw.chance(0.2) ? 'TRIBUTARY*SHOP' : null,
      Amount_Value: amountText(add(items, tax, shipping)),
      Amount_Currency_Code: items.currency,
      Item_Total_Value: amountText(items),
      Tax_Total_Value: tax.minor === 0 ? null : amountText(tax),
      Shipping_Value: shipping.minor === 0 ? null : amountText(shipping),
      Discount_Value: draw.chance(0.08) ? amountText(share(items, 0.1)) : null,
      Item_Name: item.name,
      Item_Sku: item.sku,
      Item_Quantity: quantity,
      Item_Category: item.type === 'PHYSICAL' ? 'PHYSICAL_GOODS' : 'DIGITAL_GOODS',
      Payer_Id: stage > 0 || later.chance(0.5) ? buyer.payerId : null,
      Payer_Email_Address: buyer.email,
      Payer_Given_Name: buyer.givenName,
      Payer_Surname: buyer.surname,
      Payer_Country_Code: buyer.country,
      ...(isShipped
        ? {
            Shipping_Full_Name: `${buyer.givenName} ${buyer.surname}`, Shipping_Address_Line_1: buyer.street, Shipping_Admin_Area_2: buyer.city,
            Shipping_Admin_Area_1: buyer.state, Shipping_Postal_Code: buyer.postalCode, Shipping_Country_Code: buyer.country,
          }
        : {}),
      Capture_Id: stage > 0 ? drawFor('paypal capture', index).code(17) : null,
    }
  },
})
