import { ExpressionFailure } from '../expression-error'
import { dayNames, dayOfYear, isoWeekday, monthNames, usWeek } from './calendar'
import { parsePattern } from './java-pattern'
import type { Moment } from './moment'
import { printOffset } from './zone'

/** Writes a moment by a Java date pattern in US English, on the clock of its own zone. */
export function formatDate(moment: Moment, pattern: string): string {
  const local = moment.local()
  return parsePattern(pattern)
    .map((part) => ('literal' in part ? part.literal : formatLetter(moment, local, part.letter, part.count)))
    .join('')
}

const pad = (value: number, count: number) => String(value).padStart(count, '0')

function formatYear(year: number, count: number): string {
  return count === 2 ? pad(((year % 100) + 100) % 100, 2) : pad(year, count)
}

function formatName(names: string[], index: number, count: number): string {
  const name = names[index] ?? ''
  return count >= 5 ? name.slice(0, 1) : count === 4 ? name : name.slice(0, 3)
}

function formatLetter(moment: Moment, local: Date, letter: string, count: number): string {
  const hour = local.getUTCHours()
  switch (letter) {
    case 'G': return local.getUTCFullYear() > 0 ? 'AD' : 'BC'
    case 'y': return formatYear(eraYear(local), count)
    case 'Y': return formatYear(usWeek(local).year, count)
    case 'M':
    case 'L':
      return count > 2 ? formatName(monthNames, local.getUTCMonth(), count) : pad(local.getUTCMonth() + 1, count)
    case 'w': return pad(usWeek(local).week, count)
    case 'W': return pad(weekOfMonth(local), count)
    case 'D': return pad(dayOfYear(local), count)
    case 'd': return pad(local.getUTCDate(), count)
    case 'F': return pad(Math.floor((local.getUTCDate() - 1) / 7) + 1, count)
    case 'E': return formatName(dayNames, isoWeekday(local) - 1, count)
    case 'u': return pad(isoWeekday(local), count)
    case 'e': return count > 2 ? formatName(dayNames, isoWeekday(local) - 1, count) : pad(local.getUTCDay() + 1, count)
    case 'a': return hour < 12 ? 'AM' : 'PM'
    case 'H': return pad(hour, count)
    case 'k': return pad(hour === 0 ? 24 : hour, count)
    case 'K': return pad(hour % 12, count)
    case 'h': return pad(hour % 12 === 0 ? 12 : hour % 12, count)
    case 'm': return pad(local.getUTCMinutes(), count)
    case 's': return pad(local.getUTCSeconds(), count)
    case 'S': return formatFraction(moment, local, count)
    case 'n': return pad(local.getUTCMilliseconds() * 1_000_000 + moment.nanos, count)
    case 'A': return pad(local.getTime() - Math.floor(local.getTime() / 86_400_000) * 86_400_000, count)
    case 'Q':
    case 'q': return formatQuarter(Math.floor(local.getUTCMonth() / 3) + 1, count)
    default: return formatZone(moment, letter, count)
  }
}

const eraYear = (local: Date) => {
  const year = local.getUTCFullYear()
  return year > 0 ? year : 1 - year
}

function weekOfMonth(local: Date): number {
  const first = new Date(local)
  first.setUTCDate(1)
  return Math.floor((local.getUTCDate() + first.getUTCDay() - 1) / 7) + 1
}

function formatFraction(moment: Moment, local: Date, count: number): string {
  return `${pad(local.getUTCMilliseconds(), 3)}${pad(moment.nanos, 6)}`.slice(0, count).padEnd(count, '0')
}

function formatQuarter(quarter: number, count: number): string {
  if (count <= 2) return pad(quarter, count)
  return count === 3 ? `Q${quarter}` : `${['1st', '2nd', '3rd', '4th'][quarter - 1] ?? ''} quarter`
}

function formatZone(moment: Moment, letter: string, count: number): string {
  const offset = moment.offsetMinutes()
  const hours = printOffset(offset, '').slice(0, 3)
  switch (letter) {
    case 'Z':
      if (count === 5) return offset === 0 ? 'Z' : printOffset(offset, ':')
      return count === 4 ? formatZone(moment, 'O', 4) : printOffset(offset, '')
    case 'X':
    case 'x':
      if (offset === 0 && letter === 'X') return 'Z'
      if (count === 1) return offset % 60 === 0 ? hours : printOffset(offset, '')
      return printOffset(offset, count === 2 || count === 4 ? '' : ':')
    case 'O':
      if (offset === 0) return 'GMT'
      if (count === 4) return `GMT${printOffset(offset, ':')}`
      return `GMT${hours.replace(/^([+-])0/, '$1')}${offset % 60 === 0 ? '' : printOffset(offset, ':').slice(3)}`
    case 'V': return moment.zone.name
    case 'z': return zoneName(moment, count)
    default: throw new ExpressionFailure('bad-date-format', `The letter ${letter} cannot be written.`)
  }
}

function zoneName(moment: Moment, count: number): string {
  if (!moment.zone.name.includes('/')) return moment.zone.name
  let name = moment.zone.name
  // Each of these Englishes knows the abbreviations of its own part of the world and writes GMT+1 for the others.
  for (const locale of ['en-US', 'en-GB', 'en-AU', 'en-IN']) {
    const parts = new Intl.DateTimeFormat(locale, {
      timeZone: moment.zone.name, timeZoneName: count >= 4 ? 'long' : 'short',
    }).formatToParts(moment.epochMs)
    name = parts.find((part) => part.type === 'timeZoneName')?.value ?? name
    if (!/^GMT[+-]/.test(name)) break
  }
  return name
}
