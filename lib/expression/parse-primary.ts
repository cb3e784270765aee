import { ExpressionFailure } from './expression-error'
import { limits } from './limits'
import type { Node } from './node'
import type { TokenStream } from './token-stream'

/** A literal, name, call or bracket, with every `.name`, `.method()` and `[index]` behind it. */
export function parsePrimary(stream: TokenStream): Node {
  let node = parseAtom(stream)
  let length = 0
  while (true) {
    if (stream.take('.')) node = parseAfterDot(stream, node)
    else if (stream.isSymbol('[')) {
      stream.next()
      const index = stream.parseInner(stream)
      node = { kind: 'index', object: node, index, start: node.start, end: stream.expect(']').end }
    } else return node
    if (++length > limits.nesting) {
      throw new ExpressionFailure('too-deep', `A path may have at most ${limits.nesting} steps.`, node, {
        variant: 'path', values: { limit: limits.nesting },
      })
    }
  }
}

function parseAfterDot(stream: TokenStream, object: Node): Node {
  const token = stream.next()
  if (token.type === 'quoted') {
    let node = object
    for (const name of token.segments) {
      node = { kind: 'member', object: node, name, quoted: true, start: object.start, end: token.end }
    }
    return node
  }
  if (token.type !== 'name') {
    throw new ExpressionFailure('missing-member', 'After a dot comes the name of a field or method.', token)
  }
  if (!stream.take('(')) {
    return { kind: 'member', object, name: token.name, quoted: false, start: object.start, end: token.end }
  }
  const args = parseList(stream, ')')
  return {
    kind: 'method', object, name: token.name, nameStart: token.start, args: args.items,
    start: object.start, end: args.end,
  }
}

function parseList(stream: TokenStream, close: ')' | ']'): { items: Node[]; end: number } {
  const items: Node[] = []
  if (stream.isSymbol(close)) return { items, end: stream.next().end }
  do items.push(stream.parseInner(stream))
  while (stream.take(','))
  return { items, end: stream.expect(close).end }
}

const constants: ReadonlyMap<string, boolean | null> = new Map([['true', true], ['false', false], ['null', null]])

function parseAtom(stream: TokenStream): Node {
  const token = stream.peek()
  const { start, end } = token
  switch (token.type) {
    case 'text':
      stream.next()
      return { kind: 'text', value: token.value, start, end }
    case 'number':
      stream.next()
      return { kind: 'number', value: token.value, real: token.real, start, end }
    case 'quoted':
      stream.next()
      return { kind: 'name', segments: token.segments, quoted: true, start, end }
    case 'name': {
      stream.next()
      const constant = constants.get(token.name)
      if (constant !== undefined) return { kind: 'constant', value: constant, start, end }
      if (!stream.take('(')) return { kind: 'name', segments: [token.name], quoted: false, start, end }
      const args = parseList(stream, ')')
      return { kind: 'call', name: token.name, nameEnd: end, args: args.items, start, end: args.end }
    }
    case 'symbol':
      if (stream.take('(')) {
        const inner = stream.parseInner(stream)
        stream.expect(')')
        return inner
      }
      if (stream.take('[')) {
        const list = parseList(stream, ']')
        return { kind: 'array', items: list.items, start, end: list.end }
      }
      if (stream.take('{')) return parseMap(stream, start)
      throw stream.unexpected()
    case 'end':
      throw stream.unexpected()
  }
}

function parseMap(stream: TokenStream, start: number): Node {
  const entries: { key: Node; value: Node }[] = []
  if (stream.isSymbol('}')) return { kind: 'map', entries, start, end: stream.next().end }
  if (stream.take(':')) return { kind: 'map', entries, start, end: stream.expect('}').end }
  do {
    const key = stream.parseInner(stream)
    if (stream.isSymbol(',') || stream.isSymbol('}')) {
      throw new ExpressionFailure('set-literal', 'Sets are not part of the language; [ ] makes an array.', key)
    }
    stream.expect(':')
    entries.push({ key, value: stream.parseInner(stream) })
  } while (stream.take(','))
  return { kind: 'map', entries, start, end: stream.expect('}').end }
}
