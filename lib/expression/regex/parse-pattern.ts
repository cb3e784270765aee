import { badPattern, readClass, readEscape, sameChar, type Cursor } from './char-class'
import type { Flags, ParsedPattern, PatternNode } from './pattern-node'

type State = Cursor & { groups: number; names: Map<string, number>; depth: number; repeats: number }

const lineEnd = /[\n\r\u0085\u2028\u2029]/
const word = /[a-zA-Z0-9_]/

/**
 * Reads a Java regular expression: classes, groups (named, atomic, looking ahead or behind), back references,
 * greedy, lazy and possessive repetition, the flags i, s, m, and `\Q…\E`.
 *
 * @throws ExpressionFailure `bad-regex`
 */
export function parsePattern(text: string): ParsedPattern {
  const state: State = { text, at: 0, groups: 0, names: new Map(), depth: 0, repeats: 0 }
  const root = parseChoice(state, { ignoreCase: false, dotAll: false, multiline: false })
  if (state.at < text.length) throw badPattern('a ) closes nothing')
  return { root, groupCount: state.groups }
}

function parseChoice(state: State, outer: Flags): PatternNode {
  if (++state.depth > 100) throw badPattern('it is too deeply nested')
  const flags = { ...outer }
  const options = [parseSequence(state, flags)]
  while (state.text.charAt(state.at) === '|') {
    state.at++
    options.push(parseSequence(state, flags))
  }
  state.depth--
  return options.length === 1 && options[0] !== undefined ? options[0] : { kind: 'choice', options }
}

function parseSequence(state: State, flags: Flags): PatternNode {
  const items: PatternNode[] = []
  while (state.at < state.text.length && !'|)'.includes(state.text.charAt(state.at))) {
    items.push(parseRepeat(state, parseAtom(state, flags)))
  }
  return { kind: 'sequence', items }
}

function parseRepeat(state: State, atom: PatternNode): PatternNode {
  let node = atom
  while (true) {
    const match = /^(?:([*+?])|\{(\d{1,6})(,(\d{1,6})?)?\})([+?])?/.exec(state.text.slice(state.at, state.at + 20))
    if (match === null) return node
    state.at += match[0].length
    const [, sign, low, comma, high, suffix] = match
    const least = sign === '+' ? 1 : sign !== undefined ? 0 : Number(low)
    const most = sign === '?' ? 1 : sign !== undefined ? Infinity
      : comma === undefined ? least : high === undefined ? Infinity : Number(high)
    if (most < least) throw badPattern('a repetition runs backwards')
    const mode = suffix === '?' ? 'lazy' : suffix === '+' ? 'possessive' : 'greedy'
    node = { kind: 'repeat', body: node, least, most, mode }
    if (++state.repeats > 1000) throw badPattern('it repeats too often')
  }
}

function parseAtom(state: State, flags: Flags): PatternNode {
  const char = String.fromCodePoint(state.text.codePointAt(state.at) ?? 0)
  state.at += char.length
  switch (char) {
    case '(': return parseGroup(state, flags)
    case '[': return { kind: 'char', test: readClass(state, flags) }
    case '.': return { kind: 'char', test: flags.dotAll ? () => true : (candidate) => !lineEnd.test(candidate) }
    case '^': return { kind: 'assertion', test: flags.multiline ? isLineStart : (_, at) => at === 0 }
    case '$': return { kind: 'assertion', test: flags.multiline ? isLineEnd : isEnd }
    case '\\': return parseEscape(state, flags)
    case '*':
    case '+':
    case '?': throw badPattern(`${char} has nothing to repeat`)
    default: return { kind: 'char', test: sameChar(char, flags) }
  }
}

const isLineStart = (text: string, at: number) => at === 0 || (lineEnd.test(text.charAt(at - 1)) && at < text.length)
const isLineEnd = (text: string, at: number) => at === text.length || lineEnd.test(text.charAt(at))
const isEnd = (text: string, at: number) =>
  at === text.length || (at === text.length - 1 && lineEnd.test(text.charAt(at))) || text.slice(at) === '\r\n'
const isBoundary = (text: string, at: number) =>
  word.test(text.charAt(at - 1)) !== word.test(text.charAt(at))

