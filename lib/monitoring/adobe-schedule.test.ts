import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextRuns } from '@/lib/schedule/next-runs'
import type { Schedule } from '@/lib/schedule/schedule'
import { dueBetween, firstDueAfter, lastDueAt, readAdobeSchedule } from './adobe-schedule'

const startMs = Date.parse('2026-11-24T08:00:00Z')
const hourly: Schedule = { frequency: 'hour', interval: 1, start: new Date(startMs).toISOString() }

describe('readAdobeSchedule', () => {
  test.each([
    ['seconds', startMs / 1000],
    ['milliseconds', startMs],
  ])('start times in %s mean the same', (_, startTime) => {
    expect(readAdobeSchedule({ startTime, frequency: 'hour', interval: 1 })).toEqual(hourly)
  })

  test.each([[undefined], [null], [{}], [{ startTime: 1, frequency: 'fortnight' }], [{ startTime: -1, frequency: 'day' }]])(
    '%j is no schedule',
    (params) => expect(readAdobeSchedule(params)).toBeUndefined(),
  )
})

const schedules = fc.record({
  frequency: fc.constantFrom('minute' as const, 'hour' as const, 'day' as const, 'week' as const),
  interval: fc.integer({ min: 1, max: 60 }),
  start: fc.constant(hourly.start),
})
const moments = fc.integer({ min: startMs - 1e9, max: startMs + 1e10 }).map((ms) => new Date(ms))

describe('due moments', () => {
  test('the last due and the first after it lie on both sides of a moment, and are among the next runs', () => {
    fc.assert(
      fc.property(schedules, moments, (schedule, now) => {
        const last = lastDueAt(schedule, now)
        const next = firstDueAfter(schedule, now)
        expect(next?.getTime()).toBe(nextRuns(schedule, 1, now.getTime() + 1)[0])
        expect(last !== undefined).toBe(now.getTime() >= startMs)
        expect(last?.getTime() ?? -Infinity).toBeLessThanOrEqual(now.getTime())
      }),
    )
  })

  test('between two moments each due one is named once, oldest first', () => {
    expect(dueBetween(hourly, new Date(startMs), new Date(startMs + 3 * 3_600_000), 9).map((due) => due.getUTCHours())).toEqual([9, 10])
    expect(dueBetween(hourly, new Date(startMs), new Date(startMs + 9 * 3_600_000), 2).map((due) => due.getUTCHours())).toEqual([15, 16])
    expect(dueBetween({ ...hourly, frequency: 'once' }, new Date(0), new Date(startMs * 2), 9)).toEqual([])
  })

  test('a flow that runs once is due once', () => {
    const once: Schedule = { frequency: 'once', start: hourly.start }
    expect(lastDueAt(once, new Date(startMs + 1e9))?.getTime()).toBe(startMs)
    expect(firstDueAfter(once, new Date(startMs))).toBeUndefined()
  })
})
