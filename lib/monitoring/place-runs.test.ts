import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Schedule } from '@/lib/schedule/schedule'
import type { RunBar } from './flow-views'
import { placeRuns } from './place-runs'

const hourly: Schedule = { frequency: 'hour', interval: 1, start: '2026-11-24T00:00:00Z' }
const run = (time: string): RunBar => ({ id: time, status: 'success', startedAt: `2026-11-24T${time}:00.000Z` })
const at = (time: string) => new Date(`2026-11-24T${time}:00Z`)
const short = (runs: RunBar[], until: string, schedule: Schedule | undefined = hourly) =>
  placeRuns(runs, schedule, at(until)).map((item) => (item.kind === 'run' ? item.run.id : `${item.missed}×${item.dueAt.slice(11, 16)}`))

describe('a strip', () => {
  test('of runs that all came has no gaps, be they some minutes late', () => {
    expect(short([run('01:00'), run('02:07'), run('03:02')], '03:50')).toEqual(['01:00', '02:07', '03:02'])
  })

  test('takes a run that began a minute early for the one that was due', () => {
    expect(short([run('00:59'), run('02:00'), run('02:59'), run('04:01')], '04:30')).toEqual(['00:59', '02:00', '02:59', '04:01'])
  })

  test('shows how many did not come, and from when on', () => {
    expect(short([run('01:01'), run('05:01')], '05:30')).toEqual(['01:01', '3×02:00', '05:01'])
  })

  test('shows at its end what should have come by now', () => {
    expect(short([run('01:01')], '04:10')).toEqual(['01:01', '3×02:00'])
    expect(short([run('01:01')], '01:59')).toEqual(['01:01'])
  })

  test('of a flow without a rhythm has no gaps', () => {
    expect(short([run('01:01'), run('05:01')], '09:00', { frequency: 'once', start: hourly.start })).toEqual(['01:01', '05:01'])
    expect(placeRuns([run('01:01'), run('05:01')], undefined, at('09:00'))).toHaveLength(2)
  })

  test('loses no run, whatever the runs', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1e8 }), { maxLength: 30 }), (offsets) => {
        const runs = offsets.sort((a, b) => a - b).map((offset, index): RunBar => ({
          id: String(index), status: 'success', startedAt: new Date(at('00:00').getTime() + offset).toISOString(),
        }))
        const kept = placeRuns(runs, hourly, at('00:00')).flatMap((item) => (item.kind === 'run' ? [item.run] : []))
        expect(kept).toEqual(runs)
      }),
    )
  })
})
