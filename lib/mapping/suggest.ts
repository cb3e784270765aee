import type { XdmField } from '@/lib/xdm/field'
import { findField, indexFields } from '@/lib/xdm/field-index'
import { fitOf, type Fit } from './compatibility'
import { destinationFor } from './destination-path'
import type { MappingDocument, SourceField } from './mapping-document'
import { nameWords, similarity } from './name-similarity'
import { findSourceField, indexSources } from './source-index'

export type MappingSuggestion = {
  source: string
  target: string
  destination: string
  /** 0 to 1. */
  score: number
  /** Message key `mapper.suggest.reasons.<reason>`. */
  reason: 'sameName' | 'sameWords' | 'nearName'
  fit: Fit
}

const scoreMin = 0.6

type Candidate = { field: XdmField; words: readonly string[]; plain: string }

const plainName = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/**
 * Proposes a target for every source without a link, by name and type. A target is proposed once, to the source that
 * suits it best, and never one that has a row. Fields are looked up by their words, so the cost follows the matches.
 */
export function suggestMapping(
  document: MappingDocument, sources: readonly SourceField[], targets: readonly XdmField[],
): MappingSuggestion[] {
  const index = indexFields(targets)
  const sourceIndex = indexSources(sources)
  const taken = new Set(document.rows.flatMap((row) => findField(index, row.destination)?.path ?? []))
  const used = new Set(document.rows.flatMap((row) => findSourceField(sourceIndex, row.source)?.path ?? []))
  const byWord = new Map<string, Candidate[]>()
  for (const field of index.values()) {
    if (field.children.length > 0 || field.deprecated || taken.has(field.path) || field.path.includes('{key}')) continue
    const candidate = { field, words: nameWords(field.path), plain: plainName(field.name) }
    for (const word of candidate.words) {
      const list = byWord.get(word)
      if (list) list.push(candidate)
      else byWord.set(word, [candidate])
    }
  }
  const all = [...new Set(sourceIndex.values())]
    .filter((source) => source.children.length === 0 && !used.has(source.path))
    .flatMap((source) => proposalsFor(source, byWord))
    .toSorted((a, b) => b.score - a.score || (a.target < b.target ? -1 : 1))
  return all.filter(({ source, target }) => {
    if (used.has(source) || taken.has(target)) return false
    used.add(source)
    taken.add(target)
    return true
  })
}

function proposalsFor(source: SourceField, byWord: ReadonlyMap<string, readonly Candidate[]>): MappingSuggestion[] {
  const words = nameWords(source.name)
  const plain = plainName(source.name)
  const candidates = new Set(words.flatMap((word) => byWord.get(word) ?? []))
  return [...candidates].flatMap((candidate) => {
    const fit = fitOf(source.type, candidate.field)
    if (fit.level === 'impossible') return []
    const isSame = candidate.plain === plain
    const score = Math.min(1, (isSame ? 0.8 : 0) + similarity(words, candidate.words) * (isSame ? 0.15 : 0.85)
      + (fit.level === 'lossy' ? 0 : 0.05))
    if (score < scoreMin) return []
    const reason = isSame ? 'sameName' : words.every((word) => candidate.words.includes(word)) ? 'sameWords' : 'nearName'
    const destination = destinationFor(source, candidate.field)
    return [{ source: source.path, target: candidate.field.path, destination, score, reason, fit }]
  })
}
