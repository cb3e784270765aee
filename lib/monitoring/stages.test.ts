import { describe, expect, test } from 'vitest'
import { stagesOf } from './stages'

const short = (...args: Parameters<typeof stagesOf>) => stagesOf(...args).map(({ key, state, code }) => `${key} ${state}${code ? ` ${code}` : ''}`)
const ended = (status: 'success' | 'partialSuccess' | 'failed', ...codes: string[]) => ({ status, errors: codes.map((code) => ({ code, message: '' })) })

describe('the stream of a flow', () => {
  test('is idle before its first run and when it is gone', () => {
    expect(short('waiting', undefined, {})).toEqual(['source idle', 'raw idle', 'mapping idle', 'dataset idle'])
    expect(short('missing', ended('success'), {})).toEqual(['source idle', 'raw idle', 'mapping idle', 'dataset idle'])
  })

  test('is good throughout after a good run', () => {
    expect(short('healthy', ended('success'), {})).toEqual(['source good', 'raw good', 'mapping good', 'dataset good'])
  })

  test('shows at which part rows were lost, without stopping there', () => {
    expect(short('degraded', ended('success', 'INGEST-1212-400', 'MAPPER-3700-400', 'INGEST-1555-400'), {})).toEqual([
      'source good', 'raw good', 'mapping warn MAPPER-3700-400', 'dataset warn INGEST-1555-400',
    ])
    expect(short('degraded', ended('success', 'INGEST-1212-400', 'MAPPER-3700-400'), {}).at(-1)).toBe('dataset good')
  })

  test('ends where a run broke', () => {
    expect(short('failing', ended('failed', 'CONNECTOR-1001-500'), {})).toEqual(['source bad CONNECTOR-1001-500', 'raw idle', 'mapping idle', 'dataset idle'])
    expect(short('failing', ended('failed', 'NEW-1'), {})).toEqual(['source good', 'raw good', 'mapping bad NEW-1', 'dataset idle'])
  })

  test('carries the names of what it passes', () => {
    expect(stagesOf('waiting', undefined, { dataset: 'Products' }).at(-1)).toEqual({ key: 'dataset', state: 'idle', name: 'Products' })
  })
})
