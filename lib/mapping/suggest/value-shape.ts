/** What the values of a column look like, whatever the column is called. */
export type ValueShape =
  | 'email' | 'currency' | 'country' | 'url' | 'ip' | 'uuid' | 'phone' | 'dateTime' | 'date' | 'epochSeconds' | 'epochMillis'
  | 'flag' | 'decimal' | 'whole' | 'fullName' | 'cardNumber' | 'iban' | 'identifier' | 'text'

const currencies = new Set((
  'AED ARS AUD BGN BHD BIF BRL CAD CHF CLP CNY COP CRC CZK DJF DKK EGP EUR GBP GEL GHS GNF HKD HUF IDR ILS INR ISK JOD JPY KES KMF KRW ' +
  'KWD KZT LKR MAD MGA MXN MYR NGN NOK NZD OMR PEN PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SEK SGD THB TND TRY TWD UAH UGX USD UYU VND VUV XAF XOF XPF ZAR'
).split(' '))
const countries = new Set((
  'AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BG BH BJ BM BO BR BS BW BY BZ CA CD CG CH CI CL CM CN CO CR CU CY CZ DE DK DO DZ EC EE EG ES ET FI FJ ' +
  'FR GA GB GE GH GI GR GT HK HN HR HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KR KW KZ LA LB LI LK LT LU LV LY MA MC MD ME MG MK ML MM MN MO MT MU ' +
  'MV MX MY MZ NA NE NG NI NL NO NP NZ OM PA PE PG PH PK PL PR PT PY QA RO RS RU RW SA SD SE SG SI SK SN SV SY TG TH TN TR TT TW TZ UA UG US UY UZ VE VN YE ZA ZM ZW'
).split(' '))

const isBetween = (text: string, least: number, most: number): boolean => Number(text) >= least && Number(text) <= most

/** Seconds and milliseconds from 2001 to 2065: what is neither money nor an id in practice. */
const isEpochSeconds = (text: string): boolean => /^\d{10}$/.test(text) && isBetween(text, 978_307_200, 2_999_999_999)
const isEpochMillis = (text: string): boolean => /^\d{13}$/.test(text) && isBetween(text, 978_307_200_000, 2_999_999_999_999)

const passesLuhn = (digits: string): boolean =>
  [...digits].toReversed().reduce((sum, digit, at) => {
    const doubled = Number(digit) * (at % 2 === 1 ? 2 : 1)
    return sum + (doubled > 9 ? doubled - 9 : doubled)
  }, 0) % 10 === 0

/** First that all values fit wins: the narrow before the wide. */
const forms: readonly (readonly [ValueShape, (text: string) => boolean])[] = [
  ['email', (text) => /^[^\s@]+@[^\s@]+\.[A-Za-z]{2,}$/.test(text)],
  ['uuid', (text) => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text)],
  ['url', (text) => /^https?:\/\/\S+$/i.test(text)],
  ['ip', (text) => /^(\d{1,3}\.){3}\d{1,3}$/.test(text) || /^[0-9a-f]{0,4}(:[0-9a-f]{0,4}){2,7}$/i.test(text)],
  ['currency', (text) => currencies.has(text.toUpperCase())],
  ['country', (text) => countries.has(text)],
  ['dateTime', (text) => /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(text)],
  ['date', (text) => /^\d{4}-\d{2}-\d{2}$/.test(text) || /^\d{1,2}[/.]\d{1,2}[/.]\d{4}$/.test(text)],
  ['epochSeconds', isEpochSeconds],
  ['epochMillis', isEpochMillis],
  ['cardNumber', (text) => /^\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{1,7}$/.test(text) && passesLuhn(text.replace(/\D/g, ''))],
  ['iban', (text) => /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text.replaceAll(' ', ''))],
  ['flag', (text) => /^(true|false|yes|no|y|n)$/i.test(text)],
  ['phone', (text) => /^(\+|00)\d[\d ()./-]{6,18}$/.test(text) || /^\(\d{3}\) ?\d{3}-\d{4}$/.test(text)],
  ['decimal', (text) => /^[+-]?\d+[.]\d+$/.test(text)],
  ['whole', (text) => /^[+-]?\d{1,15}$/.test(text)],
  ['fullName', (text) => /^\p{Lu}[\p{L}.'-]+( \p{L}[\p{L}.'-]*){1,3}$/u.test(text)],
  ['identifier', (text) => /^(?=.*\d)[A-Za-z0-9_-]{8,}$/.test(text)],
]

/** The shape that all of the values have; `text` for everything else, undefined without values. */
export function shapeOfValues(values: readonly string[]): ValueShape | undefined {
  const given = values.map((value) => value.trim()).filter((value) => value !== '')
  if (given.length === 0) return undefined
  for (const [shape, has] of forms) if (given.every(has)) return shape
  // 12 and 12.50 side by side are amounts.
  return given.every((value) => /^[+-]?\d+(\.\d+)?$/.test(value)) ? 'decimal' : 'text'
}

/** Shapes that a person's own data have: worth a mark, since it falls under privacy law. */
export const personalShapes: ReadonlySet<ValueShape> = new Set(['email', 'phone', 'ip', 'cardNumber', 'iban'])
