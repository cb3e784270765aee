import { ExpressionFailure } from './expression-error'
import { readNumber } from './read-number'
import { readText } from './read-text'
import { readQuotedName } from './read-quoted-name'
import { wordOperators, type Token } from './token'

// Longest first, so that `==` is not read as two `=`.
const symbols = [
  '->', '==', '!=', '<=', '>=', '=~', '!~', '=^', '!^', '=$', '!$', '&&', '||', '?:', '??', '..',
  '+', '-', '*', '/', '%', '<', '>', '!', '~', '&', '|', '^', '?', ':', '.', ',', '(', ')', '[', ']', '{', '}',
]
const onlyBetweenOperands = new Set(['!~', '!^', '!$', '=$'])
const nameStart = /[\p{L}$_]/u
const nameRest = /^[\p{L}\p{M}\p{Nd}$_]/u

/**
 * Cuts a source into tokens; throws ExpressionFailure with the place of what cannot be read.
 * A word directly after a dot is always a field name, even `size` or `or`.
 */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (true) {
    at = skipBlanks(source, at)
    if (at >= source.length) {
      tokens.push({ type: 'end', start: source.length, end: source.length })
      return tokens
    }
    const token = readToken(source, at, tokens.at(-1))
    tokens.push(token)
    at = token.end
  }
}

function skipBlanks(source: string, from: number): number {
  let at = from
  while (at < source.length) {
    const two = source.slice(at, at + 2)
    if (/\s/.test(source.charAt(at))) at++
    else if (two === '//' || two === '##') {
      const newline = source.indexOf('\n', at)
      at = newline < 0 ? source.length : newline + 1
    } else if (two === '/*') {
      const close = source.indexOf('*/', at + 2)
      if (close < 0) {
        throw new ExpressionFailure('unclosed-comment', 'This comment is not closed with */.', {
          start: at, end: source.length,
        })
      }
      at = close + 2
    } else break
  }
  return at
}

function readToken(source: string, start: number, previous: Token | undefined): Token {
  const char = String.fromCodePoint(source.codePointAt(start) ?? 0)
  if (char === '"' || char === '\'') return readText(source, start)
  if (/[0-9]/.test(char)) return readNumber(source, start)
  if (source.startsWith('${', start)) return readQuotedName(source, start)
  const operandBefore = endsOperand(previous)
  for (const symbol of symbols) {
    if (!source.startsWith(symbol, start)) continue
    // `!${flag}` and `!~5` are a negation and its operand, `a !~ b` is one operator.
    if (onlyBetweenOperands.has(symbol) && (!operandBefore || source[start + 2] === '{')) continue
    return { type: 'symbol', symbol, start, end: start + symbol.length }
  }
  if (nameStart.test(char)) return readName(source, start, isDot(previous))
  throw unreadable(source, start, char)
}

function readName(source: string, start: number, afterDot: boolean): Token {
  let at = start
  let name = ''
  while (at < source.length) {
    const char = String.fromCodePoint(source.codePointAt(at) ?? 0)
    if (nameRest.test(char)) {
      name += char
      at += char.length
    } else if (source.startsWith('\\.', at)) {
      name += '.'
      at += 2
    } else break
  }
  const operator = afterDot ? undefined : wordOperators.get(name)
  if (operator !== undefined) return { type: 'symbol', symbol: operator, start, end: at }
  return { type: 'name', name, start, end: at }
}

function isDot(token: Token | undefined): boolean {
  return token?.type === 'symbol' && token.symbol === '.'
}

function endsOperand(token: Token | undefined): boolean {
  if (token === undefined || token.type === 'end') return false
  if (token.type !== 'symbol') return true
  return token.symbol === ')' || token.symbol === ']' || token.symbol === '}'
}

function unreadable(source: string, start: number, char: string): ExpressionFailure {
  const span = { start, end: start + char.length }
  if (char === '=') {
    return new ExpressionFailure('assignment', 'A single = would assign; == compares.', span)
  }
  if (char === ';') {
    return new ExpressionFailure('statement', 'A calculated field is one expression; ; cannot follow it.', span)
  }
  if (char === '\\' && source[start + 1] === '.') {
    return new ExpressionFailure('unexpected-character', 'A \\. belongs inside a name, directly after a letter.', span, { variant: 'dot' })
  }
  return new ExpressionFailure('unexpected-character', `The character ${char} has no meaning here.`, span, { values: { char } })
}
