import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import en from '@/lib/i18n/messages/en/runs.json'
import { explainingErrors, guideKeys, guideOf } from './error-guide'

describe('the error guide', () => {
  test.each([
    ['CONNECTOR-1001-500', 'source-copy'],
    ['CONNECTOR-2001-500', 'processing'],
    ['INGEST-1212-400', 'rows-refused'],
    ['INGEST-1555-400', 'required-missing'],
    ['1401', 'corrupt-row'],
    ['MAPPER-3700-400', 'mapping-transform'],
    ['133', 'no-files'],
    ['BRAND-NEW', 'unknown'],
  ])('explains %s as %s', (code, key) => expect(guideOf(code)).toBe(key))

  test('has a sentence for every cause, and a cause for every text', () => {
    expect(Object.keys(en.guide).sort()).toEqual([...guideKeys].sort())
    fc.assert(fc.property(fc.string(), (code) => void expect(guideKeys).toContain(guideOf(code))))
  })

  test('leaves out a mere count where its reasons are named, and never the only thing said', () => {
    const count = { code: 'INGEST-1212-400' }
    const reason = { code: 'MAPPER-3700-400' }
    expect(explainingErrors([count, reason])).toEqual([reason])
    expect(explainingErrors([count])).toEqual([count])
    expect(explainingErrors([])).toEqual([])
  })
})
