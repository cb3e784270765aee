type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing'

const blanks = /[ \t\n\r]*/y
// Within quotes everything from the blank up, but the quote and the backslash.
const word = /"[ !#-[\]-\uffff]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[ !#-[\]-\uffff]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y

/**
 * Where a text stops being JSON, as line and column from 1: engines tell it in different words or not at all. Undefined
 * for a text that is JSON. Pure.
 */
export function locateJsonError(text: string): { line: number; column: number } | undefined {
  const open: ('{' | '[')[] = []
  let expected: Expected = 'value'
  let at = skip(text, 0)
  while (at < text.length) {
    const [next, width] = step(text, at, expected, open)
    if (width === 0) return placeOf(text, at)
    expected = next
    at = skip(text, at + width)
  }
  return expected === 'nothing' ? undefined : placeOf(text, at)
}

/** Reads one token; a width of 0 says that it may not stand here. */
function step(text: string, at: number, expected: Expected, open: ('{' | '[')[]): [Expected, number] {
  const sign = text[at] ?? ''
  const after = (): Expected => (open.length === 0 ? 'nothing' : 'comma-or-end')
  if (expected === 'colon') return ['value', sign === ':' ? 1 : 0]
  if (expected === 'comma-or-end' && sign === ',') return [open.at(-1) === '{' ? 'key' : 'value', 1]
  const mayEnd = expected === 'comma-or-end' || expected.endsWith('-or-end')
  if (mayEnd && sign === (open.at(-1) === '{' ? '}' : ']')) return open.pop() ? [after(), 1] : [expected, 0]
  if (expected.startsWith('key')) return ['colon', sign === '"' ? widthOf(text, at) : 0]
  if (!expected.startsWith('value')) return [expected, 0]
  if (sign === '{' || sign === '[') return [open.push(sign) && sign === '{' ? 'key-or-end' : 'value-or-end', 1]
  return [after(), widthOf(text, at)]
}

function widthOf(text: string, at: number): number {
  word.lastIndex = at
  return word.exec(text)?.[0].length ?? 0
}

function skip(text: string, at: number): number {
  blanks.lastIndex = at
  return at + (blanks.exec(text)?.[0].length ?? 0)
}

function placeOf(text: string, at: number) {
  const before = text.slice(0, at).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
