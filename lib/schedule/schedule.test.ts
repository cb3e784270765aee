import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkSchedule } from './check-schedule'
import { runsPerDay, scheduleWarnings } from './guardrails'
import { intervalMs, nextRuns } from './next-runs'
import { frequencies, schedule as scheduleSchema, type Schedule } from './schedule'
import { scheduleInWords } from './schedule-in-words'
import { answeredParams, startMarginMs } from './schedule-params'

/** The rules that Adobe publishes for CRM-type sources: the interval's floor is 15 for minutes, 1 otherwise; none for `once`. */
const scheduleSpec = {
  name: 'PeriodicSchedule',
  type: 'Periodic',
  spec: {
    $schema: 'http://json-schema.org/draft-07/schema#',
    type: 'object',
    properties: {
      startTime: { type: 'integer' },
      frequency: { type: 'string', enum: ['once', 'minute', 'hour', 'day', 'week'] },
      interval: { type: 'integer' },
      backfill: { type: 'boolean', default: true },
    },
    required: ['startTime', 'frequency'],
    if: { properties: { frequency: { const: 'once' } } },
    then: { allOf: [{ not: { required: ['interval'] } }, { not: { required: ['backfill'] } }] },
    else: {
      required: ['interval'],
      if: { properties: { frequency: { const: 'minute' } } },
      then: { properties: { interval: { minimum: 15 } } },
      else: { properties: { interval: { minimum: 1 } } },
    },
  },
}

const nowMs = Date.UTC(2026, 10, 24, 9, 0)
const every = (frequency: Schedule['frequency'], interval?: number): Schedule => ({
  frequency,
  ...(interval === undefined ? {} : { interval }),
  start: 'as-soon-as-created',
})

describe('checkSchedule', () => {
  test('lets pass what the specification allows', () => {
    for (const one of [every('once'), every('minute', 15), every('hour', 1), every('day', 30), every('week', 2)]) {
      expect(checkSchedule(one, scheduleSpec, nowMs), JSON.stringify(one)).toEqual([])
    }
  })

  test('names the field and the limit that the specification gave, not one of ours', () => {
    expect(checkSchedule(every('minute', 14), scheduleSpec, nowMs)).toEqual([
      { field: 'interval', code: 'interval-below', values: { frequency: 'minute', limit: 15 } },
    ])
    const stricter = structuredClone(scheduleSpec)
    stricter.spec.else.then.properties.interval.minimum = 45
    expect(checkSchedule(every('minute', 30), stricter, nowMs)[0]?.values.limit).toBe(45)
  })

  test('asks for an interval where there must be one and refuses it for once', () => {
    expect(checkSchedule(every('hour'), scheduleSpec, nowMs)).toMatchObject([{ field: 'interval', code: 'interval-needed' }])
    expect(checkSchedule({ ...every('once', 1), backfill: true }, scheduleSpec, nowMs)).toMatchObject([
      { field: 'interval', code: 'not-allowed' },
      { field: 'backfill', code: 'not-allowed' },
    ])
  })

  test('refuses a start that has passed', () => {
    const past: Schedule = { ...every('day', 1), start: '2026-11-24T08:59:59Z' }
    expect(checkSchedule(past, scheduleSpec, nowMs)).toMatchObject([{ field: 'start', code: 'start-passed' }])
  })

  test('a refusal that names no field is still told', () => {
    expect(checkSchedule(every('day', 1), { type: 'object', not: {} }, nowMs)).toMatchObject([{ code: 'refused' }])
  })

  test('any schedule against any of the forms is answered, never thrown at', () => {
    const anySchedule = fc.record({
      frequency: fc.constantFrom(...frequencies),
      interval: fc.integer({ min: -5, max: 5000 }),
      start: fc.constantFrom('as-soon-as-created' as const, '2026-11-24T10:00:00Z'),
      backfill: fc.boolean(),
    }, { requiredKeys: ['frequency', 'start'] })
    fc.assert(fc.property(anySchedule, (one) => {
      const problems = checkSchedule(one, scheduleSpec, nowMs)
      const floor = one.frequency === 'minute' ? 15 : 1
      const fits = one.frequency === 'once'
        ? one.interval === undefined && one.backfill === undefined
        : one.interval !== undefined && one.interval >= floor
      expect(problems.length === 0).toBe(fits)
    }))
  })
})

