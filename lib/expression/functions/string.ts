import { ExpressionFailure } from '../expression-error'
import { JavaRegex } from '../regex/java-regex'
import { needInteger, needText, textOrNull } from './arguments'
import { aliasFunction, anyNumber, defineFunction, needed, optional, type FunctionContext } from './function-definition'

const input = needed('INPUT', 'text', 'The text to work on.')

const onText = (change: (text: string, context: FunctionContext) => unknown) =>
  (args: unknown[], context: FunctionContext) => {
    const text = textOrNull(args[0])
    if (text === null) return null
    context.produce(text.length)
    return change(text, context)
  }

const simple = (name: string, description: string, change: (text: string) => string) =>
  defineFunction({ name, group: 'string', parameters: [input], returns: 'text', description, run: onText(change) })

const lower = simple('lower', 'Writes a text in small letters.', (text) => text.toLowerCase())
const upper = simple('upper', 'Writes a text in capital letters.', (text) => text.toUpperCase())

function pad(side: 'left' | 'right') {
  return (args: unknown[], context: FunctionContext): string | null => {
    const text = textOrNull(args[0])
    // Adobe's wording for padding is that of Commons Lang's leftPad, where null stays null.
    if (text === null) return null
    const count = needInteger(args[1], 'COUNT')
    const padding = textOrNull(args[2]) ?? ''
    context.produce(Math.max(0, count))
    return side === 'left' ? text.padStart(count, padding || ' ') : text.padEnd(count, padding || ' ')
  }
}

const padParameters = [
  needed('INPUT', 'text', 'The text to fill up; may be null.'),
  needed('COUNT', 'integer', 'The length to reach.'),
  needed('PADDING', 'text', 'What to fill with, repeated; null or empty means one blank.'),
]

function findPosition(args: unknown[]): number | null {
  const text = textOrNull(args[0])
  const wanted = textOrNull(args[1])
  if (text === null || wanted === null) return null
  let at = args.length > 2 ? Math.max(0, needInteger(args[2], 'START_POSITION')) : 0
  const occurrence = args.length > 3 ? needInteger(args[3], 'OCCURRENCE') : 1
  if (occurrence < 1) throw new ExpressionFailure('bad-argument', 'OCCURRENCE counts from 1.')
  for (let hit = 1; ; hit++) {
    // indexOf clamps a start behind the end to the end, where an empty text would be found for ever.
    if (at > text.length) return -1
    const found = text.indexOf(wanted, at)
    if (found < 0 || hit === occurrence) return found
    at = found + 1
  }
}

function cutAtCharacters(args: unknown[], context: FunctionContext): string[] | null {
  const text = textOrNull(args[0])
  if (text === null) return null
  const separators = new Set(needText(args[1], 'SEPARATOR').replace(/\\\\/g, '\\'))
  context.produce(text.length)
  const parts: string[] = []
  let part = ''
  for (const char of text) {
    if (!separators.has(char)) part += char
    else {
      if (part !== '') parts.push(part)
      part = ''
    }
  }
  if (part !== '') parts.push(part)
  return parts
}

const clampedSlice = (text: string, start: number, length: number) =>
  text.slice(Math.max(0, start), Math.max(0, Math.max(0, start) + Math.max(0, length)))

