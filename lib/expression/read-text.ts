import { ExpressionFailure } from './expression-error'
import type { Token } from './token'

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\', '"': '"', '\'': '\'', n: '\n', t: '\t', r: '\r', b: '\b', f: '\f',
}

/**
 * Reads a string in single or double quotes. A backslash before any other character stays, as in JEXL, so
 * that `"\d"` and `"\\d"` are the same regular expression.
 */
export function readText(source: string, start: number): Token {
  const quote = source.charAt(start)
  let value = ''
  let at = start + 1
  while (at < source.length) {
    const char = source.charAt(at)
    if (char === quote) return { type: 'text', value, start, end: at + 1 }
    if (char !== '\\' || at + 1 >= source.length) {
      value += char
      at++
      continue
    }
    const next = source.charAt(at + 1)
    const unicode = next === 'u' ? /^[0-9a-fA-F]{4}/.exec(source.slice(at + 2, at + 6)) : null
    if (unicode !== null) {
      value += String.fromCharCode(Number.parseInt(unicode[0], 16))
      at += 6
    } else {
      value += Object.hasOwn(escapes, next) ? escapes[next] : `\\${next}`
      at += 2
    }
  }
  throw new ExpressionFailure(
    'unclosed-text', `This text is not closed with ${quote}.`, { start, end: source.length }, { values: { quote } },
  )
}
