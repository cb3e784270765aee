import { dateTime, decimal, refer, suggestion, text, xdmClass } from './build'

/** The classes that payment data is brought into. */
export const classes = [
  xdmClass({
    path: 'context/profile',
    title: 'XDM Individual Profile',
    description: 'One person, as far as known: attributes, identities, contact details, preferences.',
    extends: ['data/record', 'common/auditable'],
    fields: { personID: text('Tells one person, or one fragment of a person, from another.') },
  }),
  xdmClass({
    path: 'context/experienceevent',
    title: 'XDM ExperienceEvent',
    description: 'One thing that happened, when it happened and to whom.',
    extends: ['data/time-series', 'context/identitymap'],
    fields: {
      eventMergeId: text('The same for events that belong together or are copies of one another.'),
      producedBy: suggestion(['self', 'system', 'salesRef', 'customerRep'], 'Who or what made the event.', {
        default: 'self',
      }),
    },
    required: ['_id', 'timestamp'],
  }),
  xdmClass({
    path: 'classes/product',
    title: 'Product',
    description: 'One thing that is sold.',
    extends: ['data/record'],
    fields: {
      productID: text('Tells this product from all others.'),
      productName: text('The name a buyer sees.'),
      productDescription: text('What the product is, in words.'),
      productRating: decimal('What customers think of it, as a number.'),
      productListPrice: refer('datatypes/currency', 'The price before any reduction.'),
      productManufacturedDate: dateTime('When the product was made.'),
      productLastModifiedDate: dateTime('When the product was last changed.'),
    },
  }),
  xdmClass({
    path: 'classes/plan',
    title: 'Plan',
    description: 'A plan that one can be a member of or pay for.',
    extends: ['data/record'],
    fields: { planID: text('Tells this plan from all others.'), planName: text('The name of the plan.') },
  }),
  xdmClass({
    path: 'classes/payer',
    title: 'Payer',
    description: 'A person or organisation that pays.',
    extends: ['data/record'],
    fields: { payerID: text('Tells this payer from all others.'), payerName: text('The name of the payer.') },
  }),
  xdmClass({
    path: 'classes/promotion',
    title: 'Promotion',
    description: 'An offer that runs from one day to another.',
    extends: ['data/record'],
    fields: {
      ID: text('Tells this promotion from all others.'),
      promoName: text('The name of the promotion.'),
      promotionDetails: text('What is offered.'),
      promoCreative: text('The piece of art or text that carries it.'),
      promoPosition: text('Where it is shown.'),
      startDate: dateTime('When it begins.'),
      endDate: dateTime('When it ends.'),
    },
  }),
  xdmClass({
    path: 'classes/summarymetrics',
    title: 'XDM Summary Metrics',
    description: 'Figures added up before they arrive, one row a moment and grouping.',
    extends: ['data/time-series'],
    fields: {},
    required: ['timestamp'],
  }),
]