export const stringFunctions = [
  defineFunction({
    name: 'concat', group: 'string', returns: 'text', description: 'Joins texts in the order given; null adds nothing.',
    parameters: [anyNumber('STRING', 'text', 'The texts to join.')],
    run: (args, context) => {
      const text = args.map((value) => textOrNull(value) ?? '')
      context.produce(text.reduce((sum, part) => sum + part.length, 0))
      return text.join('')
    },
  }),
  defineFunction({
    name: 'explode', group: 'string', returns: 'array',
    description: 'Cuts a text at every match of a regular expression and keeps empty parts.',
    parameters: [input, optional('REGEX', 'text', 'Where to cut; a comma when left out.')],
    run: (args, context) => {
      const text = textOrNull(args[0])
      if (text === null) return null
      context.produce(text.length)
      const pattern = args.length > 1 ? needText(args[1], 'REGEX') : ','
      return new JavaRegex(pattern, context.regexBudget).split(text)
    },
  }),
  defineFunction({
    name: 'instr', group: 'string', returns: 'integer',
    description: 'Position of a text inside another, counted from 0; -1 when it is not there.',
    parameters: [
      input, needed('SUBSTRING', 'text', 'The text to look for.'),
      optional('START_POSITION', 'integer', 'Where the search begins, counted from 0.'),
      optional('OCCURRENCE', 'integer', 'Which hit counts, from 1.'),
    ],
    run: findPosition,
  }),
  defineFunction({
    name: 'replacestr', group: 'string', returns: 'text',
    description: 'Puts one text in the place of another, everywhere; not a regular expression.',
    parameters: [
      input, needed('TO_FIND', 'text', 'The text to look for.'),
      needed('TO_REPLACE', 'text', 'The text to put instead.'),
    ],
    run: (args, context) => {
      const text = textOrNull(args[0])
      if (text === null) return null
      const find = needText(args[1], 'TO_FIND')
      const replacement = needText(args[2], 'TO_REPLACE')
      if (find === '') return text
      const parts = text.split(find)
      context.produce(text.length + parts.length * replacement.length)
      return parts.join(replacement)
    },
  }),
  defineFunction({
    name: 'substr', group: 'string', returns: 'text', description: 'Takes a piece of a text.',
    parameters: [
      input, needed('START_INDEX', 'integer', 'Where the piece begins, counted from 0.'),
      needed('LENGTH', 'integer', 'How many characters to take.'),
    ],
    run: (args) => {
      const text = textOrNull(args[0])
      if (text === null) return null
      return clampedSlice(text, needInteger(args[1], 'START_INDEX'), needInteger(args[2], 'LENGTH'))
    },
  }),
  lower,
  aliasFunction('lcase', lower),
  upper,
  aliasFunction('ucase', upper),
  defineFunction({
    name: 'split', group: 'string', returns: 'array',
    description: 'Cuts a text at any of the given characters and drops empty parts.',
    parameters: [input, needed('SEPARATOR', 'text', 'The characters to cut at, each for itself.')],
    run: cutAtCharacters,
  }),
  defineFunction({
    name: 'join', group: 'string', returns: 'text',
    description: 'Writes the elements of an array with a text between them.',
    parameters: [
      needed('SEPARATOR', 'text', 'What stands between two elements.'),
      anyNumber('OBJECTS', 'array', 'An array, or the elements one after another.'),
    ],
    run: (args, context) => {
      const separator = textOrNull(args[0]) ?? ''
      if (args.length === 2 && (args[1] === null || args[1] === undefined)) return null
      const items = Array.isArray(args[1]) && args.length === 2 ? args[1] : args.slice(1)
      const parts = items.map((item: unknown) => textOrNull(item) ?? '')
      context.produce(parts.reduce((sum, part) => sum + part.length + separator.length, 0))
      return parts.join(separator)
    },
  }),
  defineFunction({
    name: 'lpad', group: 'string', returns: 'text', description: 'Fills a text at its left up to a length.',
    parameters: padParameters, run: pad('left'),
  }),
  defineFunction({
    name: 'rpad', group: 'string', returns: 'text', description: 'Fills a text at its right up to a length.',
    parameters: padParameters, run: pad('right'),
  }),
  defineFunction({
    name: 'left', group: 'string', returns: 'text', description: 'The first characters of a text.',
    parameters: [input, needed('COUNT', 'integer', 'How many characters.')],
    run: (args) => {
      const text = textOrNull(args[0])
      return text === null ? null : clampedSlice(text, 0, needInteger(args[1], 'COUNT'))
    },
  }),
  defineFunction({
    name: 'right', group: 'string', returns: 'text', description: 'The last characters of a text.',
    parameters: [input, needed('COUNT', 'integer', 'How many characters.')],
    run: (args) => {
      const text = textOrNull(args[0])
      return text === null ? null : text.slice(Math.max(0, text.length - Math.max(0, needInteger(args[1], 'COUNT'))))
    },
  }),
  simple('ltrim', 'Drops blanks at the beginning.', (text) => text.trimStart()),
  simple('rtrim', 'Drops blanks at the end.', (text) => text.trimEnd()),
  simple('trim', 'Drops blanks at both ends.', (text) => text.trim()),
  defineFunction({
    name: 'equals', group: 'string', returns: 'boolean', isMethod: true,
    description: 'Whether two texts are the same, capitals included.',
    parameters: [needed('STRING1', 'text', 'The text before the dot.'), needed('STRING2', 'text', 'The other text.')],
    run: ([left, right]) => javaEquals(left, right),
  }),
  defineFunction({
    name: 'equalsIgnoreCase', group: 'string', returns: 'boolean', isMethod: true,
    description: 'Whether two texts are the same apart from capitals.',
    parameters: [needed('STRING1', 'text', 'The text before the dot.'), needed('STRING2', 'text', 'The other text.')],
    run: ([left, right]) => {
      const text = needText(left, 'The text before .equalsIgnoreCase')
      return typeof right === 'string' && text.toLowerCase() === right.toLowerCase()
    },
  }),
]

/** Java's equals: never true between two types, so `5.equals("5")` is false. */
function javaEquals(left: unknown, right: unknown): boolean {
  const text = needText(left, 'The text before .equals')
  return typeof left === typeof right && text === textOrNull(right)
}
