import { z } from 'zod'
import type { XdmField } from '@/lib/xdm/field'
import { canonicalJson } from './canonical-json'
import type { MappingDocument } from './mapping-document'
import { previewRecord } from './preview-document'

/** A row kept with what the mapping made of it: when an edit makes something else of it, one wants to know. */
export const mappingTest = z.object({
  id: z.string().min(1),
  name: z.string().min(1).max(200),
  /** The source row. It is kept with the flow's definition, so it should hold nobody's real data. */
  row: z.record(z.string(), z.unknown()),
  /** What each destination gets; null for nothing. */
  expected: z.record(z.string(), z.unknown()),
  /** The moment that `now()` means in it. */
  nowMs: z.number().int(),
})

export type MappingTest = z.infer<typeof mappingTest>

export type TestDifference = { destination: string; expected: unknown; actual: unknown }
export type TestResult = { test: MappingTest; differences: readonly TestDifference[] }

type Trees = { targets: readonly XdmField[]; targetIndex: ReadonlyMap<string, XdmField> }

function actualOf(document: MappingDocument, row: MappingTest['row'], trees: Trees, nowMs: number): Map<string, unknown> {
  const { cells } = previewRecord(document, row, trees, nowMs)
  return new Map(cells.map(({ row: { destination }, state, value }) => [destination, state === 'failed' ? null : (value ?? null)]))
}

/** Keeps a row with what the mapping makes of it now. */
export function keepAsTest(document: MappingDocument, row: MappingTest['row'], name: string, trees: Trees, nowMs: number): MappingDocument {
  const tests = document.tests ?? []
  const highest = tests.reduce((most, { id }) => Math.max(most, Number(/^t(\d{1,15})$/.exec(id)?.[1] ?? 0)), 0)
  const expected = Object.fromEntries(actualOf(document, row, trees, nowMs))
  return { ...document, tests: [...tests, { id: `t${highest + 1}`, name, row, expected, nowMs }] }
}

/** Takes what the mapping makes of a test's row now as what it should make. */
export function acceptTest(document: MappingDocument, testId: string, trees: Trees): MappingDocument {
  const tests = (document.tests ?? []).map((test) => test.id === testId
    ? { ...test, expected: Object.fromEntries(actualOf(document, test.row, trees, test.nowMs)) }
    : test)
  return { ...document, tests }
}

export const removeTest = (document: MappingDocument, testId: string): MappingDocument =>
  ({ ...document, tests: (document.tests ?? []).filter(({ id }) => id !== testId) })

/** Runs every test of a document. A destination that is no longer written counts as nothing written. Never throws. */
export function runTests(document: MappingDocument, trees: Trees): TestResult[] {
  return (document.tests ?? []).map((test) => {
    const actual = actualOf(document, test.row, trees, test.nowMs)
    const differences = Object.entries(test.expected).flatMap(([destination, expected]) => {
      const got = actual.get(destination) ?? null
      return canonicalJson(got) === canonicalJson(expected) ? [] : [{ destination, expected, actual: got }]
    })
    return { test, differences }
  })
}
