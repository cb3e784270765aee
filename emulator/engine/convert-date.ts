/**
 * Text to date as Data Prep does it for a field without an explicit format: a fixed list of
 * patterns, the first that fits wins. Kept apart from the expression language's own dates, so that
 * the emulator stays an independent check on them.
 */

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Parts of Java's date patterns, as regular expressions with named groups. */
const parts: Record<string, string> = {
  yyyy: '(?<year>\\d{4})',
  MMM: '(?<monthName>[A-Za-z]{3})',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  dd: '(?<day>\\d{2})',
  HH: '(?<hour>\\d{2})',
  hh: '(?<hour12>\\d{2})',
  mm: '(?<minute>\\d{2})',
  SSS: '(?<milli>\\d{3})',
  ss: '(?<second>\\d{2})',
  Z: '(?<zone>[+-]\\d{4})',
  X: '(?<zone>Z|[+-]\\d{2}(?::?\\d{2})?)',
  a: '(?<half>[AaPp][Mm])',
}

/** The documented order (Data Prep, data format handling, dates). */
const automaticPatterns = [
  'yyyy-MM-dd HH:mm:ssZ',
  'yyyy-MM-dd HH:mm:ss.SSSZ',
  'yyyy-MM-dd HH:mm:ss.SSS',
  "yyyy-MM-dd'T'HH:mm:ss.SSSX",
  "yyyy-MM-dd'T'HH:mm:ss'Z'",
  'yyyy-MM-dd',
  'yyyy/MM/dd',
  'yyyy.MM.dd',
  'yyyy-MMM-dd',
  'yyyyMMdd',
  'MM-dd-yyyy',
  'MMddyyyy',
  'M/dd/yyyy',
  'dd.M.yyyy',
  'M/dd/yyyy hh:mm:ss a',
  'dd.M.yyyy hh:mm:ss a',
  'dd.MMM.yyyy',
  'dd-MMM-yyyy',
].map(toRegExp)

function toRegExp(pattern: string): RegExp {
  const source = pattern.replace(/'([^']*)'|yyyy|MMM|MM|M|dd|HH|hh|mm|SSS|ss|Z|X|a|[.]/g, (token, literal?: string) =>
    literal ?? (token === '.' ? '\\.' : (parts[token] ?? token)),
  )
  return new RegExp(`^${source}$`)
}

/** RFC 3339, the form that XDM itself asks for; such a text is already right and stays as it is. */
const rfc3339 =
  /^(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})T(?<hour>\d{2}):(?<minute>\d{2}):(?<second>\d{2})(?:\.\d+)?(?<zone>Z|[+-]\d{2}:\d{2})$/

/**
 * A text in the form of a `date` or `date-time` field, or undefined when no known form fits.
 * Times without a zone are UTC; a `date` is the day in UTC.
 */
export function toDateText(text: string, format: 'date' | 'date-time'): string | undefined {
  const ownForm = rfc3339.exec(text)
  const patterns = ownForm === null ? automaticPatterns : [rfc3339]
  for (const pattern of patterns) {
    const found = pattern.exec(text)?.groups
    const ms = found === undefined ? undefined : toEpochMs(found)
    if (ms === undefined) continue
    const iso = new Date(ms).toISOString()
    if (format === 'date') return iso.slice(0, 10)
    return ownForm === null ? iso : text
  }
  return undefined
}

type Found = Record<string, string | undefined>

function toEpochMs(found: Found): number | undefined {
  const number = (name: string): number => Number(found[name] ?? 0)
  const month = found['monthName'] === undefined ? number('month') : months.indexOf(found['monthName'].toLowerCase()) + 1
  const hour = hourOf(found)
  const { year, day } = { year: number('year'), day: number('day') }
  if (hour === undefined || hour > 23 || number('minute') > 59 || number('second') > 59) return undefined
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined
  date.setUTCHours(hour, number('minute'), number('second'), number('milli'))
  const offset = offsetMinutes(found['zone'])
  return offset === undefined ? undefined : date.getTime() - offset * 60_000
}

function hourOf(found: Found): number | undefined {
  if (found['hour12'] === undefined) return Number(found['hour'] ?? 0)
  const hour = Number(found['hour12'])
  if (hour < 1 || hour > 12) return undefined
  return (hour % 12) + (found['half']?.toLowerCase() === 'pm' ? 12 : 0)
}

function offsetMinutes(zone: string | undefined): number | undefined {
  if (zone === undefined || zone === 'Z') return 0
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0')
  const [hours, minutes] = [Number(digits.slice(0, 2)), Number(digits.slice(2))]
  return hours > 18 || minutes > 59 ? undefined : (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}
