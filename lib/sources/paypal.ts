import { compute, take, write } from './starters'
import { xdm, xdmClasses, xdmGroups } from './xdm-ids'
import type { ObjectHint, PaymentsSource } from './payments-source'

const email = { path: 'personalEmail.address', namespace: 'Email' }

const products: ObjectHint = {
  words: ['product', 'products'],
  classId: xdmClasses.product,
  fieldGroupIds: [xdm('mixins/product-category'), xdm('mixins/product-catalog')],
  starters: [
    take('_id', 'Product_Id'),
    take('productID', 'Product_Id'),
    take('productName', 'Product_Name'),
    take('productDescription', 'Description'),
    take('productRating', 'Rating'),
    take('productListPrice.amount', 'List_Price_Value'),
    take('productListPrice.currencyCode', 'List_Price_Currency_Code'),
    take('productLastModifiedDate', 'updatedAt'),
    take('productCategoryName', 'Category'),
  ],
}

const plans: ObjectHint = {
  words: ['plan', 'plans'],
  classId: xdmClasses.plan,
  fieldGroupIds: [],
  starters: [take('_id', 'Plan_Id'), take('planID', 'Plan_Id'), take('planName', 'Name')],
}

/** What a plan takes and adds: one row each, told apart by its own id. */
const planParts: ObjectHint = {
  words: ['definition', 'definitions'],
  exactly: ['payment_definition', 'payment_definitions', 'charge_models'],
  classId: xdmClasses.plan,
  fieldGroupIds: [],
  starters: [take('_id', 'Payment_Definition_Id'), take('planID', 'Plan_Id')],
}

const transactions: ObjectHint = {
  words: ['transaction', 'transactions', 'payment', 'payments', 'capture', 'captures', 'refund', 'refunds', 'payout', 'payouts'],
  classId: xdmClasses.experienceEvent,
  fieldGroupIds: [xdmGroups.commerce, xdmGroups.contact],
  identity: email,
  starters: [
    take('_id', 'Transaction_Id'),
    take('timestamp', 'Transaction_Initiation_Date'),
    compute('eventType', 'iif(matches_regex(Transaction_Event_Code, "T00.*"), "commerce.purchases", concat("paypal.", Transaction_Event_Code))'),
    take('commerce.order.purchaseID', 'Invoice_Id'),
    take('commerce.order.priceTotal', 'Transaction_Amount_Value'),
    take('commerce.order.currencyCode', 'Transaction_Amount_Currency_Code'),
    take('commerce.order.taxAmount', 'Sales_Tax_Amount_Value'),
    take('commerce.order.payments[0].transactionID', 'Transaction_Id'),
    take('commerce.order.payments[0].paymentAmount', 'Transaction_Amount_Value'),
    take('commerce.order.payments[0].currencyCode', 'Transaction_Amount_Currency_Code'),
    write('commerce.order.payments[0].paymentType', 'paypal'),
    take('productListItems[0].SKU', 'Item_Code'),
    take('productListItems[0].name', 'Item_Name'),
    take('productListItems[0].quantity', 'Item_Quantity'),
    take('personalEmail.address', 'Payer_Email'),
  ],
}

const orders: ObjectHint = {
  words: ['order', 'orders', 'checkout', 'checkouts'],
  classId: xdmClasses.experienceEvent,
  fieldGroupIds: [xdmGroups.commerce, xdmGroups.contact],
  identity: email,
  starters: [
    // An order comes again when it is approved and captured, so its own id does not tell two events apart.
    compute('_id', 'concat(Order_Id, "-", Update_Time)'),
    take('timestamp', 'Update_Time'),
    compute('eventType', 'iif(Status == "COMPLETED", "commerce.purchases", "commerce.checkouts")'),
    take('commerce.order.purchaseID', 'Order_Id'),
    take('commerce.order.purchaseOrderNumber', 'Invoice_Id'),
    take('commerce.order.priceTotal', 'Amount_Value'),
    take('commerce.order.currencyCode', 'Amount_Currency_Code'),
    take('commerce.order.taxAmount', 'Tax_Total_Value'),
    take('commerce.order.discountAmount', 'Discount_Value'),
    take('commerce.order.createdDate', 'Create_Time'),
    take('commerce.order.lastUpdatedDate', 'Update_Time'),
    take('productListItems[0].SKU', 'Item_Sku'),
    take('productListItems[0].name', 'Item_Name'),
    take('productListItems[0].quantity', 'Item_Quantity'),
    take('personalEmail.address', 'Payer_Email_Address'),
  ],
}

