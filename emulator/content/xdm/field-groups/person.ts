import { choice, dateTime, decimal, fieldGroup, flag, list, mapOf, object, refer, text, type Field } from '../build'

const profile = 'context/profile'
const experienceEvent = 'context/experienceevent'

const address = (whose: string): Field => refer('common/address', whose)
const phone = (whose: string): Field => refer('context/phonenumber', whose)

/** Field groups about a person: who, how to reach, what they subscribed to and earned. */
export const personFieldGroups = [
  fieldGroup({
    path: 'context/identitymap',
    title: 'IdentityMap',
    description: 'All identities of the person concerned, by namespace.',
    intendedToExtend: [],
    isAbstract: false,
    fields: { identityMap: mapOf(list(refer('context/identityitem')), 'Lists of identities, by namespace.') },
  }),
  fieldGroup({
    path: 'context/profile-person-details',
    title: 'Demographic Details',
    description: 'Name, birthday and other facts about a person.',
    intendedToExtend: [profile, experienceEvent],
    fields: { person: refer('context/person', 'The person concerned.') },
  }),
  fieldGroup({
    path: 'context/profile-personal-details',
    title: 'Personal Contact Details',
    description: 'Private addresses, telephone numbers and mail address of a person.',
    intendedToExtend: [profile, experienceEvent],
    fields: {
      homeAddress: address('Where the person lives.'),
      personalEmail: refer('context/emailaddress', 'The private mail address.'),
      homePhone: phone('The telephone at home.'),
      mobilePhone: phone('The telephone in the pocket.'),
      faxPhone: phone('The fax machine.'),
      shippingAddressPhone: phone('Whom to call about a delivery.'),
      billingAddressPhone: phone('Whom to call about a bill.'),
      shippingAddress: address('Where parcels go.'),
      billingAddress: address('Where bills go.'),
      mailingAddress: address('Where letters go.'),
    },
  }),
  fieldGroup({
    path: 'mixins/profile/profile-user-account-details',
    title: 'User Account Details',
    description: 'The account a person has with the seller.',
    intendedToExtend: [profile],
    fields: {
      userAccount: object({
        ID: text('Tells this account from all others.'),
        contactDetails: refer('context/profile-personal-details', 'How to reach its owner.'),
        startDate: dateTime('When it was opened.'),
        status: choice(['active', 'inactive', 'disabled', 'other'], 'Whether it is in use.'),
        accountType: text('What kind of account.'),
        productPreferences: list(text(), 'What its owner likes.'),
        alertStatus: flag('Whether alerts are sent.'),
        autopayStatus: flag('Whether bills are paid by themselves.'),
      }),
    },
  }),
  fieldGroup({
    path: 'context/profile-subscriptions',
    title: 'Subscription Details',
    description: 'What a person has subscribed to.',
    intendedToExtend: [profile],
    fields: { subscriptions: list(refer('context/subscription'), 'The subscriptions.') },
  }),
  fieldGroup({
    path: 'mixins/profile/profile-loyalty-details',
    title: 'Loyalty Details',
    description: "A person's place in a loyalty programme.",
    intendedToExtend: [profile],
    fields: {
      loyalty: object({
        loyaltyID: list(text(), 'Membership numbers.'),
        program: text('The name of the programme.'),
        status: text('Whether the membership is in force.'),
        tier: text('The level reached.'),
        nextTier: text('The level above it.'),
        joinDate: dateTime('When the person joined.'),
        tierUpgradeDate: dateTime('When the level was reached.'),
        tierExpiryDate: dateTime('When the level lapses.'),
        points: decimal('Points to spend.'),
        pointsToNextTier: decimal('Points missing to the next level.'),
        pointsRedeemed: decimal('Points spent.'),
        adjustedPoints: decimal('Points set right by hand.'),
        expiredPoints: decimal('Points lost to time.'),
        lifetimePoints: decimal('Points ever earned.'),
        lifetimePurchases: decimal('Everything ever bought.'),
        promisedPoints: decimal('Points to come.'),
        returnedPoints: decimal('Points given back.'),
        pointsExpiration: list(
          object({
            pointsExpiring: decimal('How many lapse.'),
            pointsExpirationDate: dateTime('When they lapse.'),
          }),
          'Points that will lapse.',
        ),
        cardsDetails: list(
          object({ number: text('The number on the card.'), series: text('Its series.'), status: text('In use or not.') }),
          'The cards held.',
        ),
      }),
    },
  }),
  fieldGroup({
    path: 'mixins/person-identifier',
    title: 'Person Identifier',
    description: 'Which person a record belongs to.',
    intendedToExtend: [],
    isAbstract: false,
    fields: {
      personID: text('Tells one person from another.'),
      personKey: refer('datatypes/b2b-source', 'Where that person lives in another system.'),
    },
  }),
]
