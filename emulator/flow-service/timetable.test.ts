import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { periodOf, readTimetable, slotAfter, windowOf, type Timetable } from './timetable'

const day = 86_400_000
const recurring = fc.record({
  startMs: fc.integer({ min: 0, max: 4_102_444_800 }).map((seconds) => seconds * 1000),
  frequency: fc.constantFrom('minute' as const, 'hour' as const, 'day' as const, 'week' as const),
  interval: fc.integer({ min: 1, max: 90 }),
  backfill: fc.boolean(),
})
const moment = fc.integer({ min: -400 * day, max: 400 * day })

/** Slots up to a moment, as the executor finds them one after another. */
function slotsUpTo(timetable: Timetable, untilMs: number, most = 200): number[] {
  const slots: number[] = []
  let slot = slotAfter(timetable, -Infinity)
  while (slot !== undefined && slot <= untilMs && slots.length < most) {
    slots.push(slot)
    slot = slotAfter(timetable, slot)
  }
  return slots
}

describe('slots', () => {
  test('the next slot is later, on the grid of the start, and none lies between', () => {
    fc.assert(fc.property(recurring, moment, (timetable, offset) => {
      const after = timetable.startMs + offset
      const slot = slotAfter(timetable, after) ?? Number.NaN
      const period = periodOf(timetable) ?? Number.NaN
      expect(slot).toBeGreaterThan(after)
      expect((slot - timetable.startMs) % period).toBe(0)
      expect(slot === timetable.startMs || slot - period <= after).toBe(true)
    }))
  })

  test('once has one slot', () => {
    fc.assert(fc.property(recurring, (timetable) => {
      const once: Timetable = { ...timetable, frequency: 'once' }
      expect(slotsUpTo(once, Infinity)).toEqual([once.startMs])
    }))
  })
})

describe('windows', () => {
  test('cover the time from the first to the last slot without gap or overlap, whatever slots were left out', () => {
    fc.assert(fc.property(recurring, fc.array(fc.boolean(), { minLength: 2, maxLength: 60 }), (timetable, isServed) => {
      const slots = slotsUpTo(timetable, Infinity, isServed.length).filter((_slot, index) => isServed[index])
      const windows = slots.map((slot, index) => windowOf(timetable, slot, slots[index - 1]))
      const starts = [timetable.backfill ? 0 : timetable.startMs, ...slots.slice(0, -1)]
      expect(windows).toEqual(slots.map((slot, index) => ({ fromMs: starts[index], toMs: slot })))
    }))
  })

  test('every row lies in exactly one of them', () => {
    fc.assert(fc.property(recurring, fc.double({ min: 0, max: 1, noNaN: true }), (timetable, share) => {
      const slots = slotsUpTo(timetable, Infinity, 30)
      const last = slots.at(-1) ?? 0
      const from = timetable.backfill ? 1 : timetable.startMs + 1
      const row = Math.min(last, from + Math.floor((last - from) * share))
      const windows = slots.map((slot, index) => windowOf(timetable, slot, slots[index - 1]))
      expect(windows.filter(({ fromMs, toMs }) => row > fromMs && row <= toMs).length).toBe(1)
    }))
  })
})

test('numbers and truth values are read as texts too, as Adobe echoes them', () => {
  const params = { startTime: '1612310466', frequency: 'minute', interval: '15', backfill: 'false' }
  expect(readTimetable(params)).toEqual({ startMs: 1_612_310_466_000, frequency: 'minute', interval: 15, backfill: false })
  expect(readTimetable({ frequency: 'monthly' })).toBeUndefined()
})
