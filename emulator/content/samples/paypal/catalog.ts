import { good, priceOf } from '../support/goods'
import { amountText } from '../support/money'
import { sampleTable } from '../support/sample-table'
import { hourMs, isoSeconds } from '../support/time'
import { drawFor } from '../support/draw'

/** `PayPal.Catalog_Products`: slow; a product comes again when its seller changes it. */
export const catalogProducts = sampleTable({
  name: 'PayPal.Catalog_Products',
  deltaColumn: 'updatedAt',
  gapMs: 3 * hourMs,
  updateShare: 0.4,
  flaws: [
    { every: 163, at: 40, column: 'Product_Id', value: null },
    { every: 211, at: 77, column: 'Create_Time', value: '0000-00-00 00:00:00' },
  ],
  columns: {
    Product_Id: 'string',
    Product_Name: 'string',
    Description: 'string',
    Type: 'string',
    Create_Time: 'date-time',
    Category: 'string',
    Image_Url: 'string',
    Home_Url: 'string',
    List_Price_Value: 'string',
    List_Price_Currency_Code: 'string',
    Rating: 'number',
    updatedAt: 'date-time',
  },
  row({ index, stage, createdMs, draw }) {
    const item = good(index)
    const page = draw.chance(0.8) ? `https://shop.example.com/p/${item.sku.toLowerCase()}` : null
    return {
      Product_Id: item.id,
      Product_Name: stage > 1 ? `${item.name} (new)` : item.name,
      Description: item.description,
      Type: item.type,
      Create_Time: isoSeconds(createdMs),
      Category: item.category,
      Image_Url: page === null ? null : `${page}/1.jpg`,
      Home_Url: page,
      List_Price_Value: amountText(priceOf(index, 'USD')),
      List_Price_Currency_Code: 'USD',
      Rating: draw.chance(0.3) ? null : draw.whole(20, 50) / 10,
    }
  },
})

/** How many billing plans there are for subscriptions to choose from. */
export const planCount = 24

export type Plan = {
  id: string
  productNumber: number
  name: string
  frequency: 'DAY' | 'WEEK' | 'MONTH' | 'YEAR'
  frequencyInterval: number
  definitionId: string
}

/** The same plan for the same number, in every table. */
export function plan(number: number): Plan {
  const draw = drawFor('plan', number)
  const frequency = draw.pickEarly(['MONTH', 'YEAR', 'WEEK', 'DAY'])
  const size = draw.pick(['Basic', 'Plus', 'Pro', 'Famille', 'Bücherclub', '定期便'])
  return {
    id: `P-${draw.code(24)}`,
    productNumber: draw.whole(0, 80),
    name: `${size} ${frequency.toLowerCase()}ly`,
    frequency,
    frequencyInterval: draw.chance(0.15) ? 3 : 1,
    definitionId: `PD-${draw.code(20)}`,
  }
}

/** `PayPal.Billing_Plans`. */
export const billingPlans = sampleTable({
  name: 'PayPal.Billing_Plans',
  deltaColumn: 'Update_Time',
  gapMs: 22 * hourMs,
  columns: {
    Plan_Id: 'string',
    Product_Id: 'string',
    Name: 'string',
    Description: 'string',
    Status: 'string',
    Usage_Type: 'string',
    Quantity_Supported: 'boolean',
    Setup_Fee_Value: 'string',
    Setup_Fee_Currency_Code: 'string',
    Payment_Failure_Threshold: 'integer',
    Auto_Bill_Outstanding: 'boolean',
    Taxes_Percentage: 'string',
    Create_Time: 'date-time',
    Update_Time: 'date-time',
  },
  row({ index, createdMs, draw }) {
    const facts = plan(index % planCount)
    const hasFee = draw.chance(0.3)
    return {
      Plan_Id: facts.id,
      Product_Id: good(facts.productNumber).id,
      Name: facts.name,
      Description: draw.chance(0.25) ? null : `${facts.name}, billed until cancelled`,
      Status: draw.pickEarly(['ACTIVE', 'ACTIVE', 'INACTIVE', 'CREATED']),
      Usage_Type: 'LICENSED',
      Quantity_Supported: draw.chance(0.2),
      Setup_Fee_Value: hasFee ? '10.00' : null,
      Setup_Fee_Currency_Code: hasFee ? 'USD' : null,
      Payment_Failure_Threshold: draw.whole(0, 3),
      Auto_Bill_Outstanding: draw.chance(0.9),
      Taxes_Percentage: draw.pick(['0', '7', '19', '20', '8.875']),
      Create_Time: isoSeconds(createdMs),
    }
  },
})

/** `PayPal.Billing_Plans_Payment_Definition`: how often and how much a plan takes. */
export const planPaymentDefinitions = sampleTable({
  name: 'PayPal.Billing_Plans_Payment_Definition',
  deltaColumn: 'Update_Time',
  gapMs: 22 * hourMs,
  columns: {
    Plan_Id: 'string',
    Payment_Definition_Id: 'string',
    Name: 'string',
    Type: 'string',
    Frequency: 'string',
    Frequency_Interval: 'integer',
    Cycles: 'integer',
    Amount_Value: 'string',
    Amount_Currency_Code: 'string',
    Update_Time: 'date-time',
  },
  row({ index, draw }) {
    const facts = plan(index % planCount)
    const isTrial = draw.chance(0.2)
    return {
      Plan_Id: facts.id,
      Payment_Definition_Id: facts.definitionId,
      Name: isTrial ? 'Trial' : 'Regular payments',
      Type: isTrial ? 'TRIAL' : 'REGULAR',
      Frequency: facts.frequency,
      Frequency_Interval: facts.frequencyInterval,
      Cycles: isTrial ? 1 : draw.pick([0, 0, 12, 24]),
      Amount_Value: isTrial ? '0.00' : amountText(priceOf(facts.productNumber, 'USD')),
      Amount_Currency_Code: 'USD',
    }
  },
})

/** `PayPal.Billing_Plans_Payment_Definition_Charge_Models`: what a plan adds to each payment. */
export const planChargeModels = sampleTable({
  name: 'PayPal.Billing_Plans_Payment_Definition_Charge_Models',
  deltaColumn: 'Update_Time',
  gapMs: 30 * hourMs,
  columns: {
    Plan_Id: 'string',
    Payment_Definition_Id: 'string',
    Charge_Model_Id: 'string',
    Type: 'string',
    Amount_Value: 'string',
    Amount_Currency_Code: 'string',
    Update_Time: 'date-time',
  },
  row({ index, draw }) {
    const facts = plan(index % planCount)
    return {
      Plan_Id: facts.id,
      Payment_Definition_Id: facts.definitionId,
      Charge_Model_Id: `CHM-${draw.code(20)}`,
      Type: draw.pick(['SHIPPING', 'TAX']),
      Amount_Value: amountText({ minor: draw.whole(50, 1500), currency: 'USD' }),
      Amount_Currency_Code: 'USD',
    }
  },
})
