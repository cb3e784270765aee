import { dateTime, decimal, fieldGroup, flag, list, object, refer, text } from '../build'

const experienceEvent = ['context/experienceevent']

/** Field groups about buying and paying, for events. */
export const commerceFieldGroups = [
  fieldGroup({
    path: 'context/experienceevent-commerce',
    title: 'Commerce Details',
    description: 'Orders, payments, carts and what is in them.',
    intendedToExtend: experienceEvent,
    fields: {
      productListItems: list(refer('content/productlistitem'), 'The products concerned.'),
      commerce: refer('context/commerce', 'What happened between buyer and seller.'),
    },
  }),
  fieldGroup({
    path: 'context/experienceevent-order-details',
    title: 'Order Details',
    description: 'An order with one payment, the store, and where bill and goods go.',
    intendedToExtend: experienceEvent,
    fields: {
      productListItems: list(refer('content/productlistitem'), 'The products concerned.'),
      order: refer('datatypes/store-web-order', 'The order.'),
      store: object({ storeID: text('Tells this store from all others.') }, 'The store.'),
      billing: object({ address: refer('common/address', 'The address on the bill.') }, 'Where the bill goes.'),
      shipping: refer('datatypes/shipping', 'How the goods travel.'),
    },
  }),
  fieldGroup({
    path: 'mixins/experienceevent-service-payment-details',
    title: 'Service Payment Details',
    description: 'A payment for a service.',
    intendedToExtend: experienceEvent,
    fields: {
      'service-payment-details': object({ servicePayment: refer('datatypes/transaction', 'The payment.') }),
    },
  }),
  fieldGroup({
    path: 'mixins/experienceevent-bill-pay-details',
    title: 'Bill Pay Details',
    description: 'A bill being paid.',
    intendedToExtend: experienceEvent,
    fields: {
      personalFinances: object({
        billPayDetails: object({
          transaction: refer('datatypes/transaction', 'The payment.'),
          financialAccount: refer('datatypes/financial-account', 'The account it is paid from.'),
          scheduledTransactionDate: dateTime('When it is to be paid.'),
          serviceProvider: object({
            name: text('Who sent the bill.'),
            userAccountID: text("The payer's account there."),
          }),
        }),
      }),
    },
  }),
  fieldGroup({
    path: 'mixins/experienceevent-deposit-details',
    title: 'Deposit Details',
    description: 'Money paid into an account.',
    intendedToExtend: experienceEvent,
    fields: {
      personalFinances: object({
        deposits: object({
          transaction: refer('datatypes/transaction', 'The deposit.'),
          account: refer('datatypes/financial-account', 'The account it goes into.'),
          mobileDeposit: flag('Made from a telephone.'),
        }),
      }),
    },
  }),
  fieldGroup({
    path: 'context/experienceevent-loyalty-details',
    title: 'Loyalty Event Details',
    description: 'Points, coupons and reductions of one event.',
    intendedToExtend: experienceEvent,
    fields: {
      loyalty: object({
        discounts: list(
          object({
            value: decimal('What was taken off.'),
            source: text('Where the reduction comes from.'),
            triggeredForItem: text('The product that earned it.'),
            scope: text('What it applies to.'),
            promotionId: text('The promotion behind it.'),
          }),
        ),
        couponRedemption: list(
          object({
            id: text('The coupon.'),
            series: text('Its series.'),
            seriesName: text('The name of its series.'),
            promotionId: text('The promotion behind it.'),
          }),
        ),
        pointsGained: list(pointsMovement()),
        pointsRedemption: list(pointsMovement()),
      }),
    },
  }),
  fieldGroup({
    path: 'mixins/experienceevent-reference-keys',
    title: 'Reference keys',
    description: 'Keys that lead from an event to a person and an account.',
    intendedToExtend: experienceEvent,
    fields: {
      person: object({
        personalEmailID: text('The private mail address.', { format: 'email' }),
        accountID: text('The account.'),
        accountType: text('What kind of account.'),
      }),
    },
  }),
  fieldGroup({
    path: 'common/external-source-system-audit-details',
    title: 'External Source System Audit Details',
    description: 'When a record was made and changed in its home system.',
    intendedToExtend: [],
    isAbstract: false,
    fields: { extSourceSystemAudit: refer('common/external-source-system-audit', 'The record in its home system.') },
  }),
]

function pointsMovement() {
  return object({
    value: decimal('How many points.'),
    promotionId: text('The promotion behind it.'),
    loyaltyProgramId: text('The programme.'),
    transactionId: text('The transaction.'),
  })
}
