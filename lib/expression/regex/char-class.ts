import { ExpressionFailure } from '../expression-error'
import type { CharTest, Flags } from './pattern-node'

const escapedClasses: Readonly<Record<string, CharTest>> = {
  d: (char) => char >= '0' && char <= '9',
  w: (char) => /^[a-zA-Z0-9_]$/.test(char),
  s: (char) => /^[ \t\n\v\f\r]$/.test(char),
  h: (char) => /^[ \t\xA0\u1680\u180e\u2000-\u200a\u202f\u205f\u3000]$/.test(char),
  v: (char) => /^[\n\v\f\r\x85\u2028\u2029]$/.test(char),
}

const controlEscapes: Readonly<Record<string, string>> = {
  t: '\t', n: '\n', r: '\r', f: '\f', a: '\x07', e: '\x1b',
}

const between = (low: number, high: number): CharTest => (char) => {
  const code = char.codePointAt(0) ?? -1
  return code >= low && code <= high
}
const matching = (expression: RegExp): CharTest => (char) => expression.test(char)

const posixClasses: Readonly<Record<string, CharTest>> = {
  Lower: matching(/^[a-z]$/), Upper: matching(/^[A-Z]$/), Alpha: matching(/^[a-zA-Z]$/), Digit: matching(/^[0-9]$/),
  Alnum: matching(/^[a-zA-Z0-9]$/), Punct: matching(/^[!-/:-@[-`{-~]$/), XDigit: matching(/^[0-9a-fA-F]$/),
  Space: matching(/^[ \t\n\v\f\r]$/), Blank: matching(/^[ \t]$/), Graph: between(0x21, 0x7e),
  Print: between(0x20, 0x7e), ASCII: between(0, 0x7f), Cntrl: (char) => between(0, 0x1f)(char) || char === '\x7f',
}

export const not = (test: CharTest): CharTest => (char) => !test(char)

export function sameChar(wanted: string, flags: Flags): CharTest {
  if (!flags.ignoreCase) return (char) => char === wanted
  const lower = wanted.toLowerCase()
  return (char) => char.toLowerCase() === lower
}

/** A cursor over the pattern's text. */
export type Cursor = { text: string; at: number }

export function badPattern(message: string): ExpressionFailure {
  return new ExpressionFailure('bad-regex', `The regular expression cannot be read: ${message}.`)
}

/** Reads what follows a backslash when it stands for characters: a class, or one character. */
export function readEscape(cursor: Cursor): { test: CharTest } | { char: string } {
  const letter = cursor.text.charAt(cursor.at++)
  const lower = escapedClasses[letter.toLowerCase()]
  if (lower !== undefined && /[dDwWsShHvV]/.test(letter)) {
    return { test: letter === letter.toLowerCase() ? lower : not(lower) }
  }
  if (letter === 'p' || letter === 'P') {
    const test = readProperty(cursor)
    return { test: letter === 'p' ? test : not(test) }
  }
  const control = controlEscapes[letter]
  if (control !== undefined) return { char: control }
  if (letter === 'x' || letter === 'u') return { char: readCodePoint(cursor, letter) }
  if (letter === '') throw badPattern('it ends with a single backslash')
  if (/[a-zA-Z0-9]/.test(letter)) throw badPattern(`\\${letter} has no meaning`)
  return { char: letter }
}

function readProperty(cursor: Cursor): CharTest {
  const match = /^(?:\{(\w+)\}|(\w))/.exec(cursor.text.slice(cursor.at, cursor.at + 40))
  const written = match?.[1] ?? match?.[2]
  if (match === null || written === undefined) throw badPattern('a name must follow \\p')
  cursor.at += match[0].length
  const posix = posixClasses[written]
  if (posix !== undefined) return posix
  const name = written.replace(/^Is(?=[A-Z])/, '')
  for (const property of [name, `Script=${name}`]) {
    try {
      const expression = new RegExp(`^\\p{${property}}$`, 'u')
      return (char) => expression.test(char)
    } catch {
      // Not a property of this spelling; the next spelling is tried.
    }
  }
  throw badPattern(`\\p{${written}} is not known`)
}

function readCodePoint(cursor: Cursor, letter: string): string {
  const rest = cursor.text.slice(cursor.at, cursor.at + 10)
  const digitsPattern = letter === 'u' ? /^([0-9a-fA-F]{4})/ : /^(?:\{([0-9a-fA-F]{1,6})\}|([0-9a-fA-F]{2}))/
  const match = digitsPattern.exec(rest)
  const digits = match?.[1] ?? match?.[2]
  const code = Number.parseInt(digits ?? '', 16)
  if (match === null || !(code <= 0x10ffff)) throw badPattern(`\\${letter} needs hexadecimal digits`)
  cursor.at += match[0].length
  return String.fromCodePoint(code)
}

/** Reads a `[…]` class whose opening bracket is already read; nested classes and `&&` as in Java. */
export function readClass(cursor: Cursor, flags: Flags, depth = 0): CharTest {
  if (depth > 20) throw badPattern('its classes are too deeply nested')
  const negated = cursor.text.charAt(cursor.at) === '^'
  if (negated) cursor.at++
  let members: CharTest[] = []
  const intersections: CharTest[] = []
  let first = true
  while (true) {
    if (cursor.at >= cursor.text.length) throw badPattern('a [ is not closed')
    const char = cursor.text.charAt(cursor.at)
    if (char === ']' && !first) break
    first = false
    if (char === '[') {
      cursor.at++
      members.push(readClass(cursor, flags, depth + 1))
    } else if (cursor.text.startsWith('&&', cursor.at)) {
      cursor.at += 2
      intersections.push(anyOf(members))
      members = []
    } else members.push(readRange(cursor, flags))
  }
  cursor.at++
  const all = [...intersections, anyOf(members)]
  const test: CharTest = (candidate) => all.every((part) => part(candidate))
  return negated ? not(test) : test
}

const anyOf = (tests: CharTest[]): CharTest => (char) => tests.some((test) => test(char))

function readClassChar(cursor: Cursor): { test: CharTest } | { char: string } {
  if (cursor.text.charAt(cursor.at) === '\\') {
    cursor.at++
    return readEscape(cursor)
  }
  const char = String.fromCodePoint(cursor.text.codePointAt(cursor.at) ?? 0)
  cursor.at += char.length
  return { char }
}

function readRange(cursor: Cursor, flags: Flags): CharTest {
  const from = readClassChar(cursor)
  if ('test' in from) return from.test
  const next = cursor.text.slice(cursor.at, cursor.at + 2)
  if (next.charAt(0) !== '-' || next.length < 2 || next.charAt(1) === ']' || next.charAt(1) === '[') {
    return sameChar(from.char, flags)
  }
  cursor.at++
  const to = readClassChar(cursor)
  if ('test' in to) throw badPattern('a range must end with a character')
  const low = from.char.codePointAt(0) ?? 0
  const high = to.char.codePointAt(0) ?? 0
  if (low > high) throw badPattern('a range runs backwards')
  const within = between(low, high)
  if (!flags.ignoreCase) return within
  return (char) => within(char) || within(char.toLowerCase()) || within(char.toUpperCase())
}
