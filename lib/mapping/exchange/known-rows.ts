import { checkMapping, type MappingFacts } from '../checks'
import type { MappingDocument } from '../mapping-document'

const strange = new Set(['unknownSource', 'unknownTarget'])

/**
 * The rows of another mapping that can be meant here: their columns and paths exist in these trees. One over another
 * table, or written for another organisation's fields, brings some that do not. The same document where all do.
 */
export function knownRows(theirs: MappingDocument, { sources, targets }: Omit<MappingFacts, 'document'>): MappingDocument {
  const problems = checkMapping({ document: theirs, sources, targets })
  const strangers = new Set(problems.flatMap(({ rowId, code, values }) =>
    rowId !== undefined && (strange.has(code) || values['expressionCode'] === 'unknown-field') ? [rowId] : []))
  return strangers.size === 0 ? theirs : { ...theirs, rows: theirs.rows.filter(({ id }) => !strangers.has(id)) }
}
