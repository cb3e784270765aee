import type { XdmField } from '@/lib/xdm/field'
import { findField, indexFields } from '@/lib/xdm/field-index'
import { parentPath, splitPath } from '@/lib/xdm/xdm-path'
import { expressionSources } from '../expression-row'
import type { MappingDocument, SourceField } from '../mapping-document'
import { findSourceField, indexSources } from '../source-index'
import { currenciesBeside } from './currencies-beside'
import { wordsOfName } from './field-words'
import type { LearnedLinks } from './learn-links'
import { Scratch } from './scratch'
import type { ScoreContext } from './score-source'
import { indexTargets, type TargetIndex } from './target-index'

/** What does not change while one maps: the two trees, what they are about, and what earlier flows did. */
export type SuggestFacts = {
  sources: readonly SourceField[]
  targets: readonly XdmField[]
  /** What earlier flows of the same source keep. */
  learned?: LearnedLinks | undefined
  /** The name of the table or object the columns stand in. */
  table?: string | undefined
}

/** The trees prepared for looking things up, once for all questions about them. */
export type SuggestScene = {
  fields: ReadonlyMap<string, XdmField>
  columns: ReadonlyMap<string, SourceField>
  /** The columns that hold a value themselves. */
  leaves: readonly SourceField[]
  targets: TargetIndex
  scratch: Scratch
  contextOf: (source: SourceField) => ScoreContext
}

/** The words of a table's own name: `PayPal.Catalog_Products` is about the catalog's products, not about PayPal. */
const aboutOf = (table: string | undefined): readonly string[] => wordsOfName(splitPath(table ?? '').at(-1) ?? '')

/** Cheap but for the index of the targets, which is made once a schema. */
export function prepareScene({ sources, targets, table }: SuggestFacts): SuggestScene {
  const columns = indexSources(sources)
  const targetIndex = indexTargets(targets)
  const currencies = currenciesBeside(columns.values())
  const about = aboutOf(table)
  return {
    fields: indexFields(targets),
    columns,
    leaves: [...new Set(columns.values())].filter(({ children }) => children.length === 0),
    targets: targetIndex,
    scratch: new Scratch(targetIndex),
    contextOf: ({ path }) => ({ currency: currencies.get(parentPath(path)), about }),
  }
}

/** The fields that have a row, whichever item of a list it writes. */
export const takenTargets = (document: MappingDocument, { fields }: SuggestScene): Set<string> =>
  new Set(document.rows.flatMap((row) => findField(fields, row.destination)?.path ?? []))

/** The columns that a row reads, by itself or in an expression. */
export function usedSources(document: MappingDocument, { columns }: SuggestScene): Set<string> {
  const read = document.rows.flatMap((row) =>
    row.sourceType === 'STATIC' ? [] : row.sourceType === 'ATTRIBUTE' ? [row.source] : expressionSources(row.source))
  return new Set(read.flatMap((path) => findSourceField(columns, path)?.path ?? []))
}
