import { behavior, dateTime, identifier, suggestion } from './build'

/** Event types of commerce and communication; the public list is longer, and any other value passes as well. */
const eventTypes = [
  'commerce.checkouts',
  'commerce.productListAdds',
  'commerce.productListOpens',
  'commerce.productListRemovals',
  'commerce.productListReopens',
  'commerce.productListViews',
  'commerce.productViews',
  'commerce.purchases',
  'commerce.saveForLaters',
  'commerce.backofficeOrderPlaced',
  'commerce.backofficeOrderCancelled',
  'commerce.backofficeOrderItemsShipped',
  'commerce.backofficeCreditMemoIssued',
  'commerce.backofficeShipmentCompleted',
  'web.webpagedetails.pageViews',
  'web.webinteraction.linkClicks',
  'directMarketing.emailSent',
  'directMarketing.emailOpened',
  'directMarketing.emailClicked',
  'message.feedback',
  'location.entry',
  'location.exit',
]

/** The three behaviours a class can have: one state of a thing, one moment in time, or neither. */
export const behaviors = [
  behavior({
    path: 'data/record',
    title: 'Record Schema',
    description: 'For classes that describe the state of a thing.',
    fields: { _id: identifier('Tells this record from all others.') },
  }),
  behavior({
    path: 'data/time-series',
    title: 'Time-series Schema',
    description: 'For classes that describe what happened at a moment.',
    fields: {
      _id: identifier('Tells this event from all others.'),
      timestamp: dateTime('The moment it happened.'),
      eventType: suggestion(eventTypes, 'What kind of event this is.'),
    },
  }),
  behavior({
    path: 'data/adhoc',
    title: 'Ad Hoc Schema',
    description: 'For the raw columns of one source, with no field of its own.',
    fields: {},
  }),
]
