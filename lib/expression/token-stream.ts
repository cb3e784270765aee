import { ExpressionFailure } from './expression-error'
import { limits } from './limits'
import type { Node } from './node'
import type { Token } from './token'

const shownText = 30

/** A token as it stands in the expression; a long text is cut. */
function writtenToken(token: Exclude<Token, { type: 'end' }>): string {
  switch (token.type) {
    case 'symbol': return token.symbol
    case 'name': return token.name
    case 'number': return String(token.value)
    case 'quoted': return `\${${token.segments.join('.')}}`
    case 'text': return token.value.length > shownText ? `"${token.value.slice(0, shownText)}…"` : `"${token.value}"`
  }
}

/** The tokens of one source with a reading position, and the guard against nesting without end. */
export class TokenStream {
  private at = 0
  private depth = 0
  /** Parses a whole expression; handed in because brackets hold whole expressions again. */
  readonly parseInner: (stream: TokenStream) => Node
  private readonly tokens: Token[]

  constructor(tokens: Token[], parseInner: (stream: TokenStream) => Node) {
    this.tokens = tokens
    this.parseInner = parseInner
  }

  peek(ahead = 0): Token {
    const token = this.tokens[Math.min(this.at + ahead, this.tokens.length - 1)]
    if (token === undefined) throw new ExpressionFailure('empty', 'The expression is empty.')
    return token
  }

  next(): Token {
    const token = this.peek()
    this.at++
    return token
  }

  isSymbol(symbol: string, ahead = 0): boolean {
    const token = this.peek(ahead)
    return token.type === 'symbol' && token.symbol === symbol
  }

  take(symbol: string): boolean {
    if (!this.isSymbol(symbol)) return false
    this.at++
    return true
  }

  expect(symbol: string): Token {
    if (!this.isSymbol(symbol)) throw this.unexpected(symbol)
    return this.next()
  }

  unexpected(wanted?: string): ExpressionFailure {
    const token = this.peek()
    const instead = wanted === undefined ? '' : `; ${wanted} was expected`
    const variant = wanted === undefined ? {} : { variant: 'expected' }
    const expected = wanted === undefined ? {} : { wanted }
    if (token.type === 'end') {
      return new ExpressionFailure('unexpected-end', `The expression ends too early${instead}.`, {
        start: Math.max(0, token.start - 1), end: token.end,
      }, { ...variant, values: expected })
    }
    const what = writtenToken(token)
    return new ExpressionFailure('unexpected-token', `${what} cannot stand here${instead}.`, token, { ...variant, values: { what, ...expected } })
  }

  nested<Result>(parse: () => Result): Result {
    this.depth++
    if (this.depth > limits.nesting) {
      throw new ExpressionFailure(
        'too-deep', `More than ${limits.nesting} levels of nesting are not read.`, this.peek(), { values: { limit: limits.nesting } },
      )
    }
    const result = parse()
    this.depth--
    return result
  }

  /** Reads `x ->` or `(x, y) ->`, or nothing. */
  readLambdaHead(): { names: string[]; start: number } | null {
    const start = this.peek().start
    const first = this.peek()
    if (first.type === 'name' && this.isSymbol('->', 1)) {
      this.at += 2
      return { names: [first.name], start }
    }
    if (!this.isSymbol('(')) return null
    const names: string[] = []
    let ahead = 1
    while (true) {
      const token = this.peek(ahead)
      if (token.type !== 'name') break
      names.push(token.name)
      ahead++
      if (!this.isSymbol(',', ahead)) break
      ahead++
    }
    if (!this.isSymbol(')', ahead) || !this.isSymbol('->', ahead + 1)) return null
    this.at += ahead + 2
    return { names, start }
  }
}