describe('nextRuns', () => {
  test('counts in UTC across the night on which Europe changes its clock', () => {
    const daily: Schedule = { frequency: 'day', interval: 1, start: '2026-10-24T01:30:00Z' }
    expect(nextRuns(daily, 3, Date.UTC(2026, 9, 24)).map((ms) => new Date(ms).toISOString())).toEqual([
      '2026-10-24T01:30:00.000Z', '2026-10-25T01:30:00.000Z', '2026-10-26T01:30:00.000Z',
    ])
  })

  test('once runs once, and not at all when its moment has passed', () => {
    const once: Schedule = { frequency: 'once', start: '2026-11-24T10:00:00Z' }
    expect(nextRuns(once, 5, nowMs)).toEqual([Date.UTC(2026, 10, 24, 10)])
    expect(nextRuns(once, 5, Date.UTC(2026, 10, 24, 11))).toEqual([])
  })

  test('as soon as created is now plus the margin', () => {
    expect(nextRuns(every('hour', 2), 2, nowMs)).toEqual([nowMs + startMarginMs, nowMs + startMarginMs + 7_200_000])
  })

  test('never earlier than now, evenly spaced, on the grid of the start', () => {
    const recurring = fc.record({
      frequency: fc.constantFrom('minute', 'hour', 'day', 'week'),
      interval: fc.integer({ min: 1, max: 400 }),
      startMs: fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2030, 0) }),
      now: fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2030, 0) }),
    })
    fc.assert(fc.property(recurring, ({ frequency, interval, startMs, now }) => {
      const one: Schedule = { frequency, interval, start: new Date(startMs).toISOString() }
      const gap = intervalMs(one) ?? 0
      const runs = nextRuns(one, 5, now)
      const [first = 0] = runs
      expect(runs).toHaveLength(5)
      expect(first).toBeGreaterThanOrEqual(Math.max(now, startMs))
      expect(first - Math.max(now, startMs)).toBeLessThan(gap)
      expect((first - startMs) % gap).toBe(0)
      runs.slice(1).forEach((run, index) => expect(run - (runs[index] ?? 0)).toBe(gap))
    }))
  })
})

describe('answeredParams', () => {
  test('whole epoch seconds, not in the past by rounding, and only what was given', () => {
    expect(answeredParams({ frequency: 'once', start: '2026-11-24T10:00:00.400Z' }, nowMs)).toEqual({
      startTime: Date.UTC(2026, 10, 24, 10) / 1000 + 1,
      frequency: 'once',
    })
    expect(answeredParams({ ...every('minute', 30), backfill: true }, nowMs)).toEqual({
      startTime: (nowMs + startMarginMs) / 1000, frequency: 'minute', interval: 30, backfill: true,
    })
  })
})

test('96 runs a day are warned of, 48 are not', () => {
  expect(runsPerDay(every('minute', 30))).toBe(48)
  expect(scheduleWarnings(every('minute', 30))).toEqual([])
  expect(scheduleWarnings(every('minute', 15))).toMatchObject([{ code: 'too-many-batches', values: { perDay: 96 } }])
  expect(scheduleWarnings(every('once'))).toEqual([])
})

test('every frequency has its phrase', () => {
  expect(frequencies.map((frequency) => scheduleInWords(every(frequency, 3)))).toEqual(
    frequencies.map((frequency) => ({ key: `words.${frequency}`, values: { interval: 3 } })),
  )
  expect(scheduleSchema.safeParse(every('day', 2)).success).toBe(true)
})
