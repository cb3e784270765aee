import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyMapping, type MappingDocument, type MappingRow } from '../mapping-document'
import { compareMappings, takeOver } from './compare-mappings'
import { writeMappingCsv } from './mapping-csv'
import { writeMappingJson } from './mapping-json'
import { readMapping } from './read-mapping'

const documentOf = (...rows: readonly (readonly [string, string, MappingRow['sourceType']?])[]): MappingDocument => ({
  version: 1, rows: rows.map(([source, destination, sourceType = 'ATTRIBUTE'], at) => ({ id: `r${at + 1}`, sourceType, source, destination })),
})
const plain = (document: MappingDocument) => document.rows.map(({ sourceType, source, destination }) => ({ sourceType, source, destination }))
const read = (text: string) => {
  const found = readMapping(text)
  return found.ok ? plain(found.document) : found.code
}

const cell = fc.oneof(
  fc.string({ minLength: 1, maxLength: 20 }),
  fc.string({ minLength: 1, maxLength: 12, unit: fc.constantFrom('"', ',', ';', '\n', '\r', '\t', '\'', '=', ' ', 'a', '(', ')') }),
  fc.constantFrom('=SUM(A1)', '+49 30', '-fee', '@x', '\'=a', 'concat(a, "b;c")', ' a '),
)
// A destination is a path: blanks round it are no part of one.
const path = fc.stringMatching(/^[A-Za-z_][\w.[\]*]{0,20}$/)
const row = fc.record({ sourceType: fc.constantFrom('ATTRIBUTE' as const, 'EXPRESSION' as const, 'STATIC' as const), source: cell, destination: path })
const documents = fc.uniqueArray(row, { minLength: 1, maxLength: 12, selector: ({ destination }) => destination })
  .map((rows): MappingDocument => ({ version: 1, rows: rows.map((one, at) => ({ id: `r${at + 1}`, ...one })) }))

describe('export and import', () => {
  test('a mapping written as JSON and read again is the same, ids and all', () => {
    fc.assert(fc.property(documents, (document) => {
      expect(readMapping(writeMappingJson(document))).toEqual({ ok: true, document, skipped: 0 })
    }), { seed: 51 })
  })

  test('a mapping written as a table and read again has the same links in the same order', () => {
    fc.assert(fc.property(documents, (document) => {
      expect(readMapping(writeMappingCsv(document))).toEqual({ ok: true, document, skipped: 0 })
    }), { seed: 52 })
  })

  test.each(['=SUM(A1)', '+1', '-fee', '@x', '\t=1', '\'=a'])('a spreadsheet does not run %j', (source) => {
    const text = writeMappingCsv(documentOf([source, 'x', 'STATIC']))
    expect(text).not.toMatch(/(^|[,"])[=+\-@\t]/m)
    expect(read(text)).toEqual([{ sourceType: 'STATIC', source, destination: 'x' }])
  })

  test('reading never throws, whatever the file holds', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json(), fc.string().map((text) => `source,destination\n${text}`)), (text) => {
      expect(typeof readMapping(text).ok).toBe('boolean')
    }), { seed: 54 })
  })

  test.each([
    ['a table with other headings and separators', 'Target field;Source field\n_id;id\n', [['id', '_id', 'ATTRIBUTE']]],
    ['a function without a type', 'source,target\n"concat(a, b)",x\n', [['concat(a, b)', 'x', 'EXPRESSION']]],
    ['a mapping set as Adobe answers it', JSON.stringify({ id: '1', mappings: [{ sourceType: 'text/x.schema-path', source: 'a', destination: 'x' }] }), [['a', 'x', 'ATTRIBUTE']]],
    ['the older spelling', JSON.stringify({ mappings: [{ sourceAttribute: 'a', destinationXdmPath: 'x', identity: false }] }), [['a', 'x', 'ATTRIBUTE']]],
    ['a flow’s definition', JSON.stringify({ kind: 'tributary/flow', mapping: documentOf(['a', 'x']) }), [['a', 'x', 'ATTRIBUTE']]],
  ])('reads %s', (_what, text, rows) => {
    expect(read(text)).toEqual(rows.map(([source, destination, sourceType]) => ({ sourceType, source, destination })))
  })

  test.each([['{', 'notJson'], ['{}', 'noMapping'], ['a,b\n1,2', 'noHeading'], ['source,destination\n,', 'noRows'], [' ', 'empty']])('says of %j what is wrong', (text, code) => {
    expect(read(text)).toBe(code)
  })
})

describe('comparing and taking over', () => {
  const ours = documentOf(['a', 'x'], ['b', 'y'])
  const theirs = documentOf(['b', 'y'], ['c', 'x'], ['d', 'z'])

  test('names what is more, less or otherwise', () => {
    expect(compareMappings(ours, theirs).map(({ kind, destination }) => `${kind} ${destination}`)).toEqual(['changed x', 'added z'])
    expect(compareMappings(theirs, ours).map(({ kind, destination }) => `${kind} ${destination}`)).toEqual(['changed x', 'removed z'])
  })

  test('adds only what is missing, or takes the other’s word, or replaces', () => {
    const result = (how: 'missing' | 'theirs' | 'replace') => takeOver(ours, documentOf(['c', 'x'], ['d', 'z']), how).rows.map(({ id, source, destination }) => `${id} ${source} → ${destination}`)
    expect(result('missing')).toEqual(['r1 a → x', 'r2 b → y', 'r3 d → z'])
    expect(result('theirs')).toEqual(['r1 c → x', 'r2 b → y', 'r3 d → z'])
    expect(result('replace')).toEqual(['r1 c → x', 'r3 d → z'])
  })

  test('after replacing nothing differs, and replacing with the same changes nothing', () => {
    fc.assert(fc.property(documents, documents, (one, other) => {
      expect(compareMappings(takeOver(one, other, 'replace'), other)).toEqual([])
      expect(takeOver(one, one, 'replace')).toBe(one)
      expect(takeOver(emptyMapping, other, 'missing').rows).toHaveLength(other.rows.length)
    }), { seed: 55 })
  })
})
