/**
 * Columns of payment systems and the XDM path a data engineer would choose for each, made by hand from the public
 * documentation of PayPal, Stripe, Square and XDM. For measuring suggestions only: nothing is tuned to it.
 * One line each: column | type | a value as the documentation shows it | path, or paths where both are right.
 */
export type LabelledObject = { name: string; pairs: readonly LabelledPair[] }
export type LabelledPair = { column: string; type: string; sample: string; targets: readonly string[] }

const order = 'commerce.order'
const pay = `${order}.payments[*]`
const back = `${order}.refunds[*]`

function read(name: string, text: string): LabelledObject {
  const pairs = text.trim().split('\n').map((line): LabelledPair => {
    const [column = '', type = '', sample = '', target = ''] = line.split('|').map((part) => part.trim())
    return { column, type, sample, targets: target.split(' or ') }
  })
  return { name, pairs }
}

export const labelledObjects: readonly LabelledObject[] = [
  read('PayPal transactions', `
transaction_id | string | 5TY05013RG002845M | ${pay}.transactionID
transaction_initiation_date | string | 2026-07-11T04:03:52+0000 | timestamp or ${order}.createdDate
transaction_updated_date | string | 2026-07-11T04:03:52+0000 | ${order}.lastUpdatedDate
transaction_amount_value | string | 465.00 | ${pay}.paymentAmount
transaction_amount_currency_code | string | USD | ${pay}.currencyCode
invoice_id | string | INV-2024-0091 | ${order}.purchaseOrderNumber or ${order}.purchaseID
sales_tax_amount_value | string | 12.30 | ${order}.taxAmount
shipping_amount_value | string | 5.00 | commerce.shipping.shippingAmount
discount_amount_value | string | -3.00 | ${order}.discountAmount
payer_email_address | string | consumer@example.com | personalEmail.address
payer_given_name | string | test | person.name.firstName
payer_surname | string | consumer | person.name.lastName
payer_alternate_full_name | string | test consumer | person.name.fullName
payer_phone_number | string | +1 408 555 0142 | homePhone.number or mobilePhone.number
shipping_address_line1 | string | 2211 N First Street | shippingAddress.street1 or commerce.shipping.address.street1
shipping_address_line2 | string | Building 17 | shippingAddress.street2 or commerce.shipping.address.street2
shipping_address_city | string | San Jose | shippingAddress.city or commerce.shipping.address.city
shipping_address_state | string | CA | shippingAddress.stateProvince or shippingAddress.state or commerce.shipping.address.stateProvince or commerce.shipping.address.state
shipping_address_postal_code | string | 95131 | shippingAddress.postalCode or commerce.shipping.address.postalCode
shipping_address_country_code | string | US | shippingAddress.countryCode or commerce.shipping.address.countryCode
item_name | string | Item1 - radio | productListItems[*].name
item_code | string | 123-ABC | productListItems[*].SKU
item_quantity | string | 2 | productListItems[*].quantity
item_total_amount_value | string | 50.00 | productListItems[*].priceTotal
item_discount_amount_value | string | 1.50 | productListItems[*].discountAmount
item_amount_currency_code | string | USD | productListItems[*].currencyCode`),
  read('PayPal orders', `
id | string | 5O190127TN364715T | ${order}.purchaseID or _id
create_time | string | 2026-08-01T21:20:49Z | ${order}.createdDate
update_time | string | 2026-08-01T21:21:10Z | ${order}.lastUpdatedDate
purchase_amount_value | string | 100.00 | ${order}.priceTotal
purchase_amount_currency_code | string | EUR | ${order}.currencyCode
tax_total_value | string | 7.00 | ${order}.taxAmount
shipping_value | string | 4.90 | commerce.shipping.shippingAmount
discount_value | string | 5.00 | ${order}.discountAmount
capture_id | string | 3C679366HH908993F | ${pay}.transactionID
payer_name_given_name | string | Anna | person.name.firstName
payer_name_surname | string | Schmidt | person.name.lastName
payer_birth_date | string | 1990-02-28 | person.birthDate
payer_phone_national_number | string | +49 30 1234567 | homePhone.number or mobilePhone.number
payer_address_address_line_1 | string | Karl-Liebknecht-Str. 1 | billingAddress.street1 or homeAddress.street1
payer_address_admin_area_2 | string | Berlin | billingAddress.city or homeAddress.city
payer_address_postal_code | string | 10178 | billingAddress.postalCode or homeAddress.postalCode
payer_address_country_code | string | DE | billingAddress.countryCode or homeAddress.countryCode
shipping_name_full_name | string | Anna Schmidt | person.name.fullName
tracking_number | string | 443844607820 | commerce.shipping.trackingNumber
item_sku | string | sku01 | productListItems[*].SKU
item_image_url | string | https://shop.example.com/a.png | productListItems[*].productImageUrl`),
  read('PayPal refunds', `
refund_id | string | 1JU08902781691411 | ${back}.transactionID
refund_amount | string | 10.99 | ${back}.refundAmount
refund_currency_code | string | USD | ${back}.currencyCode
total_refunded_amount | string | 10.99 | ${order}.refundTotal
refund_reason | string | return | ${back}.refundReason
purchase_order_number | string | PO-7731 | ${order}.purchaseOrderNumber
return_id | string | RMA-2210 | ${order}.returns.returnID
return_status | string | received | ${order}.returns.returnStatus`),
  read('Stripe charges', `
id | string | ch_3MmlLrLkdIwHu7ix0snN0B15 | ${pay}.transactionID or _id
amount | integer | 1099 | ${pay}.paymentAmount or ${order}.priceTotal
amount_refunded | integer | 0 | ${order}.refundTotal or ${back}.refundAmount
currency | string | usd | ${order}.currencyCode or ${pay}.currencyCode
created | integer | 1679090539 | timestamp or ${order}.createdDate
payment_method_type | string | card | ${pay}.paymentType
receipt_email | string | jenny@example.com | personalEmail.address
billing_details.email | string | jenny@example.com | personalEmail.address
billing_details.name | string | Jenny Rosen | person.name.fullName
billing_details.phone | string | +1 800 555 0177 | billingAddressPhone.number or homePhone.number
billing_details.address.city | string | Anytown | billingAddress.city or commerce.billing.address.city
billing_details.address.country | string | US | billingAddress.countryCode or billingAddress.country or commerce.billing.address.country or commerce.billing.address.countryCode
billing_details.address.line1 | string | 1234 Main Street | billingAddress.street1 or commerce.billing.address.street1
billing_details.address.line2 | string | Apt 4 | billingAddress.street2 or commerce.billing.address.street2
billing_details.address.postal_code | string | 12345 | billingAddress.postalCode or commerce.billing.address.postalCode
billing_details.address.state | string | CA | billingAddress.stateProvince or billingAddress.state or commerce.billing.address.stateProvince or commerce.billing.address.state
shipping.address.city | string | Berlin | shippingAddress.city or commerce.shipping.address.city
shipping.address.line1 | string | Allee 5 | shippingAddress.street1 or commerce.shipping.address.street1
shipping.address.postal_code | string | 10119 | shippingAddress.postalCode or commerce.shipping.address.postalCode
shipping.address.country | string | DE | shippingAddress.countryCode or shippingAddress.country or commerce.shipping.address.country or commerce.shipping.address.countryCode
shipping.phone | string | +49 30 9876543 | shippingAddressPhone.number
shipping.tracking_number | string | 1000045566 | commerce.shipping.trackingNumber
invoice | string | in_1MtHbELkdIwHu7ixl4OzzPMv | ${order}.purchaseOrderNumber or ${order}.purchaseID`),
  read('Stripe customers', `
id | string | cus_NffrFeUfNV2Hib | _id
name | string | Jenny Rosen | person.name.fullName
email | string | jennyrosen@example.com | personalEmail.address
phone | string | +4930901820 | homePhone.number or mobilePhone.number
address.city | string | Cupertino | homeAddress.city or billingAddress.city
address.country | string | US | homeAddress.countryCode or homeAddress.country or billingAddress.countryCode or billingAddress.country
address.line1 | string | 1 Infinite Loop | homeAddress.street1 or billingAddress.street1
address.line2 | string | Suite 3 | homeAddress.street2 or billingAddress.street2
address.postal_code | string | 95014 | homeAddress.postalCode or billingAddress.postalCode
address.state | string | CA | homeAddress.stateProvince or homeAddress.state or billingAddress.stateProvince or billingAddress.state`),
  read('Stripe invoices', `
number | string | 9545A614-0001 | ${order}.purchaseOrderNumber
total | integer | 1499 | ${order}.priceTotal
tax | integer | 120 | ${order}.taxAmount
total_discount_amount | integer | 100 | ${order}.discountAmount
currency | string | eur | ${order}.currencyCode
created | integer | 1680644467 | ${order}.createdDate or timestamp
customer_email | string | jenny@example.com | personalEmail.address
customer_name | string | Jenny Rosen | person.name.fullName
customer_phone | string | +1 800 555 0150 | homePhone.number or mobilePhone.number
customer_address.city | string | Paris | billingAddress.city or homeAddress.city
customer_address.postal_code | string | 75002 | billingAddress.postalCode or homeAddress.postalCode
lines.data[*].quantity | integer | 1 | productListItems[*].quantity
lines.data[*].amount | integer | 1099 | productListItems[*].priceTotal
lines.data[*].currency | string | usd | productListItems[*].currencyCode
lines.data[*].description | string | Gold plan | productListItems[*].name
payment_intent | string | pi_3MtwBwLkdIwHu7ix28a3tqPa | ${pay}.transactionID`),
  read('Stripe refunds and sessions', `
refund.amount | integer | 1000 | ${back}.refundAmount
refund.currency | string | usd | ${back}.currencyCode
refund.reason | string | return | ${back}.refundReason
refund.id | string | re_1Nispe2eZvKYlo2Cd31jOCgZ | ${back}.transactionID
amount_total | integer | 2198 | ${order}.priceTotal
total_details.amount_tax | integer | 199 | ${order}.taxAmount
total_details.amount_discount | integer | 0 | ${order}.discountAmount
total_details.amount_shipping | integer | 500 | commerce.shipping.shippingAmount
shipping_cost.amount_total | integer | 500 | commerce.shipping.shippingAmount
customer_details.email | string | a@example.com | personalEmail.address
customer_details.phone | string | +33 1 70 18 99 00 | homePhone.number or mobilePhone.number
customer_details.name | string | Ada Byron | person.name.fullName
line_items[*].price.product | string | prod_NWjs8kKbJWmuuc | productListItems[*].product or productListItems[*]._id
line_items[*].amount_discount | integer | 50 | productListItems[*].discountAmount
line_items[*].quantity | integer | 2 | productListItems[*].quantity`),
  read('Square payments', `
id | string | bP9mAsEMYPUGjjGNaNO5ZDVyLhSZY | ${pay}.transactionID or _id
created_at | string | 2026-10-13T20:10:00Z | timestamp or ${order}.createdDate
updated_at | string | 2026-10-13T20:11:00Z | ${order}.lastUpdatedDate
amount_money.amount | integer | 555 | ${pay}.paymentAmount
amount_money.currency | string | USD | ${pay}.currencyCode or ${order}.currencyCode
total_money.amount | integer | 560 | ${order}.priceTotal
total_money.currency | string | USD | ${order}.currencyCode
refunded_money.amount | integer | 100 | ${order}.refundTotal or ${back}.refundAmount
refunded_money.currency | string | USD | ${back}.currencyCode
source_type | string | CARD | ${pay}.paymentType
order_id | string | d7eKah653Z579f3gVtjlxpSlmUcZY | ${order}.purchaseID
buyer_email_address | string | buyer@example.com | personalEmail.address
buyer_phone_number | string | +1 555 010 0199 | homePhone.number or mobilePhone.number
billing_address.address_line_1 | string | 500 Electric Ave | billingAddress.street1 or commerce.billing.address.street1
billing_address.address_line_2 | string | Suite 600 | billingAddress.street2 or commerce.billing.address.street2
billing_address.locality | string | New York | billingAddress.city or commerce.billing.address.city
billing_address.administrative_district_level_1 | string | NY | billingAddress.stateProvince or billingAddress.state or commerce.billing.address.stateProvince or commerce.billing.address.state
billing_address.postal_code | string | 10003 | billingAddress.postalCode or commerce.billing.address.postalCode
billing_address.country | string | US | billingAddress.countryCode or billingAddress.country or commerce.billing.address.country or commerce.billing.address.countryCode
shipping_address.locality | string | Boston | shippingAddress.city or commerce.shipping.address.city
shipping_address.postal_code | string | 02108 | shippingAddress.postalCode or commerce.shipping.address.postalCode
shipping_address.country | string | US | shippingAddress.countryCode or shippingAddress.country or commerce.shipping.address.country or commerce.shipping.address.countryCode`),
  read('Square orders', `
id | string | CAISENgvlJ6jLWAzERDzjyHVybY | ${order}.purchaseID or _id
reference_id | string | my-order-001 | ${order}.purchaseOrderNumber or ${order}.purchaseID
created_at | string | 2026-05-18T16:53:14.521Z | ${order}.createdDate
updated_at | string | 2026-05-19T16:53:14.521Z | ${order}.lastUpdatedDate
total_money.amount | integer | 2500 | ${order}.priceTotal
total_money.currency | string | USD | ${order}.currencyCode
total_tax_money.amount | integer | 180 | ${order}.taxAmount
total_discount_money.amount | integer | 200 | ${order}.discountAmount
line_items[*].name | string | New York Strip Steak | productListItems[*].name
line_items[*].quantity | string | 1 | productListItems[*].quantity
line_items[*].catalog_object_id | string | BEMYCSMIJL46OCDV4KYIKXIB | productListItems[*]._id or productListItems[*].SKU
line_items[*].total_money.amount | integer | 1599 | productListItems[*].priceTotal
line_items[*].total_money.currency | string | USD | productListItems[*].currencyCode
line_items[*].total_discount_money.amount | integer | 100 | productListItems[*].discountAmount
tenders[*].id | string | EnZdNAlWCmfh6Mt5FMNST1o7taB | ${pay}.transactionID
tenders[*].type | string | CASH | ${pay}.paymentType
tenders[*].amount_money.amount | integer | 1599 | ${pay}.paymentAmount
tenders[*].amount_money.currency | string | USD | ${pay}.currencyCode
refunds[*].id | string | CdqOuJHhQMRRLOjMqMFNjXxZzUBZY | ${back}.transactionID
refunds[*].amount_money.amount | integer | 200 | ${back}.refundAmount
refunds[*].amount_money.currency | string | USD | ${back}.currencyCode
returns[*].uid | string | RMA_77102931 | ${order}.returns.returnID
closed_at | string | 2026-05-20T10:00:00Z | ${order}.lastUpdatedDate`),
  read('Square customers', `
given_name | string | Amelia | person.name.firstName
family_name | string | Earhart | person.name.lastName
email_address | string | amelia.earhart@example.com | personalEmail.address
phone_number | string | +1 212 555 4240 | homePhone.number or mobilePhone.number
birthday | string | 1998-09-21 | person.birthDate
address.address_line_1 | string | 500 Electric Ave | homeAddress.street1 or billingAddress.street1
address.locality | string | New York | homeAddress.city or billingAddress.city
address.administrative_district_level_1 | string | NY | homeAddress.stateProvince or homeAddress.state or billingAddress.stateProvince or billingAddress.state
address.postal_code | string | 10003 | homeAddress.postalCode or billingAddress.postalCode
address.country | string | US | homeAddress.countryCode or homeAddress.country or billingAddress.countryCode or billingAddress.country`),
]
