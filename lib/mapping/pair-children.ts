import type { XdmField } from '@/lib/xdm/field'
import { mapKeySegment, wildcardDepth } from '@/lib/xdm/xdm-path'
import { fitOf } from './compatibility'
import { destinationFor } from './destination-path'
import type { SourceField } from './mapping-document'
import { wordsOfName } from './suggest/field-words'
import { nearWords } from './suggest/vocabulary'

export type Pair = { source: SourceField; target: XdmField; destination: string }

const plainName = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

function leavesOf<Field extends { children: readonly Field[] }>(field: Field): Field[] {
  return field.children.length === 0 ? [field] : field.children.flatMap((child) => leavesOf(child))
}

/** 1 for the same name, less for the same words or near ones, 0 for strangers. */
function likeness(source: SourceField, target: XdmField): number {
  if (plainName(source.name) === plainName(target.name)) return 1
  const [from, to] = [wordsOfName(source.name), wordsOfName(target.name)]
  const said = (words: readonly string[], others: readonly string[]): number =>
    words.reduce((sum, word) => sum + (others.includes(word) ? 1 : Math.max(0, ...others.map((other) => nearWords(word)?.get(other) ?? 0))), 0) / words.length
  return from.length === 0 || to.length === 0 ? 0 : Math.min(said(from, to), 0.99) * 0.5 + Math.min(said(to, from), 0.99) * 0.5
}

/**
 * What inside one object goes with what inside another, by name: each field once, the likest first, types that cannot
 * be converted left out. Lists pair with lists only.
 */
export function pairChildren(source: SourceField, target: XdmField): Pair[] {
  const targets = leavesOf(target).filter(({ path, deprecated }) => !deprecated && !path.includes(mapKeySegment))
  const candidates = leavesOf(source)
    .flatMap((from) => targets.map((to) => ({ from, to, score: likeness(from, to) })))
    .filter(({ from, to, score }) => score >= 0.6 && fitOf(from.type, to).level !== 'impossible' && wildcardDepth(from.path) <= wildcardDepth(to.path))
    .toSorted((a, b) => b.score - a.score || a.to.path.length - b.to.path.length)
  const taken = new Set<unknown>()
  return candidates.flatMap(({ from, to }) => {
    if (taken.has(from) || taken.has(to)) return []
    taken.add(from).add(to)
    return [{ source: from, target: to, destination: destinationFor(from, to) }]
  })
}
