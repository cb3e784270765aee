import type { Completion, CompletionSource } from '@codemirror/autocomplete'
import type { FunctionDoc } from '@/lib/expression/expression'
import { completionsAt, findCompletionPlace, type ExpressionCompletion } from '@/lib/mapping/complete-expression'
import { sourceTypeWord, type MapperWords } from '../field-words'
import { functionSentence } from './function-words'

function element(tag: string, className: string, text: string): HTMLElement {
  const made = document.createElement(tag)
  made.className = className
  made.textContent = text
  return made
}

/** What a function does, beside the list of completions. */
function drawDoc(t: MapperWords, doc: FunctionDoc): HTMLElement {
  const box = element('div', 'flex flex-col gap-1 font-sans text-ink', '')
  box.append(element('p', 'font-mono text-12 wrap-anywhere', doc.signature), element('p', 'text-12', functionSentence(t, doc)))
  const note = doc.availability === 'everywhere' ? doc.localLimit : t(`expression.availability.${doc.availability}`)
  if (note) box.append(element('p', 'text-12 text-warn', note))
  return box
}

function toCompletion(t: MapperWords, one: ExpressionCompletion): Completion {
  if (one.kind === 'field') {
    const [sample] = one.field.samples ?? []
    return { label: one.label, type: 'variable', detail: sample?.slice(0, 24) ?? sourceTypeWord(t, one.field.type), boost: 20 }
  }
  return {
    label: one.label, type: 'function', detail: t(`expression.groups.${one.doc.group}`), info: () => drawDoc(t, one.doc),
    boost: one.doc.availability === 'everywhere' ? 0 : -50,
    apply: (view, _completion, from, to) => {
      // A function that takes nothing needs no cursor between its brackets.
      const back = one.doc.parameters.length > (one.doc.isMethod ? 1 : 0) ? 1 : 0
      const hasBracket = view.state.sliceDoc(to, to + 1) === '('
      const text = hasBracket ? one.label : `${one.label}()`
      view.dispatch({ changes: { from, to, insert: text }, selection: { anchor: from + text.length - (hasBracket ? 0 : back) }, userEvent: 'input.complete' })
    },
  }
}

/** The source of completions for the editor: source fields first, then functions, each with its documentation. */
export function completeInEditor(t: MapperWords, all: readonly ExpressionCompletion[]): CompletionSource {
  return ({ state, pos, explicit }) => {
    const place = findCompletionPlace(state.doc.toString(), pos)
    if (!place || (place.from === pos && !explicit && !place.onlyMethods)) return null
    return { from: place.from, options: completionsAt(all, place).map((one) => toCompletion(t, one)), validFor: /^[\w$.[\]\\{} ]*$/ }
  }
}
