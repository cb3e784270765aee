import type { WeightedWord } from './field-words'
import type { TargetIndex } from './target-index'
import { marksOf, nearWords } from './vocabulary'

export type NameScore = { at: number; score: number }

/** What is summed up for one field, side by side in memory since it is read side by side. */
const stride = 4
const oursAt = 0
const theirsAt = 1
const wholeAt = 2
/** The best of the word at hand. */
const bestAt = 3

/** What a mark costs that only one side has. */
const strangeCost = 0.13

function countBits(bits: number): number {
  let count = 0
  for (let left = bits; left !== 0; left &= left - 1) count += 1
  return count
}

/**
 * Compares one column after the other with all fields that share a word with it, in arrays that are used again: a
 * thousand columns against five thousand fields make no garbage. A word that finds a field several times, by itself and
 * by words near it, counts once, at its best.
 */
export class Scratch {
  readonly #index: TargetIndex
  readonly #sums: Float32Array
  /** The last word that found a field; words are counted on over all columns, so that nothing has to be wiped. */
  readonly #turn: Int32Array
  readonly #hit: Int32Array
  #hits = 0
  #turns = 0
  #firstTurn = 0

  constructor(index: TargetIndex) {
    this.#index = index
    const size = index.entries.length
    this.#sums = new Float32Array(size * stride)
    this.#turn = new Int32Array(size)
    this.#hit = new Int32Array(size)
  }

  /**
   * The nearest fields by name, at most `limit`, best first. What the table is `about` excuses marks and demands none.
   * Cost follows the fields that share a word, not the schema.
   */
  nearest(words: readonly WeightedWord[], about: readonly string[], limit: number): NameScore[] {
    const { rarity, figures: { perOwn, perWhole, priors, marks } } = this.#index
    const demanded = marksOf(words.map(({ word }) => word))
    const excused = demanded | marksOf(about)
    const total = words.reduce((sum, { word, weight }) => sum + weight * rarity(word), 0)
    if (total === 0) return []
    this.#firstTurn = this.#turns + 1
    this.#hits = 0
    for (const { word, weight } of words) {
      this.#turns += 1
      const said = weight * rarity(word)
      const share = Math.min(1, weight + 0.2)
      this.#gain(word, said, share)
      const near = nearWords(word)
      if (near) for (const [other, part] of near) this.#gain(other, said * part, share * part)
    }
    const [sums, hit, hits, perTotal] = [this.#sums, this.#hit, this.#hits, 1 / total]
    const top: NameScore[] = []
    let least = -Infinity
    for (let n = 0; n < hits; n += 1) {
      const at = hit[n] ?? 0
      const sum = at * stride
      const said = Math.min(1, (sums[sum + oursAt] ?? 0) * perTotal)
      const own = Math.min(1, (sums[sum + theirsAt] ?? 0) * (perOwn[at] ?? 0))
      const whole = Math.min(1, (sums[sum + wholeAt] ?? 0) * (perWhole[at] ?? 0))
      // A short name is soon covered: that counts only as far as the column has nothing else to say. Where the field
      // stands decides between fields that are called alike.
      const plain = 0.5 * said + own * (0.2 + 0.3 * said) + 0.08 * whole + (priors[at] ?? 0)
      if (plain <= least) continue
      const mark = marks[at] ?? 0
      const strange = (demanded & ~mark) | (mark & ~excused)
      const score = strange === 0 ? plain : plain - strangeCost * Math.min(2, countBits(strange))
      if (score <= least) continue
      let place = top.length
      while (place > 0 && (top[place - 1]?.score ?? 0) < score) place -= 1
      top.splice(place, 0, { at, score })
      if (top.length > limit) top.pop()
      if (top.length === limit) least = top.at(-1)?.score ?? least
    }
    return top
  }

  #gain(word: string, said: number, share: number): void {
    const postings = this.#index.postings.get(word)
    if (!postings) return
    const { ats, weights, heards, owns } = postings
    const [sums, turns, now] = [this.#sums, this.#turn, this.#turns]
    for (let n = 0; n < ats.length; n += 1) {
      const at = ats[n] ?? 0
      const sum = at * stride
      const isOwn = owns[n] === 1
      const ours = isOwn ? said : said * (0.5 + (weights[n] ?? 0) / 2)
      const heard = (heards[n] ?? 0) * share
      const turn = turns[at] ?? 0
      if (turn < this.#firstTurn) {
        this.#hit[this.#hits] = at
        this.#hits += 1
        sums[sum + oursAt] = ours
        sums[sum + theirsAt] = isOwn ? heard : 0
        sums[sum + wholeAt] = heard
        sums[sum + bestAt] = ours
        turns[at] = now
        continue
      }
      const isAgain = turn === now
      const had = isAgain ? (sums[sum + bestAt] ?? 0) : 0
      if (ours > had) {
        sums[sum + oursAt] = (sums[sum + oursAt] ?? 0) + ours - had
        sums[sum + bestAt] = ours
      }
      turns[at] = now
      // Two words of the field that mean the column's one word each cover their own part of it.
      const part = isAgain ? heard * 0.5 : heard
      sums[sum + wholeAt] = (sums[sum + wholeAt] ?? 0) + part
      if (isOwn) sums[sum + theirsAt] = (sums[sum + theirsAt] ?? 0) + part
    }
  }
}
