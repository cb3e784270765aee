import { z } from 'zod'
import { isSameMapping } from './commands'
import type { MappingHistory } from './history'
import { mappingDocument, mappingRow, type MappingDocument } from './mapping-document'

/** How to come from one document to the next: rows that go, rows that come or change with their places, and other tests. */
const documentChange = z.union([
  z.object({ drop: z.array(z.string()), put: z.array(z.tuple([z.number().int().nonnegative(), mappingRow])), tests: mappingDocument.shape.tests.nullable() }),
  z.object({ whole: mappingDocument }),
])
type DocumentChange = z.infer<typeof documentChange>

const keptStep = z.object({ code: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])), change: documentChange })

/** A history as it is kept over a reload: the present, and each step as the change that takes it back or brings it again. */
export const keptHistory = z.object({ present: mappingDocument, done: z.array(keptStep), undone: z.array(keptStep) })
export type KeptHistory = z.infer<typeof keptHistory>

const isSameRow = (a: MappingDocument['rows'][number], b: MappingDocument['rows'][number] | undefined): boolean =>
  a === b || (b !== undefined && a.sourceType === b.sourceType && a.source === b.source && a.destination === b.destination)

function applyChange(from: MappingDocument, change: DocumentChange): MappingDocument {
  if ('whole' in change) return change.whole
  const gone = new Set([...change.drop, ...change.put.map(([, { id }]) => id)])
  const rows = from.rows.filter(({ id }) => !gone.has(id))
  for (const [at, row] of change.put) rows.splice(at, 0, row)
  const { tests: kept, ...rest } = from
  const tests = change.tests === null ? kept : change.tests
  return { ...rest, rows, ...(tests === undefined ? {} : { tests }) }
}

function changeBetween(from: MappingDocument, to: MappingDocument): DocumentChange {
  const before = new Map(from.rows.map((row) => [row.id, row]))
  const after = new Set(to.rows.map(({ id }) => id))
  const change: DocumentChange = {
    drop: from.rows.flatMap(({ id }) => (after.has(id) ? [] : [id])),
    put: to.rows.flatMap((row, at): [number, typeof row][] => (isSameRow(row, before.get(row.id)) ? [] : [[at, row]])),
    tests: from.tests === to.tests ? null : to.tests,
  }
  // Rows in another order are not told by what changed; then the whole document is.
  return isSameMapping(applyChange(from, change), to) ? change : { whole: to }
}

const last = <Item>(all: readonly Item[], count: number): readonly Item[] => all.slice(Math.max(0, all.length - count))

/** The last `stepsMax` steps either way, small enough to be kept: a step holds what it changed, not the document. */
export function keepHistory({ present, done, undone }: MappingHistory, stepsMax: number): KeptHistory {
  return {
    present,
    done: last(done, stepsMax).map(({ before, after, change }) => ({ ...change, change: changeBetween(after, before) })),
    undone: last(undone, stepsMax).map(({ before, after, change }) => ({ ...change, change: changeBetween(before, after) })),
  }
}

/** The history again, each step with its two documents. */
export function restoreHistory({ present, done, undone }: KeptHistory): MappingHistory {
  let at = present
  const steps: MappingHistory['done'][number][] = []
  for (const { change, code, values } of done.toReversed()) {
    const before = applyChange(at, change)
    steps.unshift({ before, after: at, change: { code, values } })
    at = before
  }
  at = present
  const again: MappingHistory['undone'][number][] = []
  for (const { change, code, values } of undone.toReversed()) {
    const after = applyChange(at, change)
    again.unshift({ before: at, after, change: { code, values } })
    at = after
  }
  return { present, done: steps, undone: again }
}
