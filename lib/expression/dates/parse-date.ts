import { daysInMonth, dayNames, monthNames } from './calendar'
import { parsePattern, type PatternPart } from './java-pattern'
import { Moment } from './moment'
import { epochOf, localToEpoch, parseZone, utc, type Zone } from './zone'

type Fields = {
  year: number; month: number; day: number; dayOfYear: number | null; hour: number; minute: number; second: number
  millisecond: number; nanos: number; pm: boolean | null; halfHour: number | null; bc: boolean; zone: Zone | null
}

/**
 * Reads text by a Java date pattern, all of it or nothing. A repeated letter wants exactly as many digits, a
 * single one takes as many as there are; no zone means UTC; an impossible date (`02/30`) is none.
 *
 * @throws ExpressionFailure `bad-date-format` when the pattern itself is wrong
 */
export function parseDate(text: string, pattern: string): Moment | null {
  const parts = parsePattern(pattern)
  const fields: Fields = {
    year: 1970, month: 1, day: 1, dayOfYear: null, hour: 0, minute: 0, second: 0, millisecond: 0, nanos: 0,
    pm: null, halfHour: null, bc: false, zone: null,
  }
  let rest = text
  for (const [index, part] of parts.entries()) {
    const read = 'literal' in part ? readLiteral(rest, part.literal) : readLetter(rest, part, parts[index + 1], fields)
    if (read === null) return null
    rest = rest.slice(read)
  }
  return rest === '' ? assemble(fields) : null
}

function readLiteral(rest: string, literal: string): number | null {
  return rest.startsWith(literal) ? literal.length : null
}

function readLetter(
  rest: string, part: { letter: string; count: number }, next: PatternPart | undefined, fields: Fields,
): number | null {
  const { letter, count } = part
  if ((letter === 'M' || letter === 'L') && count > 2) {
    return readName(rest, monthNames, count, (index) => { fields.month = index + 1 })
  }
  if (letter === 'E') return readName(rest, dayNames, count, () => undefined)
  if (letter === 'a') return readName(rest, ['AM', 'PM'], 4, (index) => { fields.pm = index === 1 })
  if (letter === 'G') return readName(rest, ['BC', 'AD'], 4, (index) => { fields.bc = index === 0 })
  if ('zZXxVO'.includes(letter)) return readZone(rest, letter, fields)
  const digits = countDigits(
    rest, letter, count, next !== undefined && 'letter' in next && !'zZXxVOaGE'.includes(next.letter),
  )
  if (digits === null) return null
  const text = rest.slice(0, digits)
  return setNumber(fields, letter, text, count) ? digits : null
}

function countDigits(rest: string, letter: string, count: number, adjacent: boolean): number | null {
  const available = /^\d*/.exec(rest)?.[0].length ?? 0
  const isYear = letter === 'y' || letter === 'Y'
  if (count > 1 || adjacent) return available >= count ? checkFull(available, count, adjacent) : null
  const most = isYear ? 4 : letter === 'S' ? 9 : letter === 'D' ? 3 : 2
  return available === 0 ? null : Math.min(available, most)
}

/** Outside a run of adjacent numbers, further digits would belong to the same number: it is too long. */
function checkFull(available: number, count: number, adjacent: boolean): number | null {
  return adjacent || available === count ? count : null
}

function readName(rest: string, names: string[], count: number, set: (index: number) => void): number | null {
  const lower = rest.toLowerCase()
  for (const [index, name] of names.entries()) {
    const wanted = count <= 3 ? name.slice(0, 3) : name
    if (!lower.startsWith(wanted.toLowerCase())) continue
    set(index)
    return wanted.length
  }
  return null
}

const zonePatterns: Readonly<Record<string, RegExp>> = {
  Z: /^[+-]\d{2}:?\d{2}/,
  X: /^(?:Z|[+-]\d{2}(?::?\d{2})?)/,
  x: /^[+-]\d{2}(?::?\d{2})?/,
  O: /^GMT(?:[+-]\d{1,2}(?::?\d{2})?)?/,
  z: /^(?:[+-]\d{2}:?\d{2}|[A-Za-z][A-Za-z0-9_/+:-]*)/,
  V: /^(?:[+-]\d{2}:?\d{2}|[A-Za-z][A-Za-z0-9_/+:-]*)/,
}

function readZone(rest: string, letter: string, fields: Fields): number | null {
  const text = zonePatterns[letter]?.exec(rest)?.[0]
  if (text === undefined) return null
  const zone = parseZone(text)
  if (zone === null) return null
  fields.zone = zone
  return text.length
}

function setNumber(fields: Fields, letter: string, text: string, count: number): boolean {
  const value = Number(text)
  switch (letter) {
    case 'y':
    case 'Y': fields.year = count === 2 ? 2000 + value : value; return true
    case 'M':
    case 'L': fields.month = value; return true
    case 'd': fields.day = value; return true
    case 'D': fields.dayOfYear = value; return true
    case 'H': fields.hour = value; return value < 24
    case 'k': fields.hour = value % 24; return value >= 1 && value <= 24
    case 'h': fields.halfHour = value % 12; return value >= 1 && value <= 12
    case 'K': fields.halfHour = value; return value < 12
    case 'm': fields.minute = value; return value < 60
    case 's': fields.second = value; return value < 60
    case 'S': {
      const nanos = text.padEnd(9, '0').slice(0, 9)
      fields.millisecond = Number(nanos.slice(0, 3))
      fields.nanos = Number(nanos.slice(3))
      return true
    }
    default: return 'wWFueQqnA'.includes(letter)
  }
}

function assemble(fields: Fields): Moment | null {
  const year = fields.bc ? 1 - fields.year : fields.year
  if (fields.month < 1 || fields.month > 12) return null
  if (fields.day < 1 || fields.day > daysInMonth(year, fields.month)) return null
  const hour = fields.halfHour === null ? fields.hour : fields.halfHour + (fields.pm === true ? 12 : 0)
  const { minute, second, millisecond } = fields
  const local = fields.dayOfYear === null
    ? epochOf(year, fields.month, fields.day, hour, minute, second, millisecond)
    : epochOf(year, 1, fields.dayOfYear, hour, minute, second, millisecond)
  const zone = fields.zone ?? utc
  return new Moment(localToEpoch(local, zone), zone, fields.nanos)
}
