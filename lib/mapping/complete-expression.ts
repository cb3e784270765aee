import { tokensBefore } from '@/lib/expression/call-at'
import { functions, type FunctionDoc } from '@/lib/expression/expression'
import type { SourceField } from './mapping-document'
import { sourceReference } from './source-reference'

/** Something that can be written where the cursor is. */
export type ExpressionCompletion =
  | { kind: 'function'; label: string; doc: FunctionDoc }
  | { kind: 'field'; label: string; field: SourceField }
  /** A call with the value that stands at the cursor inside; it replaces everything from `from`. */
  | { kind: 'wrap'; label: string; doc: FunctionDoc; from: number; cursorBack: number }

export type CompletionPlace = {
  /** Where the word begins that the completion replaces. */
  from: number
  /** After the dot of a value only its methods make sense. */
  onlyMethods: boolean
  /** Inside `${` only fields do. */
  onlyFields: boolean
}

/** Where a completion would begin, or undefined where nothing can be completed: inside a text or a comment. Never throws. */
export function findCompletionPlace(text: string, position: number): CompletionPlace | undefined {
  const typed = text.slice(0, position)
  const { brokenBy, brokenAt } = tokensBefore(typed)
  if (brokenBy === 'unclosed-text' || brokenBy === 'unclosed-comment') return undefined
  if (brokenBy === 'unclosed-name' && brokenAt !== undefined) return { from: brokenAt, onlyMethods: false, onlyFields: true }
  const word = /(?:\\.|[\p{L}\p{M}\p{Nd}$_.[\]])*$/u.exec(typed)?.[0] ?? ''
  if (/^\d/.test(word)) return undefined
  const from = position - word.length
  const dot = word.lastIndexOf('.')
  const isAfterValue = word.startsWith('.') && /[)\]}"']$/.test(typed.slice(0, from))
  return { from: isAfterValue ? from + dot + 1 : from, onlyMethods: isAfterValue, onlyFields: false }
}

/** Everything an expression over these fields can name, fields first. */
export function listCompletions(sources: Iterable<SourceField>): ExpressionCompletion[] {
  const fields = [...new Set(sources)].map((field): ExpressionCompletion => ({ kind: 'field', label: sourceReference(field.path), field }))
  return [...fields, ...functions.map((doc): ExpressionCompletion => ({ kind: 'function', label: doc.name, doc }))]
}

/** Those of them that make sense at a place. */
export const completionsAt = (all: readonly ExpressionCompletion[], { onlyMethods, onlyFields }: CompletionPlace): ExpressionCompletion[] =>
  all.filter((one) => (one.kind === 'field' ? !onlyMethods : one.kind === 'function' && !onlyFields && one.doc.isMethod === onlyMethods))
