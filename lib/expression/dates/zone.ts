/** A time zone: a fixed offset or a named zone with its own summer time. */
export type Zone = { name: string; offsetMinutesAt: (epochMs: number) => number }

export const utc: Zone = { name: 'UTC', offsetMinutesAt: () => 0 }

export function fixedZone(offsetMinutes: number): Zone {
  return offsetMinutes === 0 ? utc : { name: printOffset(offsetMinutes, ':'), offsetMinutesAt: () => offsetMinutes }
}

/** `+02:00` with a colon, `+0200` without. */
export function printOffset(offsetMinutes: number, separator: '' | ':'): string {
  const size = Math.abs(offsetMinutes)
  const hours = String(Math.floor(size / 60)).padStart(2, '0')
  return `${offsetMinutes < 0 ? '-' : '+'}${hours}${separator}${String(size % 60).padStart(2, '0')}`
}

/** Abbreviations stand for a fixed offset, also in summer: Adobe's example takes PST as -08:00 in October. */
const abbreviations: ReadonlyMap<string, number> = new Map([
  ['UTC', 0], ['GMT', 0], ['UT', 0], ['Z', 0], ['WET', 0], ['WEST', 60], ['BST', 60], ['CET', 60], ['CEST', 120],
  ['EET', 120], ['EEST', 180], ['MSK', 180], ['IST', 330], ['JST', 540], ['AEST', 600], ['AEDT', 660],
  ['EST', -300], ['EDT', -240], ['CST', -360], ['CDT', -300], ['MST', -420], ['MDT', -360], ['PST', -480],
  ['PDT', -420], ['AKST', -540], ['AKDT', -480], ['HST', -600],
])

const offsetPattern = /^(?:(?:UTC|GMT|UT)(?=[+-]))?([+-])(\d{1,2})(?::?(\d{2}))?$/i
const known = new Map<string, Zone>()

/** Reads `Z`, `+02:00`, `GMT+2`, `PST` or `Europe/Paris`; null when it is no zone. */
export function parseZone(text: string): Zone | null {
  const abbreviation = abbreviations.get(text.toUpperCase())
  if (abbreviation !== undefined) return fixedZone(abbreviation)
  const offset = offsetPattern.exec(text)
  if (offset !== null) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0)
    if (minutes > 18 * 60 || Number(offset[3] ?? 0) > 59) return null
    return fixedZone(offset[1] === '-' ? -minutes : minutes)
  }
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+){1,2}$/.test(text)) return null
  return known.get(text) ?? readNamedZone(text)
}

function readNamedZone(name: string): Zone | null {
  let formatter: Intl.DateTimeFormat
  try {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: name, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric',
      hour: 'numeric', minute: 'numeric', second: 'numeric', era: 'short',
    })
  } catch {
    return null
  }
  const zone: Zone = { name, offsetMinutesAt: (epochMs) => offsetFrom(formatter, epochMs) }
  if (known.size < 1000) known.set(name, zone)
  return zone
}

function offsetFrom(formatter: Intl.DateTimeFormat, epochMs: number): number {
  const parts = new Map(formatter.formatToParts(epochMs).map((part) => [part.type, part.value]))
  const read = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type))
  const year = parts.get('era') === 'BC' ? 1 - read('year') : read('year')
  const local = epochOf(year, read('month'), read('day'), read('hour'), read('minute'), read('second'))
  return Math.round((local - Math.floor(epochMs / 1000) * 1000) / 60_000)
}

/** Milliseconds of a calendar date read as UTC; unlike Date.UTC it takes the years 0 to 99 as they are. */
export function epochOf(
  year: number, month: number, day: number, hour = 0, minute = 0, second = 0, millisecond = 0,
): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  date.setUTCHours(hour, minute, second, millisecond)
  return date.getTime()
}

/** The moment at which a clock in the zone shows this local time; in a gap the later one, as Java does. */
export function localToEpoch(localMs: number, zone: Zone): number {
  const first = localMs - zone.offsetMinutesAt(localMs) * 60_000
  const before = zone.offsetMinutesAt(first - 86_400_000)
  const candidate = localMs - before * 60_000
  if (zone.offsetMinutesAt(candidate) === before) return candidate
  const after = zone.offsetMinutesAt(first + 86_400_000)
  const second = localMs - after * 60_000
  return zone.offsetMinutesAt(second) === after ? second : candidate
}
