import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as commands from './commands'
import { record, redo, startHistory, undo, type MappingHistory } from './history'
import { keepHistory, keptHistory, restoreHistory } from './kept-history'
import { emptyMapping, type MappingDocument } from './mapping-document'

const path = fc.constantFrom('a', 'b', 'c', 'd')
const edit = fc.oneof(
  fc.tuple(path, path).map(([source, destination]) => (document: MappingDocument) => commands.addLink(document, source, destination)),
  path.map((destination) => (document: MappingDocument) => commands.setStatic(document, destination, 'x')),
  fc.nat(6).map((at) => (document: MappingDocument) => commands.removeRow(document, document.rows[at % Math.max(1, document.rows.length)]?.id ?? '')),
  fc.tuple(fc.nat(6), path).map(([at, destination]) => (document: MappingDocument) =>
    commands.changeDestination(document, document.rows[at % Math.max(1, document.rows.length)]?.id ?? '', destination)),
  fc.constant((document: MappingDocument) => ({ ...document, rows: document.rows.toReversed() })),
  fc.constant(commands.clearMapping),
)

/** All documents that undo and redo can reach, in order. */
function walk(history: MappingHistory): MappingDocument[] {
  let first = history
  while (first.done.length > 0) first = undo(first)
  const all = [first.present]
  for (let at = first; at.undone.length > 0;) {
    at = redo(at)
    all.push(at.present)
  }
  return all
}

test('a history that was kept as text undoes and redoes to the very same documents', () => {
  fc.assert(fc.property(fc.array(edit, { maxLength: 20 }), fc.nat(20), (edits, back) => {
    let history = edits.reduce((now, change, at) => record(now, change(now.present), { code: 'edit', values: { at } }), startHistory(emptyMapping))
    for (let step = 0; step < back; step += 1) history = undo(history)
    const kept = keptHistory.parse(JSON.parse(JSON.stringify(keepHistory(history, 100))))
    expect(walk(restoreHistory(kept))).toEqual(walk(history))
  }), { seed: 29, numRuns: 150 })
})

test('a step of a large mapping is kept as what it changed', () => {
  const rows = Array.from({ length: 500 }, (_, at) => ({ id: `r${at}`, sourceType: 'ATTRIBUTE' as const, source: `column${at}`, destination: `path${at}` }))
  const large = { ...emptyMapping, rows }
  const history = record(startHistory(large), commands.removeRow(large, 'r250'), { code: 'removed', values: {} })
  expect(JSON.stringify(keepHistory(history, 100).done).length).toBeLessThan(400)
  expect(keepHistory(history, 0).done).toEqual([])
})
