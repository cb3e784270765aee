import type { Starter } from '@/lib/sources/payments-source'
import { checkMapping, type MappingFacts } from './checks'
import { writeRow } from './commands'
import type { MappingDocument } from './mapping-document'

/**
 * The proposals for an object that can be taken as they are: nothing is written to their destination yet, the schema has
 * it, the source has what they read, and the check finds no error in them.
 */
export function usableStarters(starters: readonly Starter[], { document, sources, targets }: MappingFacts): Starter[] {
  const taken = new Set(document.rows.map(({ destination }) => destination))
  const rows = starters.map((starter, index) => ({ id: `starter${index}`, ...starter }))
  const problems = checkMapping({ document: { version: 1, rows }, sources, targets })
  const faulty = new Set(problems.flatMap(({ rowId, severity }) => (severity === 'error' && rowId !== undefined ? [rowId] : [])))
  return starters.filter(({ destination }, index) => !taken.has(destination) && !faulty.has(`starter${index}`))
}

/** The document with all of them, as one change. */
export const takeStarters = (document: MappingDocument, starters: readonly Starter[]): MappingDocument =>
  starters.reduce((next, { destination, ...source }) => writeRow(next, source, destination), document)
