import { good, priceOf } from '../support/goods'
import { share } from '../support/money'
import { person } from '../support/people'
import { sampleTable } from '../support/sample-table'
import { isoSeconds, isoWithOffset, minuteMs } from '../support/time'
import { moneyColumns, sale } from './payments'
import { squareIds } from './square-ids'

/** `Square.Orders`: what was ordered, one row an order; closed when it is paid. */
export const orders = sampleTable({
  name: 'Square.Orders',
  deltaColumn: 'Updated_At',
  gapMs: 12 * minuteMs,
  busyShare: 0.8,
  updateShare: 0.2,
  flaws: [{ every: 181, at: 71, column: 'Order_Id', value: null }],
  columns: {
    Order_Id: 'string', Location_Id: 'string', Location_Name: 'string', Customer_Id: 'string', Reference_Id: 'string', Source_Name: 'string',
    State: 'string', Version: 'integer', Created_At: 'date-time', Updated_At: 'date-time', Closed_At: 'date-time', Local_Time: 'string',
    Total_Money_Amount: 'integer', Total_Money_Currency: 'string', Total_Tax_Money_Amount: 'integer', Total_Discount_Money_Amount: 'integer',
    Total_Tip_Money_Amount: 'integer', Total_Service_Charge_Money_Amount: 'integer',
    Fulfillment_Type: 'string', Fulfillment_State: 'string', Recipient_Name: 'string', Ticket_Name: 'string',
  },
  row({ index, stage, createdMs, atMs, draw, later }) {
    const facts = sale(index)
    const buyer = person(facts.buyer)
    const isPickup = draw.chance(0.25)
    return {
      Order_Id: squareIds.order(index),
      Location_Id: squareIds.location(facts.location.number),
      Location_Name: facts.location.name,
      Customer_Id: draw.chance(0.6) ? squareIds.customer(facts.buyer) : null,
      Reference_Id: draw.chance(0.1) ? `web-${draw.code(8).toLowerCase()}` : null,
      Source_Name: draw.pickEarly(['Point of Sale', 'Online Store', 'Invoices']),
      State: stage > 0 ? 'COMPLETED' : later.pickEarly(['OPEN', 'COMPLETED', 'CANCELED']),
      Version: stage + 1,
      Created_At: isoSeconds(createdMs),
      Closed_At: stage > 0 ? isoSeconds(atMs) : null,
      Local_Time: isoWithOffset(createdMs, facts.location.timeZone),
      ...moneyColumns('Total_Money', facts.amount),
      Total_Tax_Money_Amount: share(facts.amount, 0.08).minor,
      Total_Discount_Money_Amount: draw.chance(0.1) ? share(facts.amount, 0.1).minor : 0,
      Total_Tip_Money_Amount: facts.tip.minor,
      Total_Service_Charge_Money_Amount: 0,
      Fulfillment_Type: isPickup ? 'PICKUP' : null,
      Fulfillment_State: isPickup ? draw.pick(['PROPOSED', 'PREPARED', 'COMPLETED']) : null,
      Recipient_Name: isPickup ? `${buyer.givenName} ${buyer.surname}` : null,
      Ticket_Name: draw.chance(0.3) ? draw.pick(['Bar 3', 'Terrasse', '2番テーブル', 'To go']) : null,
    }
  },
})

/** `Square.Order_Line_Items`: what an order consists of. Quantities are texts, as Square sends them. */
export const orderLineItems = sampleTable({
  name: 'Square.Order_Line_Items',
  deltaColumn: 'Order_Updated_At',
  gapMs: 12 * minuteMs,
  busyShare: 0.8,
  flaws: [{ every: 139, at: 27, column: 'Quantity', value: 'two' }],
  columns: {
    Uid: 'string', Order_Id: 'string', Catalog_Object_Id: 'string', Name: 'string', Variation_Name: 'string', Sku: 'string', Quantity: 'string',
    Base_Price_Money_Amount: 'integer', Base_Price_Money_Currency: 'string', Gross_Sales_Money_Amount: 'integer', Total_Money_Amount: 'integer',
    Note: 'string', Order_Updated_At: 'date-time',
  },
  row({ index, draw }) {
    const facts = sale(index)
    const item = good(facts.item)
    const unit = priceOf(facts.item, facts.amount.currency)
    const [name = item.name, variation = null] = item.name.split(', ')
    return {
      Uid: draw.code(20),
      Order_Id: squareIds.order(index),
      Catalog_Object_Id: squareIds.variation(facts.item),
      Name: name,
      Variation_Name: variation,
      Sku: item.sku,
      Quantity: item.type === 'PHYSICAL' && draw.chance(0.05) ? '0.25' : String(facts.quantity),
      ...moneyColumns('Base_Price_Money', unit),
      Gross_Sales_Money_Amount: facts.amount.minor,
      Total_Money_Amount: facts.amount.minor,
      Note: draw.chance(0.05) ? 'gift-wrapped' : null,
    }
  },
})
