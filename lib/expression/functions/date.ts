import { asNumber } from '../arithmetic'
import { readDateLenient } from '../dates/automatic'
import { isoWeek, isoWeekday, dayOfYear, daysInMonth } from '../dates/calendar'
import { formatDate } from '../dates/format-date'
import { Moment } from '../dates/moment'
import { parseDate } from '../dates/parse-date'
import { epochOf, localToEpoch, parseZone, utc, type Zone } from '../dates/zone'
import { ExpressionFailure } from '../expression-error'
import { describe, needDate, needInteger, needText } from './arguments'
import { aliasFunction, defineFunction, needed, optional } from './function-definition'

const isNull = (value: unknown): value is null | undefined => value === null || value === undefined

function readDate(args: unknown[]): Moment | null {
  const [value, format, fallback] = args
  // The default stands in for a missing date only; one that cannot be read is an error (data handling page).
  if (isNull(value)) return isNull(fallback) ? null : needDate(fallback, 'DEFAULT_DATE')
  if (value instanceof Moment) return value
  const moment = typeof value !== 'string' ? null
    : isNull(format) ? readDateLenient(value) : parseDate(value, needText(format, 'FORMAT'))
  if (moment === null) throw new ExpressionFailure('bad-date', `date cannot read ${describe(value)} in this form.`)
  return moment
}

/** Names of date components, capitals ignored. `m` is the month here, `mi` or `n` the minute. */
const components: Readonly<Record<string, string>> = {
  year: 'year', yyyy: 'year', yy: 'year', quarter: 'quarter', qq: 'quarter', q: 'quarter', month: 'month', mm: 'month',
  m: 'month', dayofyear: 'dayofyear', dy: 'dayofyear', y: 'dayofyear', day: 'day', dd: 'day', d: 'day', week: 'week',
  ww: 'week', w: 'week', weekday: 'weekday', dw: 'weekday', hour: 'hour', hh: 'hour', hh24: 'hour', hh12: 'hour12',
  minute: 'minute', mi: 'minute', n: 'minute', second: 'second', ss: 'second', s: 'second', millisecond: 'millisecond',
  sss: 'millisecond', ms: 'millisecond',
}

function needComponent(value: unknown): string {
  const written = needText(value, 'COMPONENT')
  const key = written.toLowerCase()
  const component = Object.hasOwn(components, key) ? components[key] : undefined
  if (component === undefined) throw new ExpressionFailure('bad-argument', `${describe(written)} is no part of a date.`)
  return component
}

function readPart(moment: Moment, component: string): number {
  const local = moment.local()
  switch (component) {
    case 'year': return local.getUTCFullYear()
    case 'quarter': return Math.floor(local.getUTCMonth() / 3) + 1
    case 'month': return local.getUTCMonth() + 1
    case 'dayofyear': return dayOfYear(local)
    case 'day': return local.getUTCDate()
    case 'week': return isoWeek(local).week
    case 'weekday': return isoWeekday(local)
    case 'hour': return local.getUTCHours()
    case 'hour12': return local.getUTCHours() % 12 || 12
    case 'minute': return local.getUTCMinutes()
    case 'second': return local.getUTCSeconds()
    default: return local.getUTCMilliseconds()
  }
}

const partRanges: Readonly<Record<string, readonly [number, number]>> = {
  year: [1, 9999], month: [1, 12], day: [1, 31], hour: [0, 23], minute: [0, 59], second: [0, 59],
}

