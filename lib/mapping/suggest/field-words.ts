import { splitPath } from '@/lib/xdm/xdm-path'
import { faintWords, genericNames, phrases, sameWord } from './vocabulary'

/** A word of a field and how much it says: its own name most, what holds it less. */
export type WeightedWord = { word: string; weight: number; isOwn: boolean }

const cache = new Map<string, readonly string[]>()
const cacheSizeMax = 20_000

function join(words: readonly string[]): string[] {
  const joined: string[] = []
  for (const word of words) {
    const before = joined.at(-1)
    // `address_line_1` and `line1` are one word.
    if (/^\d$/.test(word) && before !== undefined && !/\d$/.test(before)) joined[joined.length - 1] = before + word
    else joined.push(word)
  }
  return joined
}

function replacePhrases(words: readonly string[]): string[] {
  let now = [...words]
  for (const [from, to] of phrases) {
    const at = now.findIndex((_, start) => from.every((word, offset) => now[start + offset] === word))
    if (at >= 0) now = [...now.slice(0, at), ...to, ...now.slice(at + from.length)]
  }
  return now
}

/** One of several: `tenders` → tender, `categories` → category. Words that only look so stay as they are. */
function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || /(?:ss|us|is|as|os)$/.test(word)) return word
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return /(?:ch|sh|x|ss)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1)
}

/** Words that speak of a time at the end of a name only: `created_on`, but not `on_behalf_of`. */
const timeEndings: ReadonlySet<string> = new Set(['at', 'on'])

/** A word as the vocabulary has it. */
function plainWord(word: string): string {
  const one = singular(word)
  return sameWord[word] ?? sameWord[one] ?? one
}

/** The words of one name, abbreviations and synonyms made one: `Txn_Amt`, `transactionAmount` → transaction, amount. */
export function wordsOfName(name: string): readonly string[] {
  const known = cache.get(name)
  if (known) return known
  const words = name
    .replace(/\[[^\]]*\]/g, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
  const joined = join(words)
  const isEnding = (place: number): boolean => place > 0 && place === joined.length - 1
  const plain = joined.map((word, place) => (timeEndings.has(word) && !isEnding(place) ? word : plainWord(word)))
  const distinct = [...new Set(replacePhrases(plain))]
  if (cache.size >= cacheSizeMax) cache.clear()
  cache.set(name, distinct)
  return distinct
}

/**
 * The words of a path with their weights. A name that says little alone (`value`, `number`) is read together with what
 * holds it; names further up weigh less and less.
 */
export function wordsOfPath(path: string): readonly WeightedWord[] {
  const [last = '', ...above] = splitPath(path).toReversed()
  // A wrapper says nothing of what it holds: `lines.data[*].amount` is the lines' amount.
  const names = [last, ...above.filter((name) => wordsOfName(name).some((word) => !faintWords.has(word)))]
  const found = new Map<string, WeightedWord>()
  const add = (words: readonly string[], weight: number, isOwn: boolean): void => {
    const isAlone = words.length === 1
    for (const word of words) {
      const said = faintWords.has(word) && !isAlone ? weight * 0.3 : weight
      const known = found.get(word)
      if (!known || known.weight < said) found.set(word, { word, weight: said, isOwn: isOwn || (known?.isOwn ?? false) })
    }
  }
  const [own = '', home] = names
  const ownWords = wordsOfName(own)
  const isGeneric = home !== undefined && ownWords.length === 1 && genericNames.has(ownWords[0] ?? '')
  add(ownWords, isGeneric ? 0.5 : 1, true)
  // `code` and `number` behind another word only say how it is written.
  if (ownWords.length > 1) for (const word of ['code', 'number', 'date']) {
    const behind = found.get(word)
    if (behind && ownWords.at(-1) === word) found.set(word, { ...behind, weight: 0.45 })
  }
  if (home !== undefined) add(wordsOfName(home), isGeneric ? 0.9 : 0.5, isGeneric)
  names.slice(2).forEach((name, at) => add(wordsOfName(name), 0.35 / (at + 1), false))
  return [...found.values()]
}
