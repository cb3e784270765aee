import type { CurrencyCode } from './money'
import { drawFor } from './draw'

type Region = {
  country: string
  language: string
  currency: CurrencyCode
  phonePrefix: string
  givenNames: readonly [string, ...string[]]
  surnames: readonly [string, ...string[]]
  places: readonly [Place, ...Place[]]
  streets: readonly [string, ...string[]]
}
type Place = { city: string; state: string | null; postalCode: string }

export type Person = {
  number: number
  payerId: string
  givenName: string
  surname: string
  email: string
  phone: string
  country: string
  language: string
  currency: CurrencyCode
  street: string
  street2: string | null
  city: string
  state: string | null
  postalCode: string
}

/** Likelier regions first. */
const regions: readonly [Region, ...Region[]] = [
  {
    country: 'US', language: 'en-US', currency: 'USD', phonePrefix: '1',
    givenNames: ['Olivia', 'Marcus', 'Denise', 'Tyrell', 'Grace', "D'Andre", 'Mary Ann'],
    surnames: ['Johnson', "O'Brien", 'Washington', 'Nguyen', 'Garcia', 'Smith-Jones', 'Lee'],
    places: [
      { city: 'Austin', state: 'TX', postalCode: '78701' },
      { city: 'Portland', state: 'OR', postalCode: '97205' },
      { city: 'New York', state: 'NY', postalCode: '10013' },
      { city: 'Boston', state: 'MA', postalCode: '02110' },
    ],
    streets: ['Congress Ave', 'Main St', 'W 4th St', 'Lincoln Blvd'],
  },
  {
    country: 'DE', language: 'de-DE', currency: 'EUR', phonePrefix: '49',
    givenNames: ['Jürgen', 'Käthe', 'Sören', 'Anneliese', 'Emre', 'Björn'],
    surnames: ['Müller', 'Groß', 'Schäfer', 'von der Heide', 'Yılmaz', 'Weiß'],
    places: [
      { city: 'München', state: 'BY', postalCode: '80331' },
      { city: 'Köln', state: 'NW', postalCode: '50667' },
      { city: 'Görlitz', state: 'SN', postalCode: '02826' },
    ],
    streets: ['Hauptstraße', 'Königsallee', 'Am Grünen Weg'],
  },
  {
    country: 'GB', language: 'en-GB', currency: 'GBP', phonePrefix: '44',
    givenNames: ['Siobhán', 'Harry', 'Aisha', 'Callum', 'Niamh'],
    surnames: ['Patel', 'Wright', 'McAllister', 'Ó Súilleabháin', 'Khan'],
    places: [
      { city: 'London', state: null, postalCode: 'EC1A 1BB' },
      { city: 'Leeds', state: null, postalCode: 'LS1 4DY' },
    ],
    streets: ['High Street', 'Station Road', 'Church Lane'],
  },
  {
    country: 'JP', language: 'ja-JP', currency: 'JPY', phonePrefix: '81',
    givenNames: ['陽菜', '大輔', 'さくら', '健太'],
    surnames: ['佐藤', '鈴木', '髙橋', '渡邊'],
    places: [
      { city: '横浜市', state: '神奈川県', postalCode: '220-0011' },
      { city: '大阪市', state: '大阪府', postalCode: '530-0001' },
    ],
    streets: ['西区高島', '北区梅田'],
  },
  {
    country: 'FR', language: 'fr-FR', currency: 'EUR', phonePrefix: '33',
    givenNames: ['Chloé', 'Théo', 'Zoë', 'Jean-François'],
    surnames: ['Lefèvre', 'Dubois', 'Noël', "d'Arc"],
    places: [
      { city: 'Besançon', state: null, postalCode: '25000' },
      { city: 'Paris', state: null, postalCode: '75011' },
    ],
    streets: ["rue de l'Église", 'avenue Foch', 'impasse des Lilas'],
  },
  {
    country: 'BR', language: 'pt-BR', currency: 'BRL', phonePrefix: '55',
    givenNames: ['João', 'Conceição', 'Luís', 'Antônia'],
    surnames: ['da Silva', 'Gonçalves', 'Araújo', 'Simões'],
    places: [
      { city: 'São Paulo', state: 'SP', postalCode: '01310-100' },
      { city: 'Brasília', state: 'DF', postalCode: '70040-010' },
    ],
    streets: ['Avenida Paulista', 'Rua das Flores'],
  },
  {
    country: 'PL', language: 'pl-PL', currency: 'PLN', phonePrefix: '48',
    givenNames: ['Łukasz', 'Małgorzata', 'Świętosława'],
    surnames: ['Wójcik', 'Żółć', 'Kowalska'],
    places: [{ city: 'Łódź', state: null, postalCode: '90-001' }, { city: 'Kraków', state: null, postalCode: '31-042' }],
    streets: ['ul. Piotrkowska', 'ul. Długa'],
  },
  {
    country: 'TW', language: 'zh-TW', currency: 'TWD', phonePrefix: '886',
    givenNames: ['志明', '春嬌', '雅婷'],
    surnames: ['陳', '林', '黃'],
    places: [{ city: '臺北市', state: null, postalCode: '110' }],
    streets: ['信義路五段', '中山北路'],
  },
]

/** How many people buy something at all in the samples. */
export const peopleCount = 600

const mailHosts = ['example.com', 'example.org', 'example.net', 'mail.example.com'] as const

/** The same person for the same number, in every table of every source. */
export function person(number: number): Person {
  const draw = drawFor('person', number)
  const region = draw.pickEarly(regions)
  const place = draw.pick(region.places)
  const givenName = draw.pick(region.givenNames)
  const surname = draw.pick(region.surnames)
  const house = draw.whole(1, 240)
  return {
    number,
    payerId: draw.code(13),
    givenName,
    surname,
    email: `${mailName(givenName, surname, number)}@${draw.pick(mailHosts)}`,
    phone: `+${region.phonePrefix}${draw.code(9, '123456789')}`,
    country: region.country,
    language: region.language,
    currency: region.currency,
    street: `${draw.pick(region.streets)} ${house}`,
    street2: draw.chance(0.2) ? `Apt ${draw.whole(1, 40)}` : null,
    city: place.city,
    state: place.state,
    postalCode: place.postalCode,
  }
}

/** Latin letters of the name, or the number alone where there are none. */
function mailName(givenName: string, surname: string, number: number): string {
  const latin = `${givenName}.${surname}`.normalize('NFD').toLowerCase().replace(/[^a-z.]/g, '')
  return latin.length > 3 ? `${latin}${number}` : `user${number}`
}
