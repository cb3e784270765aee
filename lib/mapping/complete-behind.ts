import { tokensBefore } from '@/lib/expression/call-at'
import type { ExpressionCompletion } from './complete-expression'
import type { SourceField, SourceType } from './mapping-document'

export type CompletionsBehind = { from: number; options: ExpressionCompletion[] }

/** What can be done with a value of a kind: the arguments behind it, and how far from the end the cursor belongs. */
const wraps: Readonly<Record<string, { before: string; after: string; cursorBack: number }>> = {
  size_of: { before: '', after: '', cursorBack: 0 },
  first: { before: '', after: '', cursorBack: 0 },
  last: { before: '', after: '', cursorBack: 0 },
  is_empty: { before: '', after: '', cursorBack: 0 },
  get_keys: { before: '', after: '', cursorBack: 0 },
  object_to_map: { before: '', after: '', cursorBack: 0 },
  join: { before: '", ", ', after: '', cursorBack: 0 },
  array_to_map: { before: '', after: ', ""', cursorBack: 2 },
  filterArray: { before: '', after: ', item -> item.', cursorBack: 1 },
  transformArray: { before: '', after: ', item -> item.', cursorBack: 1 },
}

const methodsOf: Readonly<Partial<Record<SourceType, readonly string[]>>> = {
  string: ['equals', 'equalsIgnoreCase'], unknown: ['equals', 'equalsIgnoreCase', 'get'], object: ['get'], array: [],
}

/** The functions that take a list or an object as a whole. */
function wrapsOf({ type, children }: SourceField): readonly string[] {
  if (type === 'object') return ['get_keys', 'is_empty', 'object_to_map']
  if (type !== 'array') return []
  const both = ['size_of', 'first', 'last', 'is_empty', 'filterArray', 'transformArray']
  return children.length > 0 ? [...both, 'array_to_map'] : [...both, 'join']
}

/** A field as the cursor's word names it: a list's own path has no `[0]` behind it, an item's has. */
function findNamed(all: readonly ExpressionCompletion[], word: string): SourceField | undefined {
  const found = all.find((one) => one.kind === 'field' && (one.label === word || one.label === `${word}[0]`))
  return found?.kind === 'field' ? found.field : undefined
}

/**
 * What can be written behind a field once its dot or bracket is typed: the methods its values have, and the functions
 * that take the whole list or object, written round it. Undefined elsewhere. Never throws.
 */
export function completeBehind(all: readonly ExpressionCompletion[], text: string, position: number): CompletionsBehind | undefined {
  const typed = text.slice(0, position)
  if (tokensBefore(typed).brokenBy?.startsWith('unclosed') === true && !typed.endsWith('[')) return undefined
  const match = /((?:\$\{(?:\\.|[^}])+\}|[\p{L}\p{M}\p{Nd}$_.[\]])+)[.[](\w*)$/u.exec(typed)
  const [whole, receiver = '', word = ''] = match ?? []
  const field = whole === undefined ? undefined : findNamed(all, receiver)
  if (!field || whole === undefined) return undefined
  const isDot = typed.at(-word.length - 1) === '.'
  const methods = isDot ? methodsOf[field.type] ?? [] : []
  const functions = wrapsOf(field)
  const options = all.flatMap((one): ExpressionCompletion[] => {
    if (one.kind !== 'function') return []
    if (one.doc.isMethod) return methods.includes(one.label) ? [one] : []
    const shape = functions.includes(one.label) ? wraps[one.label] : undefined
    if (!shape) return []
    const label = `${one.label}(${shape.before}${receiver}${shape.after})`
    return [{ kind: 'wrap', label, doc: one.doc, from: position - whole.length, cursorBack: shape.cursorBack }]
  })
  return options.length > 0 ? { from: position - word.length, options } : undefined
}
