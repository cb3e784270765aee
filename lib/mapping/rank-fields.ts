import type { XdmField } from '@/lib/xdm/field'
import { fitOf, type Fit, type FitLevel } from './compatibility'
import type { SourceField, SourceType } from './mapping-document'
import { nameWords, similarity } from './name-similarity'
import { matchesWords, searchWords } from './select-fields'

export type Ranked<Field> = { field: Field; fit: Fit; score: number }

const fitWeight: Readonly<Record<FitLevel, number>> = { exact: 0.12, safe: 0.1, lossy: 0.04, impossible: -1 }

function best<Field extends { path: string }>(ranked: Ranked<Field>[], limit: number): Ranked<Field>[] {
  return ranked
    .toSorted((a, b) => b.score - a.score || a.field.path.length - b.field.path.length || (a.field.path < b.field.path ? -1 : 1))
    .slice(0, limit)
}

/**
 * Targets for a source, best first: those the search keeps, near names before far ones, fitting types before others.
 * Fields of which only the inside can be written stand last. Linear in the schema.
 */
export function rankTargets(
  targets: Iterable<XdmField>, source: Pick<SourceField, 'name' | 'type'> | undefined, query: string, limit = 50,
): Ranked<XdmField>[] {
  const words = searchWords(query)
  const wanted = source ? nameWords(source.name) : []
  const ranked: Ranked<XdmField>[] = []
  for (const field of targets) {
    if (!matchesWords(field, words)) continue
    const fit = source ? fitOf(source.type, field) : { level: 'exact' as const, reason: 'same' }
    const isPlace = !source && field.children.length > 0
    const score = similarity(wanted, nameWords(field.path)) + fitWeight[fit.level] + startBonus(field, words) - (isPlace ? 1 : 0)
    ranked.push({ field, fit, score })
  }
  return best(ranked, limit)
}

/** Sources for a target, best first. */
export function rankSources(
  sources: Iterable<SourceField>, target: XdmField | undefined, query: string, limit = 50,
): Ranked<SourceField>[] {
  const words = searchWords(query)
  const wanted = target ? nameWords(target.path) : []
  const ranked: Ranked<SourceField>[] = []
  for (const field of sources) {
    if (!matchesWords(field, words)) continue
    const fit = target ? fitOf(field.type as SourceType, target) : { level: 'exact' as const, reason: 'same' }
    ranked.push({ field, fit, score: similarity(nameWords(field.name), wanted) + fitWeight[fit.level] + startBonus(field, words) })
  }
  return best(ranked, limit)
}

/** What was typed is the name's own beginning: that is what the person means. */
const startBonus = (field: { name: string }, words: readonly string[]): number =>
  words.some((word) => field.name.toLowerCase().startsWith(word)) ? 0.5 : 0
