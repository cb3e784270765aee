import { HighlightStyle, StreamLanguage, syntaxHighlighting, type StringStream } from '@codemirror/language'
import { tags } from '@lezer/highlight'
import { functions } from '@/lib/expression/expression'

const names = new Set(functions.map(({ name }) => name))
const words = /^(or|and|not|eq|ne|lt|gt|le|ge|div|mod|empty|size|true|false|null)$/

/** Colours only: what the text means is the parser's to say, so an unfinished text is coloured as far as it goes. */
function readToken(stream: StringStream): string | null {
  if (stream.eatSpace()) return null
  if (stream.match(/^(\/\/|##).*/) || stream.match(/^\/\*.*?(\*\/|$)/)) return 'comment'
  if (stream.match(/^"(\\.|[^"\\])*"?/) || stream.match(/^'(\\.|[^'\\])*'?/)) return 'string'
  if (stream.match(/^\$\{(\\.|[^}\\])*\}?/)) return 'variableName'
  if (stream.match(/^\d[\w.]*/)) return 'number'
  const name = stream.match(/^[\p{L}$_][\p{L}\p{M}\p{Nd}$_]*/u)
  if (name && name !== true) {
    if (words.test(name[0])) return 'keyword'
    return stream.peek() === '(' && names.has(name[0]) ? 'macroName' : 'variableName'
  }
  if (stream.match(/^[()[\]{}]/)) return 'bracket'
  stream.next()
  return 'operator'
}

const style = HighlightStyle.define([
  { tag: tags.macroName, class: 'text-accent font-medium' },
  { tag: tags.string, class: 'text-good' },
  { tag: tags.number, class: 'text-info' },
  { tag: tags.keyword, class: 'text-info' },
  { tag: tags.comment, class: 'text-ink-quiet italic' },
  { tag: [tags.operator, tags.bracket], class: 'text-ink-quiet' },
])

/** The colours of the Data Prep language, in the tokens of the app's theme. */
export const expressionHighlighting = [
  StreamLanguage.define({ name: 'data-prep', token: readToken, languageData: { closeBrackets: { brackets: ['(', '[', '{', '"', '\''] } } }),
  syntaxHighlighting(style),
]
