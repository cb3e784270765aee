import { printOffset, utc, type Zone } from './zone'

/** A point in time with the zone it is shown in: what Adobe's date functions hand one another (ZonedDateTime). */
export class Moment {
  readonly epochMs: number
  /** Nanoseconds beyond the millisecond, 0 to 999999. */
  readonly nanos: number
  readonly zone: Zone

  constructor(epochMs: number, zone: Zone = utc, nanos = 0) {
    this.epochMs = epochMs
    this.zone = zone
    this.nanos = nanos
  }

  static readonly largestMs = 8.64e15 - 86_400_000

  offsetMinutes(): number {
    return this.zone.offsetMinutesAt(this.epochMs)
  }

  /** The local clock as a Date whose UTC fields are to be read. */
  local(): Date {
    return new Date(this.epochMs + this.offsetMinutes() * 60_000)
  }

  inZone(zone: Zone): Moment {
    return new Moment(this.epochMs, zone, this.nanos)
  }

  compareTo(other: Moment): number {
    return Math.sign(this.epochMs - other.epochMs) || Math.sign(this.nanos - other.nanos)
  }

  /** ISO 8601: `2019-10-23T11:24:00Z`, fraction only where there is one, `Z` for UTC, else the offset. */
  toIsoText(): string {
    const text = this.local().toISOString().slice(0, -1)
    const [seconds = '', milliseconds = '000'] = text.split('.')
    const fraction = `${milliseconds}${String(this.nanos).padStart(6, '0')}`.replace(/(?:000)+$/, '')
    const offset = this.offsetMinutes()
    return `${seconds}${fraction === '' ? '' : `.${fraction}`}${offset === 0 ? 'Z' : printOffset(offset, ':')}`
  }
}
