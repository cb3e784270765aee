import type { XdmField } from '@/lib/xdm/field'
import { findField, indexFields } from '@/lib/xdm/field-index'
import { parentPath, splitPath } from '@/lib/xdm/xdm-path'
import type { RowSource } from '../commands'
import type { Fit } from '../compatibility'
import { destinationFor } from '../destination-path'
import { expressionSources } from '../expression-row'
import type { MappingDocument, SourceField } from '../mapping-document'
import { findSourceField, indexSources } from '../source-index'
import { sourceReference } from '../source-reference'
import type { BridgeContext } from '../type-bridge'
import type { LearnedLinks } from './learn-links'
import { Scratch } from './scratch'
import { scoreSource, scoreTime, type ScoredTarget, type SuggestReason } from './score-source'
import { indexTargets } from './target-index'
import { wordsOfName } from './field-words'

export type MappingSuggestion = {
  /** The column it is about, by its path in the tree. */
  source: string
  /** The field it would be written to, by its path in the tree. */
  target: string
  destination: string
  /** What would be written: the column, or a calculated field where the types need a bridge. */
  row: RowSource
  /** 0 to 1. */
  score: number
  reasons: readonly SuggestReason[]
  fit: Fit
}

export type SuggestInput = {
  document: MappingDocument
  sources: readonly SourceField[]
  targets: readonly XdmField[]
  /** What earlier flows of the same source keep. */
  learned?: LearnedLinks | undefined
  /** The name of the table or object the columns stand in. */
  table?: string | undefined
}

const scoreMin = 0.42

/** The column that names the currency of the amounts beside it, as an expression reads it. */
function currencyBeside(source: SourceField, siblings: ReadonlyMap<string | undefined, readonly SourceField[]>): BridgeContext {
  const beside = siblings.get(parentPath(source.path)) ?? []
  const currencies = beside.filter((one) => one.children.length === 0 && wordsOfName(one.name).includes('currency'))
  return currencies.length === 1 && currencies[0] ? { currency: sourceReference(currencies[0].path) } : {}
}

/** The words of a table's own name: `PayPal.Catalog_Products` is about the catalog's products, not about PayPal. */
const aboutOf = (table: string | undefined): readonly string[] => wordsOfName(splitPath(table ?? '').at(-1) ?? '')

function groupByParent(sources: Iterable<SourceField>): Map<string | undefined, SourceField[]> {
  const groups = new Map<string | undefined, SourceField[]>()
  for (const field of sources) {
    const parent = parentPath(field.path)
    const group = groups.get(parent)
    if (group) group.push(field)
    else groups.set(parent, [field])
  }
  return groups
}

function toSuggestion(source: SourceField, { entry, score, fit, bridge, reasons }: ScoredTarget): MappingSuggestion {
  const destination = destinationFor(bridge ? undefined : source, entry.field)
  const row: RowSource = bridge ? { sourceType: 'EXPRESSION', source: bridge.expression } : { sourceType: 'ATTRIBUTE', source: source.path }
  return { source: source.path, target: entry.field.path, destination, row, score, reasons, fit }
}

function fromLearned(source: SourceField, learned: LearnedLinks | undefined, targets: ReadonlyMap<string, XdmField>): MappingSuggestion[] {
  return (learned?.get(source.path) ?? []).flatMap(({ row, destination, times }) => {
    const field = findField(targets, destination)
    if (!field) return []
    const reasons = [{ code: 'learned', values: { times } }]
    return [{
      source: source.path, target: field.path, destination, row, score: Math.min(0.99, 0.94 + 0.01 * times), reasons,
      fit: { level: 'exact' as const, reason: 'same' },
    }]
  })
}

/** A list has one `[*]` for each level, so a column outside of lists goes into the first item (`payments[0]`). */
export function suggestMapping({ document, sources, targets, learned, table }: SuggestInput): MappingSuggestion[] {
  const index = indexFields(targets)
  const sourceIndex = indexSources(sources)
  const taken = new Set(document.rows.flatMap((row) => findField(index, row.destination)?.path ?? []))
  const used = usedSources(document, sourceIndex)
  const open = [...new Set(sourceIndex.values())].filter((source) => source.children.length === 0 && !used.has(source.path))
  const siblings = groupByParent(new Set(sourceIndex.values()))
  const targetIndex = indexTargets(targets)
  const scratch = new Scratch(targetIndex)
  const about = aboutOf(table)
  const all = open
    .flatMap((source) => [
      ...fromLearned(source, learned, index),
      ...scoreSource(source, targetIndex, scratch, { ...currencyBeside(source, siblings), about }, 4).map((scored) => toSuggestion(source, scored)),
    ])
    .filter(({ score }) => score >= scoreMin)
    .toSorted((a, b) => b.score - a.score || (a.target < b.target ? -1 : 1))
  return all.filter(({ source, target }) => {
    if (used.has(source) || taken.has(target)) return false
    used.add(source)
    taken.add(target)
    return true
  })
}

function usedSources(document: MappingDocument, index: ReadonlyMap<string, SourceField>): Set<string> {
  const read = document.rows.flatMap((row) =>
    row.sourceType === 'STATIC' ? [] : row.sourceType === 'ATTRIBUTE' ? [row.source] : expressionSources(row.source))
  return new Set(read.flatMap((path) => findSourceField(index, path)?.path ?? []))
}

/** The fields one column may mean, best first, those that have a row already left out. */
export function suggestFor(source: SourceField, { document, sources, targets, learned, table }: SuggestInput, limit = 3): MappingSuggestion[] {
  const index = indexFields(targets)
  const taken = new Set(document.rows.flatMap((row) => findField(index, row.destination)?.path ?? []))
  const targetIndex = indexTargets(targets)
  const siblings = groupByParent(new Set(indexSources(sources).values()))
  const scored = scoreSource(source, targetIndex, new Scratch(targetIndex), { ...currencyBeside(source, siblings), about: aboutOf(table) }, limit + taken.size)
  const seen = new Set<string>()
  return [...fromLearned(source, learned, index), ...scored.map((one) => toSuggestion(source, one))]
    .filter(({ target, score }) => score >= 0.3 && !taken.has(target) && !seen.has(target) && seen.add(target))
    .slice(0, limit)
}

/** The likeliest column for one field that needs one; for a point in time any point in time is better than none. */
export function suggestForTarget(target: string, { document, sources, targets, learned, table }: SuggestInput): MappingSuggestion | undefined {
  const index = indexFields(targets)
  const field = index.get(target)
  const entry = indexTargets(targets).entries.find((one) => one.field === field)
  if (!field || !entry) return undefined
  const sourceIndex = indexSources(sources)
  const siblings = groupByParent(new Set(sourceIndex.values()))
  const scratch = new Scratch(indexTargets(targets))
  const found = [...new Set(sourceIndex.values())].filter((source) => source.children.length === 0).flatMap((source): MappingSuggestion[] => {
    const context = { ...currencyBeside(source, siblings), about: aboutOf(table) }
    const [best] = fromLearned(source, learned, index).filter((one) => one.target === target)
    if (best) return [best]
    const scored = scoreSource(source, indexTargets(targets), scratch, context, 16).find((one) => one.entry === entry) ?? scoreTime(source, entry, context)
    return scored ? [toSuggestion(source, scored)] : []
  })
  const used = usedSources(document, sourceIndex)
  const worth = ({ source, score }: MappingSuggestion): number => score - (used.has(source) ? 0.1 : 0)
  return found.filter(({ score }) => score >= 0.25).toSorted((a, b) => worth(b) - worth(a))[0]
}
