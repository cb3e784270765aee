import { ExpressionFailure } from './expression-error'
import type { Token } from './token'

/**
 * Reads `${…}`: any characters, a dot of the name itself written `\.`, a brace `\}`, a backslash `\\`.
 * Dots without a backslash part a path, as one of Adobe's Destination SDK pages writes it.
 */
export function readQuotedName(source: string, start: number): Token {
  const segments: string[] = []
  let segment = ''
  let at = start + 2
  while (at < source.length) {
    const char = source.charAt(at)
    const next = source.charAt(at + 1)
    if (char === '}') {
      segments.push(segment)
      const span = { start, end: at + 1 }
      if (segments.some((part) => part === '')) {
        throw new ExpressionFailure('empty-name', 'Between ${ and } stands the name of a field.', span)
      }
      return { type: 'quoted', segments, ...span }
    }
    if (char === '\\' && (next === '.' || next === '}' || next === '\\')) {
      segment += next
      at += 2
    } else if (char === '.') {
      segments.push(segment)
      segment = ''
      at++
    } else {
      segment += char
      at++
    }
  }
  throw new ExpressionFailure('unclosed-name', 'This ${ is not closed with }.', { start, end: source.length })
}
