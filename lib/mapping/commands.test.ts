import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as commands from './commands'
import { record, redo, startHistory, undo } from './history'
import { emptyMapping, mappingDocument, type MappingDocument } from './mapping-document'

const rowsOf = (document: MappingDocument): string[] => document.rows.map((row) => `${row.id} ${row.source} → ${row.destination}`)

describe('commands', () => {
  test('a destination has one row: linking again changes its source and keeps its id', () => {
    const once = commands.addLink(emptyMapping, 'a', 'x')
    const twice = commands.addLink(commands.addLink(once, 'b', 'y'), 'c', 'x')
    expect(rowsOf(twice)).toEqual(['r1 c → x', 'r2 b → y'])
  })

  test('one source may feed many destinations', () => {
    expect(rowsOf(commands.addLink(commands.addLink(emptyMapping, 'a', 'x'), 'a', 'y'))).toEqual(['r1 a → x', 'r2 a → y'])
  })

  test('changing nothing gives the same document, so that nothing is saved and nothing can be undone', () => {
    const one = commands.addLink(emptyMapping, 'a', 'x')
    expect(commands.addLink(one, 'a', 'x')).toBe(one)
    expect(commands.removeRow(one, 'r9')).toBe(one)
    expect(commands.changeDestination(one, 'r1', 'x')).toBe(one)
    expect(commands.clearMapping(emptyMapping)).toBe(emptyMapping)
  })

  test('a row sent to a taken destination replaces what was there', () => {
    const two = commands.addLink(commands.addLink(emptyMapping, 'a', 'x'), 'b', 'y')
    expect(rowsOf(commands.changeDestination(two, 'r2', 'x'))).toEqual(['r2 b → x'])
  })

  test('many links at once never take a destination that has a row', () => {
    const one = commands.setStatic(emptyMapping, 'x', 'EUR')
    const many = commands.addRows(one, [['a', 'x'], ['b', 'y'], ['c', 'y']].map(([source = '', destination = '']) => ({ sourceType: 'ATTRIBUTE', source, destination })))
    expect(rowsOf(many)).toEqual(['r1 EUR → x', 'r2 b → y'])
  })

  test('a constant becomes a column or an expression in place', () => {
    const row = commands.setExpression(commands.setStatic(emptyMapping, 'x', 'EUR'), 'x', 'upper(a)').rows[0]
    expect(row).toEqual({ id: 'r1', sourceType: 'EXPRESSION', source: 'upper(a)', destination: 'x' })
  })
})

const name = fc.constantFrom('a', 'b', 'c', 'd')
const rowId = fc.constantFrom('r1', 'r2', 'r3', 'r4')
type Change = (document: MappingDocument) => MappingDocument
const change = fc.oneof<fc.Arbitrary<Change>[]>(
  fc.tuple(name, name).map(([source, target]) => (at: MappingDocument) => commands.addLink(at, source, target)),
  fc.tuple(name, name).map(([value, target]) => (at: MappingDocument) => commands.setStatic(at, target, value)),
  fc.tuple(rowId, name).map(([id, target]) => (at: MappingDocument) => commands.changeDestination(at, id, target)),
  fc.tuple(rowId, name).map(([id, source]) => (at: MappingDocument) => commands.changeSource(at, id, { sourceType: 'EXPRESSION', source })),
  rowId.map((id) => (at: MappingDocument) => commands.removeRow(at, id)),
  fc.array(fc.record({ sourceType: fc.constantFrom('ATTRIBUTE', 'EXPRESSION'), source: name, destination: name }))
    .map((rows) => (at: MappingDocument) => commands.addRows(at, rows)),
  fc.constant((at: MappingDocument) => commands.clearMapping(at)),
)
const label = { code: 'changed', values: {} }

describe('history', () => {
  test('any sequence of changes undone gives back the first document, and redone the last', () => {
    fc.assert(fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
      let history = startHistory(emptyMapping)
      for (const apply of changes) history = record(history, apply(history.present), label)
      const last = history.present
      const steps = history.done.length
      for (let at = 0; at < steps; at += 1) history = undo(history)
      expect(history.present).toBe(emptyMapping)
      for (let at = 0; at < steps; at += 1) history = redo(history)
      expect(history.present).toBe(last)
    }), { seed: 11 })
  })

  test('whatever is done, the document stays valid, ids apart, and each destination written once', () => {
    fc.assert(fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
      const last = changes.reduce<MappingDocument>((at, apply) => apply(at), emptyMapping)
      expect(mappingDocument.parse(last)).toEqual(last)
      expect(new Set(last.rows.map((row) => row.id)).size).toBe(last.rows.length)
      expect(new Set(last.rows.map((row) => row.destination)).size).toBe(last.rows.length)
    }), { seed: 12 })
  })

  test('a new change after an undo forgets what could be redone', () => {
    const one = record(startHistory(emptyMapping), commands.addLink(emptyMapping, 'a', 'x'), label)
    const other = record(undo(one), commands.addLink(emptyMapping, 'b', 'y'), label)
    expect(redo(other)).toBe(other)
  })

  test('undo and redo at their ends change nothing', () => {
    const start = startHistory(emptyMapping)
    expect(undo(start)).toBe(start)
    expect(redo(start)).toBe(start)
  })
})
