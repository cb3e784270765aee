import { wordsOfPath } from './suggest/field-words'

const cache = new Map<string, readonly string[]>()
const cacheSizeMax = 20_000

/** The words of a name or path, abbreviations and synonyms made one: `Txn_Amt`, `transactionAmount` → transaction, amount. */
export function nameWords(text: string): readonly string[] {
  const known = cache.get(text)
  if (known) return known
  // Paths first name what is farthest; the last words name the field.
  const words = wordsOfPath(text).map(({ word }) => word).toReversed()
  if (cache.size >= cacheSizeMax) cache.clear()
  cache.set(text, words)
  return words
}

/** Two spellings of one word: equal, or one begins with the other and four letters of it at least. */
const isNear = (a: string, b: string): boolean =>
  a === b || (Math.min(a.length, b.length) >= 4 && (a.startsWith(b) || b.startsWith(a)))

/**
 * From 0 to 1: how much of the source's name the target's path says, and how much of the path's end the name says.
 * The last words of a path weigh most, since they name the field and the others its place.
 */
export function similarity(name: readonly string[], path: readonly string[]): number {
  if (name.length === 0 || path.length === 0) return 0
  let said = 0
  for (const word of name) if (path.some((other) => isNear(word, other))) said += 1
  const end = path.slice(-2)
  const ended = end.filter((word) => name.some((other) => isNear(word, other))).length
  return 0.6 * (said / name.length) + 0.4 * (ended / end.length)
}