const disputes: ObjectHint = {
  words: ['dispute', 'disputes'],
  classId: xdmClasses.experienceEvent,
  fieldGroupIds: [xdmGroups.commerce, xdmGroups.contact],
  identity: email,
  starters: [
    compute('_id', 'concat(Dispute_Id, "-", Update_Time)'),
    take('timestamp', 'Update_Time'),
    compute('eventType', 'concat("paypal.dispute.", lower(Dispute_State))'),
    take('commerce.order.payments[0].transactionID', 'Disputed_Transaction_Id'),
    take('commerce.order.payments[0].paymentAmount', 'Dispute_Amount_Value'),
    take('commerce.order.payments[0].currencyCode', 'Dispute_Amount_Currency_Code'),
    take('commerce.order.refundTotal', 'Amount_Refunded_Value'),
    take('personalEmail.address', 'Buyer_Email'),
  ],
}

const invoices: ObjectHint = {
  words: ['invoice', 'invoices'],
  classId: xdmClasses.experienceEvent,
  fieldGroupIds: [xdmGroups.commerce, xdmGroups.contact],
  identity: email,
  starters: [
    compute('_id', 'concat(Invoice_Id, "-", Last_Update_Time)'),
    take('timestamp', 'Last_Update_Time'),
    compute('eventType', 'concat("paypal.invoice.", lower(Status))'),
    take('commerce.order.purchaseOrderNumber', 'Invoice_Number'),
    take('commerce.order.priceTotal', 'Amount_Value'),
    take('commerce.order.currencyCode', 'Currency_Code'),
    take('commerce.order.taxAmount', 'Tax_Total_Value'),
    take('personalEmail.address', 'Recipient_Email_Address'),
  ],
}

const subscriptions: ObjectHint = {
  words: ['subscription', 'subscriptions'],
  classId: xdmClasses.profile,
  fieldGroupIds: [xdmGroups.person, xdmGroups.contact, xdm('context/profile-subscriptions')],
  identity: email,
  starters: [
    take('_id', 'Subscriber_Payer_Id'),
    take('personID', 'Subscriber_Payer_Id'),
    take('person.name.firstName', 'Subscriber_Given_Name'),
    take('person.name.lastName', 'Subscriber_Surname'),
    take('personalEmail.address', 'Subscriber_Email_Address'),
    take('subscriptions[0].contractID', 'Subscription_Id'),
    take('subscriptions[0].planName', 'Plan_Id'),
    take('subscriptions[0].status', 'Status'),
  ],
}

const customers: ObjectHint = {
  words: ['customer', 'customers', 'payer', 'payers', 'user', 'users'],
  classId: xdmClasses.profile,
  fieldGroupIds: [xdmGroups.person, xdmGroups.contact],
  identity: email,
  starters: [],
}

/** Adobe marks PayPal as to be deprecated (June 2025) but existing specifications keep answering: the workspace decides. */
export const paypal: PaymentsSource = {
  key: 'paypal',
  name: 'PayPal',
  connectionSpec: { id: '221c7626-58f6-4eec-8ee2-042b0226f03b', version: '1.0' },
  flowSpecName: 'CRMToAEP',
  kind: 'table',
  authSpecName: 'Client-Id-Secret Based Authentication',
  status: 'deprecated',
  authFields: {
    host: { default: 'api.sandbox.paypal.com', example: 'api.paypal.com' },
    clientId: {},
    clientSecret: {},
  },
  credentialsPage: 'https://developer.paypal.com/dashboard/applications',
  objects: [planParts, products, plans, transactions, orders, disputes, invoices, subscriptions, customers],
}
