import type { WeightedWord } from './field-words'
import type { TargetIndex } from './target-index'
import { nearWords } from './vocabulary'

export type NameScore = { at: number; score: number }

/**
 * Compares one column after the other with all fields that share a word with it, in arrays that are used again: a
 * thousand columns against five thousand fields make no garbage. A word that finds a field several times, by itself and
 * by words near it, counts once, at its best.
 */
export class Scratch {
  readonly #index: TargetIndex
  readonly #ours: Float32Array
  readonly #theirs: Float32Array
  readonly #whole: Float32Array
  /** The best of the word at hand for each field, and which word that was. */
  readonly #best: Float32Array
  readonly #turn: Int32Array
  readonly #isHit: Uint8Array
  readonly #hit: Int32Array
  #hits = 0
  #turns = 0

  constructor(index: TargetIndex) {
    this.#index = index
    const size = index.entries.length
    this.#ours = new Float32Array(size)
    this.#theirs = new Float32Array(size)
    this.#whole = new Float32Array(size)
    this.#best = new Float32Array(size)
    this.#turn = new Int32Array(size)
    this.#isHit = new Uint8Array(size)
    this.#hit = new Int32Array(size)
  }

  /** The nearest fields by name, at most `limit`, best first. Cost follows the fields that share a word, not the schema. */
  nearest(words: readonly WeightedWord[], limit: number): NameScore[] {
    const { rarity, entries } = this.#index
    const total = words.reduce((sum, { word, weight }) => sum + weight * rarity(word), 0)
    if (total === 0) return []
    this.#clear()
    for (const { word, weight } of words) {
      this.#turns += 1
      this.#gain(word, weight * rarity(word), Math.min(1, weight + 0.2))
      for (const [other, share] of nearWords(word) ?? []) this.#gain(other, weight * rarity(word) * share, Math.min(1, weight + 0.2) * share)
    }
    const top: NameScore[] = []
    for (let n = 0; n < this.#hits; n += 1) {
      const at = this.#hit[n] ?? 0
      const entry = entries[at]
      if (!entry) continue
      const said = Math.min(1, (this.#ours[at] ?? 0) / total)
      const own = Math.min(1, (this.#theirs[at] ?? 0) / entry.ownTotal)
      // A short name is soon covered: that counts only as far as the column has nothing else to say. Where the field
      // stands decides between fields that are called alike.
      const score = 0.5 * said + 0.5 * own * (0.4 + 0.6 * said) + 0.08 * Math.min(1, (this.#whole[at] ?? 0) / entry.wholeTotal) + entry.prior
      const last = top.at(-1)
      if (top.length === limit && last && score <= last.score) continue
      let place = top.length
      while (place > 0 && (top[place - 1]?.score ?? 0) < score) place -= 1
      top.splice(place, 0, { at, score })
      if (top.length > limit) top.pop()
    }
    return top
  }

  #clear(): void {
    for (let n = 0; n < this.#hits; n += 1) {
      const at = this.#hit[n] ?? 0
      this.#ours[at] = 0
      this.#theirs[at] = 0
      this.#whole[at] = 0
      this.#isHit[at] = 0
    }
    this.#hits = 0
  }

  #gain(word: string, said: number, share: number): void {
    const postings = this.#index.postings.get(word)
    if (!postings) return
    const { ats, weights, heards, owns } = postings
    for (let n = 0; n < ats.length; n += 1) {
      const at = ats[n] ?? 0
      const isOwn = owns[n] === 1
      const ours = isOwn ? said : said * (0.5 + (weights[n] ?? 0) / 2)
      const heard = (heards[n] ?? 0) * share
      if (this.#isHit[at] === 0) {
        this.#isHit[at] = 1
        this.#hit[this.#hits] = at
        this.#hits += 1
      }
      const isAgain = this.#turn[at] === this.#turns
      const had = isAgain ? (this.#best[at] ?? 0) : 0
      if (ours > had) {
        this.#ours[at] = (this.#ours[at] ?? 0) + ours - had
        this.#best[at] = ours
      }
      this.#turn[at] = this.#turns
      // Two words of the field that mean the column's one word each cover their own part of it.
      const part = isAgain ? heard * 0.5 : heard
      this.#whole[at] = (this.#whole[at] ?? 0) + part
      if (isOwn) this.#theirs[at] = (this.#theirs[at] ?? 0) + part
    }
  }
}