function setPart(moment: Moment, component: string, value: number): Moment {
  const range = partRanges[component]
  if (range === undefined) throw new ExpressionFailure('bad-argument', `set_date_part cannot set the ${component}.`)
  if (value < range[0] || value > range[1]) {
    throw new ExpressionFailure('bad-argument', `The ${component} must lie between ${range[0]} and ${range[1]}.`)
  }
  const local = moment.local()
  const parts = Object.fromEntries(Object.keys(partRanges).map((name) => [name, readPart(moment, name)]))
  parts[component] = value
  const { year = 1, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
  const last = daysInMonth(year, month)
  if (component === 'day' && day > last) throw new ExpressionFailure('bad-argument', `That month has ${last} days.`)
  // The 31st of a month becomes the last day of a shorter one, as in java.time.
  const localMs = epochOf(year, month, Math.min(day, last), hour, minute, second, local.getUTCMilliseconds())
  return new Moment(localToEpoch(localMs, moment.zone), moment.zone, moment.nanos)
}

function needZone(value: unknown): Zone {
  const name = needText(value, 'ZONE')
  const zone = parseZone(name)
  if (zone === null) throw new ExpressionFailure('bad-argument', `${describe(name)} is no time zone.`)
  return zone
}

const makeParts = [
  ['YEAR', 1, 9999], ['MONTH', 1, 12], ['DAY', 1, 31], ['HOUR', 0, 23], ['MINUTE', 0, 59], ['SECOND', 0, 59],
  ['NANOSECOND', 0, 999_999_999],
] as const

function makeDate(args: unknown[]): Moment | null {
  if (args.some(isNull)) return null
  const parts = makeParts.map(([name, least, most], index) => {
    const value = needInteger(args[index], name)
    if (value < least || value > most) {
      throw new ExpressionFailure('bad-argument', `${name} must lie between ${least} and ${most}.`)
    }
    return value
  })
  const [year = 1, month = 1, day = 1, hour, minute, second, nanos = 0] = parts
  if (day > daysInMonth(year, month)) throw new ExpressionFailure('bad-argument', `Month ${month} has no day ${day}.`)
  const zone = needZone(args[7])
  const local = epochOf(year, month, day, hour, minute, second, Math.floor(nanos / 1_000_000))
  return new Moment(localToEpoch(local, zone), zone, nanos % 1_000_000)
}

function formatTimestamp([timestamp, format]: unknown[]): string | null {
  if (isNull(timestamp)) return null
  const number = timestamp instanceof Moment || timestamp === '' ? null : asNumber(timestamp)
  const ms = number === null ? Number.NaN : Math.trunc(Number(number.value))
  if (!(Math.abs(ms) <= Moment.largestMs)) {
    throw new ExpressionFailure('wrong-type', `TIMESTAMP must be Unix milliseconds, not ${describe(timestamp)}.`)
  }
  return formatDate(new Moment(ms, utc), needText(format, 'FORMAT'))
}

const date = needed('DATE', 'date', 'A date, as date() or now() gives it.')
const outputForm = needed('FORMAT', 'text', 'How the result is written, as a Java date pattern.')
const makeDateTime = defineFunction({
  name: 'make_date_time', group: 'date', returns: 'date', description: 'Builds a date from its parts and a time zone.',
  parameters: [
    ...makeParts.map(([name, least, most]) => needed(name, 'integer', `From ${least} to ${most}.`)),
    needed('TIMEZONE', 'text', 'The zone whose clock the parts show, such as Europe/Paris.'),
  ],
  run: makeDate,
})

export const dateFunctions = [
  defineFunction({
    name: 'now', group: 'date', returns: 'date', description: 'The present moment as a date in UTC.', parameters: [],
    run: (_, context) => new Moment(context.nowMs),
  }),
  defineFunction({
    name: 'timestamp', group: 'date', returns: 'integer', description: 'The present moment as Unix milliseconds.',
    parameters: [], run: (_, context) => context.nowMs,
  }),
  defineFunction({
    name: 'format', group: 'date', returns: 'text', description: 'Writes a date in a given form.',
    parameters: [date, outputForm],
    run: ([value, format]) => (isNull(value) ? null : formatDate(needDate(value, 'DATE'), needText(format, 'FORMAT'))),
  }),
  defineFunction({
    name: 'dformat', group: 'date', returns: 'text', description: 'Writes Unix milliseconds as a date in UTC.',
    parameters: [needed('TIMESTAMP', 'number', 'Milliseconds since 1970; multiply seconds by 1000.'), outputForm],
    run: formatTimestamp,
  }),
  defineFunction({
    name: 'date', group: 'date', returns: 'date',
    description: 'Reads text as a date. FORMAT describes the incoming text; the default is for a missing date only.',
    parameters: [
      needed('DATE', 'text', 'The text to read.'),
      optional('FORMAT', 'text', 'How the text is written, as a Java date pattern; usual forms are tried without it.'),
      optional('DEFAULT_DATE', 'date', 'The answer when the date is null.'),
    ],
    run: readDate,
  }),
  defineFunction({
    name: 'date_part', group: 'date', returns: 'integer', description: 'One part of a date as a number.',
    parameters: [
      needed('COMPONENT', 'text', 'year, quarter, month, dayofyear, day, week, weekday, hour, minute, second …'),
      date,
    ],
    run: ([component, value]) => (isNull(value) ? null : readPart(needDate(value, 'DATE'), needComponent(component))),
  }),
  defineFunction({
    name: 'set_date_part', group: 'date', returns: 'date', description: 'A date with one part changed.',
    parameters: [
      needed('COMPONENT', 'text', 'year, month, day, hour, minute or second.'),
      needed('VALUE', 'integer', 'The new value of that part.'), date,
    ],
    run: ([component, value, moment]) =>
      isNull(moment) ? null
        : setPart(needDate(moment, 'DATE'), needComponent(component), needInteger(value, 'VALUE')),
  }),
  makeDateTime,
  aliasFunction('make_timestamp', makeDateTime),
  defineFunction({
    name: 'zone_date_to_utc', group: 'date', returns: 'date', description: 'The same moment on the clock of UTC.',
    parameters: [date], run: ([value]) => (isNull(value) ? null : needDate(value, 'DATE').inZone(utc)),
  }),
  defineFunction({
    name: 'zone_date_to_zone', group: 'date', returns: 'date',
    description: 'The same moment on the clock of another zone.',
    parameters: [date, needed('ZONE', 'text', 'A zone such as Europe/Paris.')],
    run: ([value, zone]) => (isNull(value) ? null : needDate(value, 'DATE').inZone(needZone(zone))),
  }),
]
