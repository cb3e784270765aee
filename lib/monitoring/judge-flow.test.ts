import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Schedule } from '@/lib/schedule/schedule'
import { judgeFlow, type FlowBefore, type FlowInAdobe, type RunFacts } from './judge-flow'

const at = (time: string) => new Date(`2026-11-24T${time}:00Z`)
const everyHalfHour: Schedule = { frequency: 'minute', interval: 30, start: '2026-11-24T08:00:00Z' }
const adobe: FlowInAdobe = { state: 'enabled', etag: '"1"', schedule: everyHalfHour, createdAt: at('07:55') }
const before: FlowBefore = {
  adobeState: 'enabled', adobeStateSince: at('07:55'), etag: '"1"', adobeSchedule: everyHalfHour, health: 'healthy', healthSince: at('08:01'),
}
const ranAt = (time: string, status: 'success' | 'failed' = 'success'): RunFacts => ({
  lastStartedAt: at(time),
  lastEnded: { status, recordsFailed: 0, startedAt: at(time), completedAt: at(time) },
})
const noRuns: RunFacts = { lastEnded: undefined, lastStartedAt: undefined }

describe('judgeFlow', () => {
  test('a flow that ran when it was due stays as well as it was, since when it was', () => {
    expect(judgeFlow(before, adobe, ranAt('09:30'), at('09:45'))).toMatchObject({ health: 'healthy', healthSince: at('08:01'), nextRunAt: at('10:00') })
  })

  test('a flow that stopped running is late at every moment from ten minutes after, since the first run it missed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 11, max: 5000 }), (minutes) => {
        const now = new Date(at('10:00').getTime() + minutes * 60_000)
        const after = judgeFlow(before, adobe, ranAt('09:30'), now)
        expect(after).toMatchObject({ health: 'late', healthSince: at('10:00') })
      }),
    )
  })

  test('what was due while the flow was switched off was not missed', () => {
    const paused = judgeFlow(before, { ...adobe, state: 'disabled' }, ranAt('08:00'), at('08:10'))
    expect(paused).toMatchObject({ health: 'paused', healthSince: at('08:10'), nextRunAt: undefined })
    const resumed = judgeFlow(paused, adobe, ranAt('08:00'), at('12:15'))
    expect(resumed).toMatchObject({ health: 'healthy', adobeStateSince: at('12:15') })
    expect(judgeFlow(resumed, adobe, ranAt('08:00'), at('12:41')).health).toBe('late')
  })

  test('a flow nobody looked at before exists since Adobe made it', () => {
    const fresh: FlowBefore = { adobeState: undefined, adobeStateSince: undefined, etag: undefined, adobeSchedule: undefined, health: 'waiting', healthSince: undefined }
    expect(judgeFlow(fresh, adobe, noRuns, at('07:58'))).toMatchObject({ health: 'waiting', adobeStateSince: at('07:55'), healthSince: at('07:55') })
  })

  test('failing is dated by the run that failed', () => {
    expect(judgeFlow(before, adobe, ranAt('09:30', 'failed'), at('09:45'))).toMatchObject({ health: 'failing', healthSince: at('09:30') })
  })

  test('a flow that is gone keeps what was last known of it', () => {
    expect(judgeFlow(before, undefined, ranAt('09:30'), at('09:45'))).toMatchObject({
      health: 'missing', etag: '"1"', adobeState: 'enabled', adobeSchedule: everyHalfHour, nextRunAt: undefined,
    })
  })
})
