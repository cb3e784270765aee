import { choice, dataType, date, dateTime, decimal, flag, foreign, identifier, refer, suggestion, text, whole } from '../build'

const contactStatuses = ['active', 'incomplete', 'pending_verification', 'blacklisted', 'blocked']

/** Who somebody is and how to reach them. */
export const personDataTypes = [
  dataType({
    path: 'context/person-name',
    title: 'Person name',
    description: 'The parts of a name, and the whole of it.',
    fields: {
      firstName: text('The name one is called by.'),
      lastName: text('The family name.'),
      middleName: text('Names between first and last.'),
      courtesyTitle: text('Mr, Dr, Professor and their like.'),
      suffix: text('What follows the name, such as Jr.'),
      fullName: text('The name as its bearer writes it.'),
    },
  }),
  dataType({
    path: 'context/person',
    title: 'Person',
    description: 'One human being.',
    fields: {
      name: refer('context/person-name', 'The name in its parts.'),
      birthDate: date('The day of birth.'),
      birthDayAndMonth: text('Birthday without the year, month first.', { pattern: '[0-1][0-9]-[0-9][0-9]' }),
      birthYear: whole('The year of birth alone.', { minimum: 1, maximum: 32767 }),
      gender: choice(['male', 'female', 'not_specified', 'non_specific'], 'The gender one gives.', {
        default: 'not_specified',
      }),
      maritalStatus: choice(['married', 'single', 'divorced', 'widowed', 'not_specified'], 'Married or not.', {
        default: 'not_specified',
      }),
      nationality: text('Two capital letters of the country.', { pattern: '^[A-Z]{2}$' }),
      type: text('In what part the person appears.'),
    },
  }),
  dataType({
    path: 'context/emailaddress',
    title: 'Email address',
    description: 'One mail address and what is known about it.',
    fields: {
      primary: flag('True for the address to use first.'),
      address: text('The address itself, name@domain.', { format: 'email' }),
      label: text('The display name shown beside it.'),
      type: suggestion(['unknown', 'personal', 'work', 'education'], 'What the address is used for.'),
      status: suggestion(contactStatuses, 'Whether one may use it.', { default: 'active' }),
      statusReason: text('Why it has that status.'),
    },
  }),
  dataType({
    path: 'context/phonenumber',
    title: 'Phone number',
    description: 'One telephone number and what is known about it.',
    fields: {
      primary: flag('True for the number to use first.'),
      countryCode: text('The digits of the country.', { pattern: '^[0-9]{1,3}?$', minLength: 1, maxLength: 3 }),
      number: text('The number itself.'),
      extension: text('What to dial once connected.'),
      status: suggestion(['active', 'incomplete', 'blacklisted', 'blocked'], 'Whether one may use it.', {
        default: 'active',
      }),
      statusReason: text('Why it has that status.'),
      validity: suggestion(['consistent', 'inconsistent', 'incomplete', 'successfullyUsed'], 'How well it was checked.'),
    },
  }),
  dataType({
    path: 'common/geo',
    title: 'Geo',
    description: 'A place, by country, town and coordinates.',
    fields: {
      _id: identifier('Tells this place from all others.'),
      ...foreign('schema', {
        description: text('The place in words.'),
        latitude: decimal('Degrees north.', { minimum: -90, maximum: 90 }),
        longitude: decimal('Degrees east.', { minimum: -180, maximum: 180 }),
        elevation: decimal('Metres above the reference surface.'),
      }),
      countryCode: text('Two capital letters of the country.', { pattern: '^[A-Z]{2}$' }),
      stateProvince: text('Country and subdivision of ISO 3166-2.', { pattern: '([A-Z]{2}-[A-Z0-9]{1,3}|)' }),
      city: text('The town.'),
      postalCode: text('The postcode.'),
      dmaID: whole('Nielsen media area in the United States.'),
      msaID: whole('Metropolitan statistical area in the United States.'),
    },
  }),
  dataType({
    path: 'common/address',
    title: 'Postal address',
    description: 'Where post and parcels arrive.',
    includes: ['common/geo', 'common/auditable'],
    extends: ['common/geo'],
    fields: {
      primary: flag('True for the address to use first.'),
      label: text('A name for the address.'),
      street1: text('First line: street and number.'),
      street2: text('Second line.'),
      street3: text('Third line.'),
      street4: text('Fourth line.'),
      region: text('County, district or the like.'),
      postOfficeBox: text('Post office box.', { maxLength: 20 }),
      country: text('The country by its name.'),
      state: text('The state by its name.'),
      status: suggestion(contactStatuses, 'Whether one may use it.', { default: 'active' }),
      statusReason: text('Why it has that status.'),
      lastVerifiedDate: date('When it was last checked.'),
    },
  }),
  dataType({
    path: 'common/auditable',
    title: 'Audit trail',
    description: 'Who and what last touched a record.',
    isAbstract: true,
    fields: {
      repositoryCreatedBy: text('Who made the record.'),
      repositoryLastModifiedBy: text('Who changed it last.'),
      createdByBatchID: identifier('The batch that brought it.'),
      modifiedByBatchID: identifier('The batch that changed it last.'),
      ...foreign('repo', {
        createDate: dateTime('When it was made in its home system.'),
        modifyDate: dateTime('When it was changed there last.'),
      }),
    },
  }),
  dataType({
    path: 'context/identityitem',
    title: 'Identity item',
    description: 'One identity of a person within a namespace.',
    fields: {
      id: text('The identity itself.'),
      authenticatedState: choice(['ambiguous', 'authenticated', 'loggedOut'], 'Whether the bearer had signed in.', {
        default: 'ambiguous',
      }),
      primary: flag('True for the identity to file the record under.', { default: false }),
    },
  }),
]
