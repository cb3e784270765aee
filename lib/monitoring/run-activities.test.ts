import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readRunDetail } from './run-activities'

const run = {
  id: 'r',
  activities: [
    { id: 'copyActivity', durationSummary: { startedAtUTC: 1763888400000 }, recordSummary: { inputRecordCount: 10, outputRecordCount: -1 }, statusSummary: { status: 'success' } },
    {
      id: 'promotionActivity',
      statusSummary: { errors: [{ code: 'INGEST-1212-400', message: 'two' }], extensions: { errors: [{ code: 3700, message: 'x', recordCount: 2 }], manifest: { failedRecords: 'https://…' } } },
      targetInfo: [{ reference: { type: 'Batch', ids: ['01ABC'] } }],
    },
  ],
}

describe('the stations of a run', () => {
  test('carry their figures, errors, and the batch that was made', () => {
    const detail = readRunDetail(run)
    expect(detail.batchId).toBe('01ABC')
    expect(detail.hasDiagnostics).toBe(true)
    expect(detail.activities).toMatchObject([
      { kind: 'copy', read: 10, written: undefined, status: 'success', startedAt: '2025-11-23T09:00:00.000Z' },
      { kind: 'promotion', errors: [{ code: 'INGEST-1212-400' }, { code: '3700', recordCount: 2 }] },
    ])
  })

  test('of anything at all are a list', () => {
    fc.assert(fc.property(fc.anything(), (raw) => void expect(Array.isArray(readRunDetail(raw).activities)).toBe(true)))
    fc.assert(fc.property(fc.array(fc.object()), (activities) => void expect(Array.isArray(readRunDetail({ activities }).activities)).toBe(true)))
  })
})
