import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { automaticDateForms, parseDateAutomatic, parseDateLenient } from './automatic'
import { formatDate } from './format-date'
import { Moment } from './moment'
import { parseDate } from './parse-date'

const iso = (ms: number | null) => (ms === null ? null : new Moment(ms).toIsoText())

describe('texts mapped to a date field', () => {
  it.each([
    ['2024-05-05 20:39:00-0800', '2024-05-06T04:39:00Z'], ['2024-05-05 20:39:00.005-0800', '2024-05-06T04:39:00.005Z'],
    ['2024-05-05 20:39:00.005', '2024-05-05T20:39:00.005Z'], ['2024-05-05T20:39:00.005+02', '2024-05-05T18:39:00.005Z'],
    ['2024-05-05T20:39:00Z', '2024-05-05T20:39:00Z'], ['2024-05-05', '2024-05-05T00:00:00Z'],
    ['2024/05/05', '2024-05-05T00:00:00Z'], ['2024.05.05', '2024-05-05T00:00:00Z'],
    ['2024-May-05', '2024-05-05T00:00:00Z'],
    ['20240505', '2024-05-05T00:00:00Z'], ['05-13-2024', '2024-05-13T00:00:00Z'], ['12112020', '2020-12-11T00:00:00Z'],
    ['5/13/2024', '2024-05-13T00:00:00Z'], ['13.5.2024', '2024-05-13T00:00:00Z'],
    ['5/13/2024 01:02:03 PM', '2024-05-13T13:02:03Z'], ['13.5.2024 12:02:03 AM', '2024-05-13T00:02:03Z'],
    ['13.May.2024', '2024-05-13T00:00:00Z'], ['13-May-2024', '2024-05-13T00:00:00Z'],
  ])('%s is %s', (text, expected) => {
    expect(iso(parseDateAutomatic(text))).toBe(expected)
  })

  it.each([
    '', '13/5/2024', '2024-02-30', '2024-05-05 20:39', '2024-05-05T20:39:00+0000', '1714941540', 'May 5th, 2024',
    '2024-05-05x',
  ])(
    '%s is in none of the documented forms', (text) => {
      expect(parseDateAutomatic(text)).toBeNull()
    },
  )

  it.each([
    ['2024-05-05 20:39', '2024-05-05T20:39:00Z'], ['2014-07-11T04:03:52+0000', '2014-07-11T04:03:52Z'],
    ['2016-11-09T11:44:44.797', '2016-11-09T11:44:44.797Z'],
    ['2024-05-05T20:39:00.123456-07:00', '2024-05-06T03:39:00.123Z'],
    ['2024-05-05 20:39:00.005 PST', '2024-05-06T04:39:00.005Z'], ['tomorrow', null],
  ])('date() also reads %s as %s', (text, expected) => {
    expect(iso(parseDateLenient(text))).toBe(expected)
  })

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => {
      expect(() => [parseDateAutomatic(text), parseDateLenient(text)]).not.toThrow()
    }), { seed: 4, numRuns: 2000 })
  })

  it.each([...automaticDateForms])('what %s writes, %s reads back', (form) => {
    fc.assert(fc.property(fc.integer({ min: 1000, max: 253_402_300 }), (kiloseconds) => {
      const written = formatDate(new Moment(kiloseconds * 1_000_000 % 253_402_300_799_000), form)
      const read = parseDate(written, form)
      expect(read === null ? null : formatDate(read, form)).toBe(written)
    }), { seed: 5, numRuns: 200 })
  })
})
