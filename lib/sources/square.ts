import { compute, fromMinorUnits, take, write } from './starters'
import { xdm, xdmClasses, xdmGroups } from './xdm-ids'
import type { ObjectHint, PaymentsSource } from './payments-source'

const email = { path: 'personalEmail.address', namespace: 'Email' }

const payments: ObjectHint = {
  words: ['payment', 'payments'],
  classId: xdmClasses.experienceEvent,
  fieldGroupIds: [xdmGroups.commerce, xdmGroups.contact],
  identity: email,
  starters: [
    // A payment comes again when it is captured, tipped or refunded.
    compute('_id', 'concat(Payment_Id, "-", Updated_At)'),
    take('timestamp', 'Updated_At'),
    compute('eventType', 'iif(Status == "COMPLETED", "commerce.purchases", concat("square.payment.", lower(Status)))'),
    take('commerce.order.purchaseID', 'Order_Id'),
    take('commerce.order.createdDate', 'Created_At'),
    compute('commerce.order.priceTotal', fromMinorUnits('Total_Money_Amount', 'Total_Money_Currency')),
    take('commerce.order.currencyCode', 'Total_Money_Currency'),
    compute('commerce.order.refundTotal', fromMinorUnits('Refunded_Money_Amount', 'Refunded_Money_Currency')),
    take('commerce.order.payments[0].transactionID', 'Payment_Id'),
    compute('commerce.order.payments[0].paymentAmount', fromMinorUnits('Amount_Money_Amount', 'Amount_Money_Currency')),
    take('commerce.order.payments[0].currencyCode', 'Amount_Money_Currency'),
    compute('commerce.order.payments[0].paymentType', 'lower(Source_Type)'),
    take('personalEmail.address', 'Buyer_Email_Address'),
  ],
}

const refunds: ObjectHint = {
  words: ['refund', 'refunds'],
  classId: xdmClasses.experienceEvent,
  fieldGroupIds: [xdmGroups.commerce],
  starters: [
    compute('_id', 'concat(Refund_Id, "-", Updated_At)'),
    take('timestamp', 'Updated_At'),
    write('eventType', 'square.refund'),
    take('commerce.order.purchaseID', 'Order_Id'),
    take('commerce.order.refunds[0].transactionID', 'Refund_Id'),
    compute('commerce.order.refunds[0].refundAmount', fromMinorUnits('Amount_Money_Amount', 'Amount_Money_Currency')),
    take('commerce.order.refunds[0].currencyCode', 'Amount_Money_Currency'),
  ],
}

const orders: ObjectHint = {
  words: ['order', 'orders'],
  classId: xdmClasses.experienceEvent,
  fieldGroupIds: [xdmGroups.commerce],
  starters: [
    compute('_id', 'concat(Order_Id, "-", Version)'),
    take('timestamp', 'Updated_At'),
    compute('eventType', 'iif(State == "COMPLETED", "commerce.purchases", concat("square.order.", lower(State)))'),
    take('commerce.order.purchaseID', 'Order_Id'),
    take('commerce.order.purchaseOrderNumber', 'Reference_Id'),
    take('commerce.order.createdDate', 'Created_At'),
    take('commerce.order.lastUpdatedDate', 'Updated_At'),
    compute('commerce.order.priceTotal', fromMinorUnits('Total_Money_Amount', 'Total_Money_Currency')),
    compute('commerce.order.taxAmount', fromMinorUnits('Total_Tax_Money_Amount', 'Total_Money_Currency')),
    compute('commerce.order.discountAmount', fromMinorUnits('Total_Discount_Money_Amount', 'Total_Money_Currency')),
    take('commerce.order.currencyCode', 'Total_Money_Currency'),
  ],
}

const lineItems: ObjectHint = {
  words: ['line'],
  exactly: ['order_line_items', 'line_items'],
  classId: xdmClasses.experienceEvent,
  fieldGroupIds: [xdmGroups.commerce],
  starters: [
    take('_id', 'Uid'),
    take('timestamp', 'Order_Updated_At'),
    write('eventType', 'square.order.item'),
    take('commerce.order.purchaseID', 'Order_Id'),
    take('productListItems[0].SKU', 'Sku'),
    take('productListItems[0].name', 'Name'),
    compute('productListItems[0].priceTotal', fromMinorUnits('Total_Money_Amount', 'Base_Price_Money_Currency')),
    take('productListItems[0].currencyCode', 'Base_Price_Money_Currency'),
  ],
}

const customers: ObjectHint = {
  words: ['customer', 'customers'],
  classId: xdmClasses.profile,
  fieldGroupIds: [xdmGroups.person, xdmGroups.contact],
  identity: email,
  starters: [
    take('_id', 'Customer_Id'),
    take('personID', 'Customer_Id'),
    take('person.name.firstName', 'Given_Name'),
    take('person.name.lastName', 'Family_Name'),
    take('person.birthDate', 'Birthday'),
    take('personalEmail.address', 'Email_Address'),
    take('mobilePhone.number', 'Phone_Number'),
    take('homeAddress.street1', 'Address_Line_1'),
    take('homeAddress.street2', 'Address_Line_2'),
    take('homeAddress.city', 'Locality'),
    take('homeAddress.postalCode', 'Postal_Code'),
    take('homeAddress.countryCode', 'Country'),
  ],
}

const items: ObjectHint = {
  words: ['item', 'items', 'catalog', 'variation', 'variations'],
  classId: xdmClasses.product,
  fieldGroupIds: [xdm('mixins/product-identifiers'), xdm('mixins/product-category')],
  starters: [
    take('_id', 'Catalog_Object_Id'),
    take('productID', 'Catalog_Object_Id'),
    take('productName', 'Name'),
    take('productDescription', 'Description'),
    take('productSKU', 'Sku'),
    take('productImageURL', 'Image_Url'),
    compute('productListPrice.amount', fromMinorUnits('Price_Money_Amount', 'Price_Money_Currency')),
    take('productListPrice.currencyCode', 'Price_Money_Currency'),
    take('productLastModifiedDate', 'Updated_At'),
    take('productCategoryName', 'Category_Name'),
  ],
}

/** Tables of a Square seller. Amounts are whole numbers of the currency's smallest unit. */
export const square: PaymentsSource = {
  key: 'square',
  name: 'Square',
  connectionSpec: { id: '2acf109f-9b66-4d5e-bc18-ebb2adcff8d5', version: '1.0' },
  flowSpecName: 'CRMToAEP',
  kind: 'table',
  authSpecName: 'OAuth2 Refresh Code',
  status: 'current',
  authFields: {
    host: { default: 'connect.squareup.com', example: 'connect.squareupsandbox.com' },
    clientId: { example: 'sq0idp-…' },
    clientSecret: {},
    accessToken: {},
    refreshToken: {},
  },
  credentialsPage: 'https://developer.squareup.com/apps',
  objects: [lineItems, payments, refunds, orders, customers, items],
}