function parseEscape(state: State, flags: Flags): PatternNode {
  const letter = state.text.charAt(state.at)
  switch (letter) {
    case 'b': state.at++; return { kind: 'assertion', test: isBoundary }
    case 'B': state.at++; return { kind: 'assertion', test: (text, at) => !isBoundary(text, at) }
    case 'A': state.at++; return { kind: 'assertion', test: (_, at) => at === 0 }
    case 'z': state.at++; return { kind: 'assertion', test: (text, at) => at === text.length }
    case 'Z': state.at++; return { kind: 'assertion', test: isEnd }
    case 'Q': return parseLiteral(state, flags)
    case 'k': return parseNamedReference(state, flags)
    default:
  }
  if (/[1-9]/.test(letter)) {
    return { kind: 'backreference', index: readGroupNumber(state), ignoreCase: flags.ignoreCase }
  }
  const escape = readEscape(state)
  return { kind: 'char', test: 'test' in escape ? escape.test : sameChar(escape.char, flags) }
}

/** As in Java, a further digit belongs to the number only as long as there is such a group. */
function readGroupNumber(state: State): number {
  let index = Number(state.text.charAt(state.at++))
  while (/[0-9]/.test(state.text.charAt(state.at))) {
    const longer = index * 10 + Number(state.text.charAt(state.at))
    if (longer > state.groups) break
    index = longer
    state.at++
  }
  return index
}

function parseLiteral(state: State, flags: Flags): PatternNode {
  const end = state.text.indexOf('\\E', state.at)
  const literal = state.text.slice(state.at + 1, end < 0 ? undefined : end)
  state.at = end < 0 ? state.text.length : end + 2
  return { kind: 'sequence', items: [...literal].map((char) => ({ kind: 'char', test: sameChar(char, flags) })) }
}

function parseNamedReference(state: State, flags: Flags): PatternNode {
  const match = /^k<([a-zA-Z][a-zA-Z0-9]*)>/.exec(state.text.slice(state.at))
  const index = state.names.get(match?.[1] ?? '')
  if (match === null || index === undefined) throw badPattern('\\k names no group')
  state.at += match[0].length
  return { kind: 'backreference', index, ignoreCase: flags.ignoreCase }
}

function parseGroup(state: State, flags: Flags): PatternNode {
  const rest = state.text.slice(state.at, state.at + 60)
  const inlineFlags = /^\?([ismdux]*)(?:-([ismdux]+))?([:)])/.exec(rest)
  if (inlineFlags !== null) {
    state.at += inlineFlags[0].length
    const changed = changeFlags(flags, inlineFlags[1] ?? '', inlineFlags[2] ?? '')
    if (inlineFlags[3] === ':') return closeGroup(state, parseChoice(state, changed))
    Object.assign(flags, changed)
    return { kind: 'empty' }
  }
  const look = /^\?(<)?([=!])/.exec(rest)
  if (look !== null) {
    state.at += look[0].length
    const body = closeGroup(state, parseChoice(state, flags))
    return { kind: 'look', behind: look[1] !== undefined, negative: look[2] === '!', body }
  }
  if (rest.startsWith('?>')) {
    state.at += 2
    return { kind: 'atomic', body: closeGroup(state, parseChoice(state, flags)) }
  }
  const index = ++state.groups
  const name = /^\?<([a-zA-Z][a-zA-Z0-9]*)>/.exec(rest)
  if (name !== null) {
    state.at += name[0].length
    state.names.set(name[1] ?? '', index)
  } else if (rest.startsWith('?')) throw badPattern('this kind of group is not known')
  return { kind: 'group', index, body: closeGroup(state, parseChoice(state, flags)) }
}

function closeGroup(state: State, body: PatternNode): PatternNode {
  if (state.text.charAt(state.at) !== ')') throw badPattern('a ( is not closed')
  state.at++
  return body
}

function changeFlags(flags: Flags, on: string, off: string): Flags {
  if (/x/.test(on)) throw badPattern('the flag x is not supported here')
  const decide = (letter: string, before: boolean) => (on.includes(letter) || before) && !off.includes(letter)
  return {
    ignoreCase: decide('i', flags.ignoreCase), dotAll: decide('s', flags.dotAll),
    multiline: decide('m', flags.multiline),
  }
}
