import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adobeRun, runStatuses, toRunRecord, toRunStatus } from './run-record'

const whole = {
  id: 'r1',
  flowId: 'f1',
  metrics: {
    durationSummary: { startedAtUTC: 1763888400000, completedAtUTC: 1763888460000 },
    sizeSummary: { inputBytes: 100, outputBytes: -1 },
    recordSummary: { inputRecordCount: 10, outputRecordCount: 8, failedRecordCount: 2 },
    statusSummary: { status: 'success', errors: [{ code: 'INGEST-1212-400', message: '2 rows failed' }] },
  },
  activities: [
    {
      id: 'copyActivity',
      durationSummary: { extensions: { windowStart: 1763880000000, windowEnd: 1763888400000 } },
      statusSummary: { extensions: { errors: [{ code: 'MAPPER-3700-400', message: 'transform', recordCount: 3 }] } },
    },
  ],
}

describe('toRunRecord', () => {
  test('brings counts, times, window and errors of every activity together', () => {
    const record = toRunRecord(adobeRun.parse(whole))
    expect(record).toMatchObject({ status: 'success', recordsRead: 10, recordsWritten: 8, recordsFailed: 2, bytesRead: 100 })
    expect(record.startedAt?.toISOString()).toBe('2025-11-23T09:00:00.000Z')
    expect(record.windowEnd?.toISOString()).toBe('2025-11-23T09:00:00.000Z')
    expect(record.errors.map(({ code }) => code)).toEqual(['INGEST-1212-400', 'MAPPER-3700-400'])
  })

  test('a negative count means that Adobe does not know', () => {
    expect(toRunRecord(adobeRun.parse(whole)).bytesWritten).toBeUndefined()
  })

  test('ten-digit times are read as seconds', () => {
    const run = adobeRun.parse({ id: 'r', flowId: 'f', metrics: { durationSummary: { startedAtUTC: 1763888400 } } })
    expect(toRunRecord(run).startedAt?.toISOString()).toBe('2025-11-23T09:00:00.000Z')
  })

  test('a run of any shape beyond its ids becomes a record', () => {
    fc.assert(
      fc.property(fc.object(), (extra) => {
        const parsed = adobeRun.safeParse({ ...extra, id: 'r', flowId: 'f', metrics: undefined })
        expect(parsed.success && toRunRecord(parsed.data).status).toBe('unknown')
      }),
    )
  })
})

describe('toRunStatus', () => {
  test.each([
    ['success', 'success'], ['COMPLETED', 'success'], ['PARTIAL_SUCCESS', 'partialSuccess'], ['Failed', 'failed'],
    ['IN_PROGRESS', 'inProgress'], ['Processing', 'inProgress'], ['QUEUED', 'scheduled'], ['brandNew', 'unknown'],
  ])('%s is %s', (text, status) => expect(toRunStatus(text)).toBe(status))

  test('every text has a status', () => {
    fc.assert(fc.property(fc.string(), (text) => void expect(runStatuses).toContain(toRunStatus(text))))
  })
})
