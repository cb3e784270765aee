import { peopleCount, person } from '../support/people'
import { sampleTable } from '../support/sample-table'
import { hourMs, isoDate, isoSeconds } from '../support/time'
import { squareIds } from './square-ids'

/** `Square.Customers`: what the tills know of people; half of them gave no more than a telephone number. */
export const customers = sampleTable({
  name: 'Square.Customers',
  deltaColumn: 'Updated_At',
  gapMs: 4 * hourMs,
  updateShare: 0.3,
  flaws: [
    { every: 83, at: 19, column: 'Customer_Id', value: null },
    { every: 131, at: 43, column: 'Email_Address', value: 'at the till' },
  ],
  columns: {
    Customer_Id: 'string', Given_Name: 'string', Family_Name: 'string', Nickname: 'string', Company_Name: 'string',
    Email_Address: 'string', Phone_Number: 'string', Birthday: 'date', Note: 'string', Creation_Source: 'string', Version: 'integer',
    Address_Line_1: 'string', Address_Line_2: 'string', Locality: 'string', Administrative_District_Level_1: 'string', Postal_Code: 'string', Country: 'string',
    Email_Unsubscribed: 'boolean', Created_At: 'date-time', Updated_At: 'date-time',
  },
  row({ index, stage, createdMs, draw }) {
    const number = index % peopleCount
    const who = person(number)
    const isKnown = draw.chance(0.7)
    const hasAddress = draw.chance(0.5)
    return {
      Customer_Id: squareIds.customer(number),
      Given_Name: isKnown ? who.givenName : null,
      Family_Name: isKnown ? who.surname : null,
      Nickname: draw.chance(0.05) ? 'the usual ☕' : null,
      Company_Name: draw.chance(0.06) ? `${who.surname} & Co. KG` : null,
      Email_Address: draw.chance(0.7) ? who.email : null,
      Phone_Number: draw.chance(0.8) ? who.phone : null,
      Birthday: draw.chance(0.2) ? isoDate(Date.UTC(1950 + draw.whole(0, 55), draw.whole(0, 11), draw.whole(1, 28))) : null,
      Note: draw.chance(0.05) ? 'Prefers the window seat; allergic to nuts' : null,
      Creation_Source: draw.pickEarly(['INSTANT_PROFILE', 'DIRECTORY', 'LOYALTY', 'APPOINTMENTS']),
      Version: stage,
      ...(hasAddress
        ? { Address_Line_1: who.street, Address_Line_2: who.street2, Locality: who.city, Administrative_District_Level_1: who.state, Postal_Code: who.postalCode, Country: who.country }
        : {}),
      Email_Unsubscribed: draw.chance(0.1),
      Created_At: isoSeconds(createdMs),
    }
  },
})
