import { ExpressionFailure } from '../expression-error'

/** One piece of a Java date pattern: literal text, or a letter with how often it is repeated. */
export type PatternPart = { literal: string } | { letter: string; count: number }

const knownLetters = 'GyYuMLwWDdFEeaHkKhmsSnzZXxVOQqA'
const parsed = new Map<string, PatternPart[]>()

/**
 * Cuts a Java date pattern (`yyyy-MM-dd'T'HH:mm:ss.SSSX`) into its parts. Quoted text is literal, `''` is one
 * quote; letters Java does not know are an error.
 */
export function parsePattern(pattern: string): PatternPart[] {
  const cached = parsed.get(pattern)
  if (cached !== undefined) return cached
  if (pattern.length > 200) throw new ExpressionFailure('bad-date-format', 'A date format is at most 200 characters.')
  const parts: PatternPart[] = []
  const addLiteral = (text: string) => {
    const last = parts.at(-1)
    if (last !== undefined && 'literal' in last) last.literal += text
    else parts.push({ literal: text })
  }
  let at = 0
  while (at < pattern.length) {
    const char = pattern.charAt(at)
    if (char === '\'') {
      const { text, end } = readQuoted(pattern, at)
      addLiteral(text)
      at = end
    } else if (/[A-Za-z]/.test(char)) {
      let count = 1
      while (pattern.charAt(at + count) === char) count++
      if (!knownLetters.includes(char)) {
        throw new ExpressionFailure('bad-date-format', `The letter ${char} means nothing in a date format.`)
      }
      parts.push({ letter: char, count })
      at += count
    } else {
      addLiteral(char)
      at++
    }
  }
  if (parsed.size < 500) parsed.set(pattern, parts)
  return parts
}

function readQuoted(pattern: string, start: number): { text: string; end: number } {
  if (pattern.charAt(start + 1) === '\'') return { text: '\'', end: start + 2 }
  let text = ''
  let at = start + 1
  while (at < pattern.length) {
    if (pattern.charAt(at) !== '\'') text += pattern.charAt(at++)
    else if (pattern.charAt(at + 1) === '\'') {
      text += '\''
      at += 2
    } else return { text, end: at + 1 }
  }
  throw new ExpressionFailure('bad-date-format', 'A quote in the date format is not closed.')
}
