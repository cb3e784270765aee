/** Numbers and choices that look random and are the same for the same key, on every machine. */
export type Draw = {
  /** In [0, 1). */
  fraction(): number
  /** A whole number from low to high, both included. */
  whole(low: number, high: number): number
  /** True with this probability. */
  chance(probability: number): boolean
  pick<const T>(options: readonly [T, ...T[]]): T
  /** Like pick, the earlier an option the likelier by far. */
  pickEarly<const T>(options: readonly [T, ...T[]]): T
  /** Letters and digits, capitals only. */
  code(length: number, alphabet?: string): string
}

const plainAlphabet = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** FNV-1a over UTF-16 units, then a final mixing so that neighbouring keys differ everywhere. */
function hash(key: string): number {
  let state = 0x811c9dc5
  for (let at = 0; at < key.length; at += 1) {
    state = Math.imul(state ^ key.charCodeAt(at), 0x01000193)
  }
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35)
  return (state ^ (state >>> 16)) >>> 0
}

/** A generator (mulberry32) that starts from a name and a number, such as a table and a row. */
export function drawFor(name: string, index: number): Draw {
  let state = hash(`${name}#${index}`)
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const at = <T>(options: readonly [T, ...T[]], share: number): T =>
    options[Math.min(options.length - 1, Math.floor(share * options.length))] ?? options[0]
  return {
    fraction,
    whole: (low, high) => low + Math.floor(fraction() * (high - low + 1)),
    chance: (probability) => fraction() < probability,
    pick: (options) => at(options, fraction()),
    pickEarly: (options) => at(options, fraction() ** 3),
    code: (length, alphabet = plainAlphabet) =>
      Array.from({ length }, () => alphabet.charAt(Math.floor(fraction() * alphabet.length))).join(''),
  }
}
